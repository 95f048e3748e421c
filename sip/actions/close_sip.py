"""Avsluta SIP: who answers for the plan ends it, with the reason. The plan stays to be read."""

from datetime import datetime
from uuid import UUID

from django.db import transaction

from discharge.actions.acknowledge_by_act import acknowledged_by_acting
from discharge.actions.case_act import refuse
from discharge.actions.free_text import tidy_text
from discharge.rules.facts import CaseFacts
from discharge.rules.sip_choices import CLOSE_REASONS
from discharge.rules.sip_closing import refuse_closing
from lus.events.record import New
from lus.organisations.actor import Actor
from lus.organisations.roles import Permission
from lus.refusals import InvalidInput

from .cancel_sip_meeting import called_off
from .closing_parts import Handed, Said, closing_data
from .plan_act import begin_sip

OFF = "Planen är avslutad"


@transaction.atomic
def close_sip(
    *,
    case_id: UUID,
    actor: Actor,
    at: datetime,
    reason: str,
    survey_offered: bool | None = None,
    text: str = "",
    handed: Handed | None = None,
    helped_person: str = "not_asked",
    helped_units: str = "not_asked",
    seen_version: int | None = None,
) -> CaseFacts:
    """End the plan. ``reason``: a key of ``CLOSE_REASONS``; *other* needs a text, *deceased* nothing more.

    ``handed``: the unit that goes on with each measure that is not over, by row. ``helped_…``: of ``HELPED``.
    ``survey_offered``: asked after a meeting. A meeting that lies ahead is called off.
    """
    act = begin_sip(
        "close_sip",
        case_id,
        actor=actor,
        at=at,
        permission=Permission.ANSWER_NOTICE,
        seen_version=seen_version,
    )
    text = tidy_text(text, "text")
    if reason not in CLOSE_REASONS or (reason == "other" and not text):
        raise InvalidInput("En orsak behöver anges.", "Välj en orsak, och förklara Annat.", field="reason")
    refuse(refuse_closing(act.facts, str(actor.unit_id), reason))
    said = Said(handed or {}, helped_person, helped_units, survey_offered)
    data = {"reason": reason, "text": text, **closing_data(act.facts, case_id, reason, said)}
    off = called_off(act.facts, actor, OFF)
    return act.record(*acknowledged_by_acting(act.facts, actor), *off, New("sip_closed", data))
