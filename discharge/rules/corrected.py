"""Rättad: the events as they read after their corrections. The record itself keeps what was first said.

Everything that is worked out from the events (clocks, duties, days) is worked out from these.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any, Final

from .correctable import HAPPENED, field_of
from .facts import CaseFacts, EventFact
from .paper_notices import paper_times

LATE: Final = timedelta(minutes=15)  # intern rutin


def corrected(events: Sequence[EventFact], *, paper: bool | None = None) -> list[EventFact]:
    """Return ``events`` with the newest correction of each field in place of what was first said.

    In the order of ``seq``. ``paper``: see ``paper_times``.
    """
    newest: dict[str, dict[str, Any]] = {}
    for event in events:
        if is_of_fact(event):
            newest.setdefault(event.data["event_id"], {}).update(_allowed(event))
    for event_id, happened_at in paper_times(events, paper).items():
        newest.setdefault(event_id, {})[HAPPENED] = happened_at.isoformat()
    if not newest:
        return list(events)
    return [_with(event, newest[event.event_id]) if event.event_id in newest else event for event in events]


def is_of_fact(event: EventFact) -> bool:
    """Whether the event corrects a fact of the case, and not the text of a message."""
    return event.name == "event_corrected" and is_about_fact(event.data)


def is_about_fact(data: Mapping[str, Any]) -> bool:
    """The same, asked of the data of an ``event_corrected``."""
    return data.get("event_name") != "message_sent"


def asks_for_receipt(name: str, data: Mapping[str, Any]) -> bool:
    """Whether an event of a kind that asks for receipts does so: of a corrected fact one is only told."""
    return name != "event_corrected" or not is_about_fact(data)


def as_if_corrected(facts: CaseFacts, data: Mapping[str, Any], at: datetime) -> EventFact:
    """Return the event that a correction with ``data`` would be, to try what the case would be with it."""
    return EventFact("", facts.version + 1, "event_corrected", at, at, None, "", "", data)


def corrections_of(events: Sequence[EventFact]) -> dict[str, list[EventFact]]:
    """Return ``{event id: its corrections, oldest first}``."""
    found: dict[str, list[EventFact]] = {}
    for event in events:
        if is_of_fact(event):
            found.setdefault(event.data["event_id"], []).append(event)
    return found


def _allowed(event: EventFact) -> dict[str, Any]:
    name = event.data["event_name"]
    return {key: value for key, value in event.data["new"].items() if field_of(name, key)}


def _with(event: EventFact, values: Mapping[str, Any]) -> EventFact:
    data = {**event.data, **{key: value for key, value in values.items() if key != HAPPENED}}
    if HAPPENED not in values:
        return replace(event, data=data)
    happened_at = datetime.fromisoformat(values[HAPPENED])
    if event.recorded_at - happened_at > LATE:
        # Moved back it is known after the fact, and no payment day may rest on it alone.
        data.setdefault("late", {"reason": ""})
    return replace(event, happened_at=happened_at, data=data)
