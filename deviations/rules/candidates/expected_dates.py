"""Beräknade datum i ordning: when each was said, which day, and by which event. The same day again is no new date."""

from __future__ import annotations

from datetime import date, datetime

from discharge.rules.facts import CaseFacts
from discharge.rules.kept import kept_with_facts

from .true_events import named

SAYS = {
    "admission_notice_sent": "expected_discharge",
    "expected_discharge_set": "new",
    "expected_discharge_changed": "new",
}


@kept_with_facts
def expected_dates(facts: CaseFacts) -> tuple[tuple[datetime, date, str], ...]:
    """Return ``(said at, day, event id)``, oldest first."""
    found: list[tuple[datetime, date, str]] = []
    for event in named(facts, *SAYS):
        text = event.data.get(SAYS[event.name])
        day = date.fromisoformat(text) if text else None
        if day is not None and (not found or found[-1][1] != day):
            found.append((event.happened_at, day, event.event_id))
    return tuple(found)
