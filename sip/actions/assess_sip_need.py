"""SIP-behov: LUS 4 kap. 1 §. Are services needed from both region and municipality after discharge?"""

from datetime import date, datetime
from uuid import UUID

from django.db import transaction

from discharge.actions.case_act import refuse
from discharge.actions.free_text import tidy_text
from discharge.rules.facts import CaseFacts
from lus.events.record import New
from lus.organisations.actor import Actor
from lus.organisations.roles import Permission
from sip.rules.reopening import refuse_reopening

from .plan_act import begin_sip
from .request_by import refuse_without_reason, requested


@transaction.atomic
def assess_sip_need(
    *,
    case_id: UUID,
    actor: Actor,
    at: datetime,
    needed: bool,
    reason: str = "",
    requested_by: str = "",
    requested_on: date | None = None,
    seen_version: int | None = None,
) -> CaseFacts:
    """Record the assessment; "not needed" takes a reason in words, and so does a plan that is opened again.

    When somebody has asked for the plan, the reason for a no is a whole sentence.

    ``requested_by``: who asked for a plan, if somebody did, of ``REQUESTED_BY``; on the Swedish day ``requested_on``.
    """
    act = begin_sip(
        "assess_sip_need",
        case_id,
        actor=actor,
        at=at,
        permission=Permission.SEE_CASES,
        seen_version=seen_version,
    )
    again = needed and act.facts.sip.state == "closed"
    reason = tidy_text(reason, "reason", required=again or not needed)
    asked = requested(requested_by, requested_on, at)
    if again:
        refuse(refuse_reopening(act.facts, at))
        return act.record(New("sip_reopened", {"reason": reason}), *asked)
    if not needed and (asked or act.facts.sip.requested_by):
        refuse_without_reason(reason)
    return act.record(*asked, New("sip_need_assessed", {"needed": needed, "reason": reason}))
