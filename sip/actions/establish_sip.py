"""Upprätta SIP: HSL 16 kap. 4 §, LUS 4 kap. 2 §. The plan from the meeting, a version each time, with consent only."""

from datetime import date, datetime
from uuid import UUID

from django.db import transaction

from discharge.actions.case_act import refuse
from discharge.rules.facts import CaseFacts
from lus.events.record import New
from lus.organisations.actor import Actor
from lus.organisations.roles import Permission
from sip.queries.written_here import written_here
from sip.rules.document.version_refusal import refuse_by_hand

from .plan_act import begin_sip
from .plan_parts import checked_plan, consent_to_plan


@transaction.atomic
def establish_sip(
    *,
    case_id: UUID,
    actor: Actor,
    at: datetime,
    goals: str,
    responsible: str,
    follow_up_on: date | None = None,
    consented: bool = False,
    seen_version: int | None = None,
) -> CaseFacts:
    """Record the plan. ``responsible``: ``region`` or ``municipality``; ``consented``: the person agrees to it."""
    act = begin_sip(
        "establish_sip",
        case_id,
        actor=actor,
        at=at,
        permission=Permission.SUMMON_TO_SIP,
        seen_version=seen_version,
    )
    refuse(refuse_by_hand(written_here(case_id)))
    parts = checked_plan(act.facts, goals, responsible, follow_up_on, at)
    return act.record(*consent_to_plan(act.facts, consented, at), New("sip_established", parts))
