"""Händelserna som de gäller: as they read after corrections, without those that were taken back whole.

What was registered late, or from paper, stands at its true time.
"""

from __future__ import annotations

from collections.abc import Iterator

from discharge.rules.corrected import corrected
from discharge.rules.facts import CaseFacts, EventFact
from discharge.rules.kept import kept_with_facts
from discharge.rules.struck import struck


@kept_with_facts
def true_events(facts: CaseFacts) -> tuple[EventFact, ...]:
    """Return the events in the order that they were recorded."""
    gone = struck(facts.events)
    return tuple(event for event in corrected(facts.events) if event.event_id not in gone)


def named(facts: CaseFacts, *names: str) -> Iterator[EventFact]:
    """Yield the true events called one of ``names``."""
    return (event for event in true_events(facts) if event.name in names)


def event_called(facts: CaseFacts, event_id: str) -> EventFact | None:
    """Return one true event by id."""
    return next((event for event in true_events(facts) if event.event_id == event_id), None)


def last_named(facts: CaseFacts, *names: str) -> EventFact | None:
    """Return the newest true event called one of ``names``."""
    return next((event for event in reversed(true_events(facts)) if event.name in names), None)
