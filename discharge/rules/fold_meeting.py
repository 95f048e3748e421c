"""SIP-mötet viks ihop: what each event of a joint plan does to its meetings, the newest of which may lie ahead."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime
from typing import Any, Final
from uuid import NAMESPACE_OID, uuid5

from .case_draft import Draft, instant
from .facts import EventFact
from .facts_of_meeting import UNANSWERED, WHERE, Participant, SipMeeting

# Keys of the events that are kept as they are said.
SAID: Final = (
    "purpose",
    "duration_min",
    *WHERE,
    "interpreter",
    "adaptations",
    "person_choice",
    "person_wish",
    "short",
)
PARTICIPANT: Final = ("kind", "unit_id", "name", "reach", "function", "required", "prepare", "replaces")


def meeting_called(case: Draft, event: EventFact) -> None:
    """A summons: one more meeting."""
    data = event.data
    meeting = SipMeeting(
        uid=data.get("meeting_uid", event.event_id),
        summoned_by=event.unit_id or "",
        summoned_at=event.happened_at,
        starts_at=instant(data.get("meeting_at")),
        place=data.get("place", ""),
        kind=data.get("kind", "first"),
        reply_by=_day(data.get("reply_by")),
        participants=tuple(_participants(event)),
        **{name: data[name] for name in SAID if name in data},
    )
    case.sip["meetings"] = (*case.sip.get("meetings", ()), meeting)


def meeting_moved(case: Draft, event: EventFact) -> None:
    """Another place asks nobody anew; another time asks all."""
    data = event.data

    def moved(meeting: SipMeeting) -> SipMeeting:
        is_later = data["meeting_at"] != data["old_meeting_at"]
        said = {name: data[name] for name in SAID if name in data}
        said["version"] = meeting.version + 1
        found = replace(meeting, starts_at=instant(data["meeting_at"]), place=data["place"], **said)
        if "reply_by" in data:
            found = replace(found, reply_by=_day(data["reply_by"]))
        return found.with_each(**UNANSWERED) if is_later else found

    change_meeting(case, moved)


def meeting_cancelled(case: Draft) -> None:
    """Called off, by somebody or because nobody is left to meet about."""
    change_meeting(case, lambda meeting: replace(meeting, state="cancelled"))


def meeting_answered(case: Draft, event: EventFact) -> None:
    """A unit, or somebody without an account, has answered."""
    data = event.data

    def answered(meeting: SipMeeting) -> SipMeeting:
        one = (
            meeting.participant(data["participant_id"])
            if data.get("participant_id")
            else meeting.of_unit(data["unit_id"])
        )
        if one is None:
            return meeting
        said = {"answer": data["answer"], "answer_text": data.get("text", "")}
        said = {**UNANSWERED, **said, "answered_at": event.happened_at}
        return meeting.with_one(one.participant_id, **said)

    change_meeting(case, answered)


def code_given(case: Draft, event: EventFact) -> None:
    """Somebody without an account can answer by a code."""
    change_meeting(case, lambda meeting: meeting.with_one(event.data["participant_id"], has_code=True))


def meeting_held(case: Draft, event: EventFact) -> None:
    """Held: how each took part."""
    data = event.data
    came = {one["unit_id"]: one["how"] for one in data["attendance"]}
    people = {one["participant_id"]: one["how"] for one in data.get("people", ())}

    def held(meeting: SipMeeting) -> SipMeeting:
        for one in meeting.called:
            how = came.get(one.unit_id, "") if one.kind == "unit" else people.get(one.participant_id, "")
            how = data["person"] if one.kind == "person" else how
            meeting = meeting.with_one(one.participant_id, came=how)
        return replace(meeting, state="held")

    change_meeting(case, held)


def unit_not_called(case: Draft, unit_id: str, at: datetime) -> None:
    """A unit has left the plan, and is called no more."""

    def without(meeting: SipMeeting) -> SipMeeting:
        one = meeting.of_unit(unit_id)
        gone = {"is_called": False, "change": "removed", "changed_at": at}
        return meeting.with_one(one.participant_id, **gone) if one else meeting

    change_meeting(case, without)


def change_meeting(case: Draft, change: Callable[[SipMeeting], SipMeeting]) -> None:
    """Change the meeting that lies ahead, if there is one."""
    meetings: tuple[SipMeeting, ...] = case.sip.get("meetings", ())
    if meetings and meetings[-1].state == "called":
        case.sip["meetings"] = (*meetings[:-1], change(meetings[-1]))


def participant_id_of(summons_id: str, unit_id: str) -> str:
    """Return the id of a unit that an older summons named without one."""
    return str(uuid5(NAMESPACE_OID, f"{summons_id} {unit_id}"))


def _participants(event: EventFact) -> list[Participant]:
    data = event.data
    if "participants" in data:
        return [participant(one) for one in data["participants"]]
    called = [one for one in data.get("recipients", ()) if one != event.unit_id]
    return [Participant(participant_id_of(event.event_id, one), "unit", unit_id=one) for one in called]


def participant(said: dict[str, Any]) -> Participant:
    """Return one who is called, as an event says it."""
    return Participant(said["id"], **{name: said[name] for name in PARTICIPANT if name in said})


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None
