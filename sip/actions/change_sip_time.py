"""Ny tid eller plats för SIP-mötet. The summons stays sent when it was sent (LUS 4 kap. 3 §); the called are told."""

from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db import transaction

from discharge.actions.acknowledge_by_act import acknowledged_by_acting
from discharge.actions.free_text import tidy_text
from discharge.rules.callable_units import is_party
from discharge.rules.facts import CaseFacts
from discharge.rules.facts_of_meeting import SipMeeting
from lus.events.record import New
from lus.organisations.actor import Actor
from lus.organisations.roles import Permission
from lus.refusals import InvalidInput
from sip.rules.summons import MeetingPlace, usual_reply_by
from sip.rules.summons_complete import refuse_reply_by, refuse_time

from .plan_act import begin_sip
from .summons_parts import place_data, refuse_host
from .typed_input import refuse_input


@transaction.atomic
def change_sip_time(
    *,
    case_id: UUID,
    actor: Actor,
    at: datetime,
    meeting_at: datetime,
    place: str,
    reason: str,
    duration_min: int | None = None,
    at_place: MeetingPlace | None = None,
    reply_by: date | None = None,
    seen_version: int | None = None,
) -> CaseFacts:
    """Move the meeting. Another time asks all who are called to answer again; another place asks nobody.

    ``duration_min`` and ``at_place`` None: as before. ``reply_by`` None: as before, or as usual with another time.
    """
    act = begin_sip(
        "change_sip_time",
        case_id,
        actor=actor,
        at=at,
        permission=Permission.SUMMON_TO_SIP,
        seen_version=seen_version,
    )
    was = act.facts.sip.meeting
    assert was is not None
    minutes = duration_min or was.duration_min
    refuse_input(refuse_time(meeting_at, minutes, at))
    now = {"duration_min": minutes, **place_data(act.facts, place, at_place or place_of(was), at)}
    refuse_host(actor, at_place or place_of(was), was.video_url)
    if meeting_at == was.starts_at and now == _as_before(was, now):
        raise InvalidInput("Tid och plats är desamma.", "Ändra tiden eller platsen.", field="meeting_at")
    data = {
        "old_meeting_at": was.starts_at.isoformat() if was.starts_at else "",
        "meeting_at": meeting_at.isoformat(),
        "old_place": was.place,
        **now,
        "reply_by": _reply_by(act.facts, was, reply_by, meeting_at, at).isoformat(),
        "reason": tidy_text(reason, "reason", required=True),
        "recipients": called_units(act.facts, actor),
    }
    return act.record(*acknowledged_by_acting(act.facts, actor), New("sip_time_changed", data))


def place_of(meeting: SipMeeting) -> MeetingPlace:
    """Return how one gets into the meeting as it stands."""
    return MeetingPlace(
        meeting.place_kind,
        meeting.video_url,
        meeting.provider,
        meeting.phone,
        meeting.phone_pin,
        meeting.no_phone_reason,
    )


def called_units(facts: CaseFacts, actor: Actor) -> list[str]:
    """Return the ids of who is called and still in the case, with the one that called; not the acting unit."""
    ids, own = [*facts.sip.called, facts.sip.summoned_by], str(actor.unit_id)
    return [unit_id for unit_id in dict.fromkeys(ids) if unit_id != own and is_party(facts, unit_id)]


def _as_before(was: SipMeeting, now: dict[str, Any]) -> dict[str, Any]:
    """Return the same keys as the meeting has them; how an older one is held was never asked."""
    before = {name: getattr(was, name) for name in now}
    return before | ({} if was.place_kind else {"place_kind": now["place_kind"]})


def _reply_by(
    facts: CaseFacts, was: SipMeeting, wanted: date | None, meeting_at: datetime, at: datetime
) -> date:
    if wanted is None and meeting_at == was.starts_at and was.reply_by is not None:
        return was.reply_by  # the room alone is another: nobody is asked anew
    reply_by = wanted or usual_reply_by(meeting_at, at, facts)
    refuse_input(refuse_reply_by(reply_by, meeting_at, at))
    return reply_by
