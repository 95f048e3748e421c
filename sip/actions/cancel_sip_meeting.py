"""Ställ in SIP-mötet. All who were called acknowledge it; what it means for the payment condition people decide."""

from datetime import datetime
from uuid import UUID

from django.db import transaction

from discharge.actions.acknowledge_by_act import acknowledged_by_acting
from discharge.actions.free_text import tidy_text
from discharge.rules.facts import CaseFacts
from lus.events.record import New
from lus.organisations.actor import Actor
from lus.organisations.roles import Permission

from .change_sip_time import called_units
from .plan_act import begin_sip


@transaction.atomic
def cancel_sip_meeting(
    *, case_id: UUID, actor: Actor, at: datetime, reason: str, seen_version: int | None = None
) -> CaseFacts:
    """Call the meeting off, with the reason in words. A new summons may be sent."""
    act = begin_sip(
        "cancel_sip_meeting",
        case_id,
        actor=actor,
        at=at,
        permission=Permission.SUMMON_TO_SIP,
        seen_version=seen_version,
    )
    reason = tidy_text(reason, "reason", required=True)
    return act.record(*acknowledged_by_acting(act.facts, actor), cancelled_meeting(act.facts, actor, reason))


def cancelled_meeting(facts: CaseFacts, actor: Actor, reason: str) -> New:
    """Return the event that calls the meeting off, to all who were called."""
    meeting_at = facts.sip.meeting_at
    data = {
        "meeting_at": meeting_at.isoformat() if meeting_at else "",
        "reason": reason,
        "recipients": called_units(facts, actor),
    }
    return New("sip_meeting_cancelled", data)


def called_off(facts: CaseFacts, actor: Actor, reason: str) -> list[New]:
    """Return what calls a meeting that lies ahead off, when the consent to it is gone; nothing without a meeting."""
    return [cancelled_meeting(facts, actor, reason)] if facts.sip.state == "summoned" else []
