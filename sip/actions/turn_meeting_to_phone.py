"""Länken fungerar inte: one press turns a digital meeting to the telephone, and all who are called are told."""

from datetime import datetime
from uuid import UUID

from django.db import transaction

from discharge.actions.acknowledge_by_act import acknowledged_by_acting
from discharge.rules.facts import CaseFacts
from lus.events.record import New
from lus.organisations.actor import Actor
from lus.organisations.roles import Permission
from sip.rules.summons import MeetingPlace

from .change_sip_time import called_units
from .plan_act import begin_sip
from .summons_parts import place_data

REASON = "Länken fungerar inte"


@transaction.atomic
def turn_meeting_to_phone(
    *, case_id: UUID, actor: Actor, at: datetime, seen_version: int | None = None
) -> CaseFacts:
    """Hold the meeting by its telephone number, at the same time: nobody is asked anew.

    Any called unit may do it, also when the meeting has begun. Raises ``no-phone-to-turn-to``, ``not-summoned``.
    """
    act = begin_sip(
        "turn_meeting_to_phone",
        case_id,
        actor=actor,
        at=at,
        permission=Permission.SEE_CASES,
        seen_version=seen_version,
    )
    was = act.facts.sip.meeting
    assert was is not None
    starts_at = was.starts_at.isoformat() if was.starts_at else ""
    phone = MeetingPlace("phone", phone=was.phone, phone_pin=was.phone_pin)
    data = {
        "old_meeting_at": starts_at,
        "meeting_at": starts_at,
        "old_place": was.place,
        "duration_min": was.duration_min,
        **place_data(act.facts, "", phone, at),
        "reply_by": was.reply_by.isoformat() if was.reply_by else "",
        "reason": REASON,
        "recipients": called_units(act.facts, actor),
    }
    return act.record(*acknowledged_by_acting(act.facts, actor), New("sip_time_changed", data))
