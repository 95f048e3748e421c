"""Vilka som är kallade viks ihop: added and taken away after the summons, and those who come in another's place.

Only those who are touched answer anew; the answers of all others stand (the handbook's SIP page, 5–6).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from .case_draft import Draft
from .facts import EventFact
from .facts_of_meeting import UNANSWERED, SipMeeting
from .fold_meeting import change_meeting, participant


def participants_changed(case: Draft, event: EventFact) -> None:
    """Added, taken away, or asked for something else: one more version of the summons."""
    data = event.data
    change_meeting(case, lambda meeting: _changed(meeting, event))
    gone = {one["unit_id"] for one in data["removed"]} - {""}
    joined = [one["unit_id"] for one in data["added"] if one.get("unit_id")]
    called = [unit_id for unit_id in case.sip.get("called", ()) if unit_id not in gone]
    case.sip["called"] = (*called, *(unit_id for unit_id in joined if unit_id not in called))
    asked_anew = gone | {one["unit_id"] for one in data["changed"]}
    answers: Mapping[str, Any] = case.sip.get("answers", {})
    case.sip["answers"] = {who: said for who, said in answers.items() if who not in asked_anew}


def substitute_named(case: Draft, event: EventFact) -> None:
    """A called unit sends somebody: its own, or another unit's, which the one who calls says yes or no to."""
    data = event.data
    said = {
        "substitute": data["name"],
        "substitute_unit_id": data["substitute_unit_id"],
        "is_proposed": bool(data["substitute_unit_id"]),
    }
    change_meeting(case, lambda meeting: meeting.with_one(data["participant_id"], **said))


def substitute_declined(case: Draft, event: EventFact) -> None:
    """The one who calls wants the unit itself: it answers anew."""
    data = event.data
    change_meeting(case, lambda meeting: meeting.with_one(data["participant_id"], **UNANSWERED))
    answers: Mapping[str, Any] = case.sip.get("answers", {})
    case.sip["answers"] = {who: said for who, said in answers.items() if who != data["unit_id"]}


def _changed(meeting: SipMeeting, event: EventFact) -> SipMeeting:
    data, at = event.data, event.happened_at
    for one in data["removed"]:
        gone = {"is_called": False, "change": "removed", "changed_at": at}
        meeting = meeting.with_one(one["participant_id"], **gone)
    for one in data["changed"]:
        said = {name: one[name] for name in ("required", "function", "prepare")}
        meeting = meeting.with_one(
            one["participant_id"], **UNANSWERED, **said, change="changed", changed_at=at
        )
    new = tuple(replace(participant(one), change="added", changed_at=at) for one in data["added"])
    return replace(meeting, participants=(*meeting.participants, *new), version=meeting.version + 1)
