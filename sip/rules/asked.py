"""Vad kallelsen gäller nu: when the called units were asked last, and what they have said since."""

from __future__ import annotations

from datetime import datetime

from discharge.rules.callable_units import is_party
from discharge.rules.facts import CaseFacts, EventFact
from discharge.rules.facts_of_meeting import Participant, SipMeeting


def asked_last(process: CaseFacts) -> EventFact | None:
    """Return the event that asked the units of the last meeting: its summons, or its last change of time."""
    return next((event for event in reversed(process.events) if _asks(event)), None)


def asked_of(process: CaseFacts, one: Participant) -> EventFact | None:
    """Return the event that asked ``one`` last: as all were, or by itself, when it was added or asked for more."""
    found = (
        event
        for event in reversed(process.events)
        if _asks(event) or one.participant_id in _asked_alone(event)
    )
    return next(found, None)


def called_units(process: CaseFacts, meeting: SipMeeting) -> list[Participant]:
    """Return the called units that take part in the plan still."""
    return [one for one in meeting.called if one.kind == "unit" and is_party(process, one.unit_id)]


def answers_after(process: CaseFacts, asked: EventFact, unit_id: str) -> list[EventFact]:
    """Return what the unit has answered since it was asked, oldest first."""
    return [
        event
        for event in process.events
        if event.seq > asked.seq
        and event.name == "sip_attendance_answered"
        and event.data["unit_id"] == unit_id
        and not event.data.get("participant_id")
    ]


def slots_answered_at(process: CaseFacts, unit_id: str) -> datetime | None:
    """Return when the unit said last which of the proposed times it can."""
    said = (event for event in reversed(process.events) if event.name == "sip_slot_answered")
    own = (one for one in said if one.data["unit_id"] == unit_id and not one.data["for_person"])
    return next((one.happened_at for one in own), None)


def held_event(process: CaseFacts) -> EventFact | None:
    """Return the event that tells of the last meeting, if it has been held."""
    asked = asked_last(process)
    found = (event for event in reversed(process.events) if event.name == "sip_meeting_held")
    return next((event for event in found if asked is None or event.seq > asked.seq), None)


def _asked_alone(event: EventFact) -> set[str]:
    if event.name == "sip_participant_changed":
        added = {one["id"] for one in event.data["added"]}
        return added | {one["participant_id"] for one in event.data["changed"]}
    return {event.data["participant_id"]} if event.name == "sip_substitute_declined" else set()


def _asks(event: EventFact) -> bool:
    if event.name == "sip_time_changed":
        return bool(event.data["meeting_at"] != event.data["old_meeting_at"])
    return event.name == "sip_summons_sent"
