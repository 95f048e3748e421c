"""Ny tid eller plats för SIP-mötet. The summons stays sent when it was sent (LUS 4 kap. 3 §); the called are told."""

from datetime import datetime
from uuid import UUID

from django.db import transaction

from discharge.actions.acknowledge_by_act import acknowledged_by_acting
from discharge.actions.free_text import tidy_text
from discharge.rules.facts import CaseFacts
from lus.events.record import New
from lus.organisations.actor import Actor
from lus.organisations.roles import Permission
from lus.refusals import InvalidInput

from .meeting_time import checked_meeting
from .plan_act import begin_sip


@transaction.atomic
def change_sip_time(
    *,
    case_id: UUID,
    actor: Actor,
    at: datetime,
    meeting_at: datetime,
    place: str,
    reason: str,
    seen_version: int | None = None,
) -> CaseFacts:
    """Move the meeting. Another time asks all who are called to answer again; another place asks nobody."""
    act = begin_sip(
        "change_sip_time",
        case_id,
        actor=actor,
        at=at,
        permission=Permission.SUMMON_TO_SIP,
        seen_version=seen_version,
    )
    place, sip = checked_meeting(meeting_at, place, at), act.facts.sip
    if (meeting_at, place) == (sip.meeting_at, sip.place):
        raise InvalidInput("Tid och plats är desamma.", "Ändra tiden eller platsen.", field="meeting_at")
    data = {
        "old_meeting_at": sip.meeting_at.isoformat() if sip.meeting_at else "",
        "meeting_at": meeting_at.isoformat(),
        "old_place": sip.place,
        "place": place,
        "reason": tidy_text(reason, "reason", required=True),
        "recipients": called_units(act.facts, actor),
    }
    return act.record(*acknowledged_by_acting(act.facts, actor), New("sip_time_changed", data))


def called_units(facts: CaseFacts, actor: Actor) -> list[str]:
    """Return the ids of who is called and still in the case, with the one that called; not the acting unit."""
    ids = [*facts.sip.called, facts.sip.summoned_by]
    left = {unit.unit_id for unit in facts.active_units} - {str(actor.unit_id)}
    return [unit_id for unit_id in dict.fromkeys(ids) if unit_id in left]
