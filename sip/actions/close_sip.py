"""Avsluta SIP: who answers for the plan ends it, with the reason. The plan stays to be read."""

from datetime import datetime
from uuid import UUID

from django.db import transaction

from discharge.actions.acknowledge_by_act import acknowledged_by_acting
from discharge.actions.free_text import tidy_text
from discharge.rules.facts import CaseFacts
from discharge.rules.sip_choices import CLOSE_REASONS
from lus.events.record import New
from lus.organisations.actor import Actor
from lus.organisations.roles import Permission
from lus.refusals import InvalidInput

from .closing_parts import Handed, checked_handed, known_help, reached
from .plan_act import begin_sip


@transaction.atomic
def close_sip(
    *,
    case_id: UUID,
    actor: Actor,
    at: datetime,
    reason: str,
    survey_offered: bool,
    text: str = "",
    handed: Handed | None = None,
    helped_person: str = "not_asked",
    helped_units: str = "not_asked",
    seen_version: int | None = None,
) -> CaseFacts:
    """End the plan. ``reason``: a key of ``CLOSE_REASONS``; *other* needs a text.

    ``handed``: the unit that goes on with each measure that is not over, by row. ``helped_…``: of ``HELPED``.
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
    data = {
        "reason": reason,
        "text": text,
        "handed": checked_handed(act.facts, case_id, handed or {}),
        "goals": reached(case_id),
        "helped_person": known_help(helped_person, "helped_person"),
        "helped_units": known_help(helped_units, "helped_units"),
        "survey_offered": survey_offered,
    }
    return act.record(*acknowledged_by_acting(act.facts, actor), New("sip_closed", data))
