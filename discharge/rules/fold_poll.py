"""Tidsförslag viks ihop: opened, answered, chosen; gone when the meeting is called or the person says no."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime

from .case_draft import Draft
from .facts import EventFact
from .facts_of_poll import PERSON, Poll, Slot


def poll_opened(case: Draft, event: EventFact) -> None:
    """New times take the place of the old ones, with every answer to them."""
    data = event.data
    case.sip["poll"] = Poll(
        opened_by=event.unit_id or "",
        opened_at=event.happened_at,
        slots=tuple(Slot(one["id"], datetime.fromisoformat(one["starts_at"])) for one in data["slots"]),
        reply_by=date.fromisoformat(data["reply_by"]),
        place_kind=data["place_kind"],
        asked=tuple(data["recipients"]),
        answers={},
    )


def slot_answered(case: Draft, event: EventFact) -> None:
    """The last answer of each holds."""
    poll: Poll | None = case.sip.get("poll")
    if poll is not None:
        who = PERSON if event.data["for_person"] else event.data["unit_id"]
        case.sip["poll"] = replace(poll, answers={**poll.answers, who: event.data["answers"]})


def slot_chosen(case: Draft, event: EventFact) -> None:
    """Somebody has chosen; the meeting is not called by that."""
    poll: Poll | None = case.sip.get("poll")
    if poll is not None:
        case.sip["poll"] = replace(poll, chosen=datetime.fromisoformat(event.data["starts_at"]))


def poll_over(case: Draft) -> None:
    """The meeting is called, or there will be none."""
    case.sip.pop("poll", None)
