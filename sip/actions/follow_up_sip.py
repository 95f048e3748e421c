"""Följ upp SIP: HSL 16 kap. 4 §. Who answers for the plan tells how the goals went, and when it is looked at next."""

from datetime import date, datetime
from uuid import UUID

from django.db import transaction

from discharge.actions.acknowledge_by_act import acknowledged_by_acting
from discharge.actions.free_text import tidy_text
from discharge.rules.facts import CaseFacts
from discharge.rules.sip_choices import RESULTS
from lus.events.record import New
from lus.organisations.actor import Actor
from lus.organisations.roles import Permission
from lus.refusals import InvalidInput

from .plan_act import begin_sip
from .plan_parts import follow_up_day


@transaction.atomic
def follow_up_sip(
    *,
    case_id: UUID,
    actor: Actor,
    at: datetime,
    result: str,
    text: str = "",
    next_on: date | None = None,
    seen_version: int | None = None,
) -> CaseFacts:
    """Record the follow-up. ``result``: a key of ``RESULTS``; ``next_on``: the next one, if there will be one."""
    act = begin_sip(
        "follow_up_sip",
        case_id,
        actor=actor,
        at=at,
        permission=Permission.ANSWER_NOTICE,
        seen_version=seen_version,
    )
    if result not in RESULTS:
        raise InvalidInput("Resultatet fattas.", "Välj hur det gick med målen.", field="result")
    data = {
        "result": result,
        "text": tidy_text(text, "text"),
        "next_on": follow_up_day(next_on, "next_on", at),
    }
    return act.record(*acknowledged_by_acting(act.facts, actor), New("sip_followed_up", data))
