"""Mötets plikter, intern rutin: each called unit answers, sends another if it is needed, and who leads tells of it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from discharge.rules.callable_units import is_party
from discharge.rules.facts import CaseFacts, EventFact
from discharge.rules.facts_of_meeting import Participant, SipMeeting
from discharge.rules.owed import Obligation, duty_of
from lus.swedish_time import end_of_local_day

from .asked import answers_after, asked_of, called_units, held_event, slots_answered_at
from .policy import policy_at, weekdays_on


def poll_answers(process: CaseFacts, led_by: str) -> Iterator[Obligation]:
    """Svar på mötestider: each asked unit says which times it can, until the day that the proposal names."""
    poll = process.sip.poll
    if poll is None or not poll.is_open:
        return
    due, key = end_of_local_day(poll.reply_by), poll.slots[0].slot_id
    for unit_id in poll.asked:
        if is_party(process, unit_id):
            met = slots_answered_at(process, unit_id) if unit_id in poll.answers else None
            yield duty_of("answer_sip_poll", unit_id, poll.opened_at, due, met_at=met, key=key)


def answers(process: CaseFacts, led_by: str) -> Iterator[Obligation]:
    """Svar på kallelsen (O4): until the day that the summons names; who is asked later than that has a weekday."""
    meeting = process.sip.meeting
    for one in called_units(process, meeting) if meeting else ():
        asked = asked_of(process, one)
        if asked is not None:
            at, met = asked.happened_at, _answered_at(process, one)
            due = _reply_by(process, meeting, at)
            yield duty_of("answer_sip_summons", one.unit_id, at, due, met_at=met, key=asked.event_id)


def substitutes(process: CaseFacts, led_by: str) -> Iterator[Obligation]:
    """Ersättare eller ny tid: a unit that the meeting is not held without cannot come."""
    meeting = process.sip.meeting
    for one in called_units(process, meeting) if meeting else ():
        asked = asked_of(process, one)
        if not one.required or asked is None:
            continue
        refused, met = _refused_and_met(answers_after(process, asked, one.unit_id))
        if refused is not None:
            due, key = weekdays_on(refused, policy_at(refused, process).substitute_weekdays), asked.event_id
            yield duty_of("replace_at_sip_meeting", one.unit_id, refused, due, met_at=met, key=key)


def proposals(process: CaseFacts, led_by: str) -> Iterator[Obligation]:
    """Föreslagen ersättare: another unit comes instead only if the one who calls says so."""
    meeting = process.sip.meeting
    for one in called_units(process, meeting) if meeting and led_by else ():
        if one.is_proposed and one.answered_at is not None:
            due = weekdays_on(one.answered_at, policy_at(one.answered_at, process).substitute_weekdays)
            yield duty_of("answer_sip_substitute", led_by, one.answered_at, due, key=one.participant_id)


def record(process: CaseFacts, led_by: str) -> Iterator[Obligation]:
    """Dokumentera mötet (O5, first half): attendance, one weekday after the meeting's end."""
    sip = process.sip
    if not led_by or not sip.meetings or sip.state not in ("summoned", "held"):
        return
    meeting = sip.meetings[-1]
    ends, due = end_of(meeting), None
    if meeting.ends_at is not None:
        due = weekdays_on(ends, policy_at(ends, process).draft_weekdays)
    told = held_event(process)
    met = told.happened_at if told else None
    yield duty_of("record_sip_meeting", led_by, ends, due, met_at=met, key=meeting.uid)


def end_of(meeting: SipMeeting) -> datetime:
    """Return when the meeting is over; a summons on paper that named no time counts from when it was sent."""
    return meeting.ends_at or meeting.summoned_at


def _reply_by(process: CaseFacts, meeting: SipMeeting | None, asked_at: datetime) -> datetime | None:
    if meeting is None or meeting.reply_by is None:
        return None
    named = end_of_local_day(meeting.reply_by)
    return (
        named if named > asked_at else weekdays_on(asked_at, policy_at(asked_at, process).substitute_weekdays)
    )


def _answered_at(process: CaseFacts, one: Participant) -> datetime | None:
    said = process.sip.answer_of(one.unit_id)
    return said.at if said else None


def _refused_and_met(said: list[EventFact]) -> tuple[datetime | None, datetime | None]:
    """Return when the unit said that it cannot come, and when it said something else after that."""
    refused, met = None, None
    for event in said:
        if event.data["answer"] == "cannot":
            refused = event.happened_at if refused is None or met is not None else refused
            met = None
        elif refused is not None and met is None:
            met = event.happened_at
    return refused, met
