"""Återtagen sent (AD14): the ward says itself that the patient was not ready any more hours before anybody was told."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from discharge.rules.facts import CaseFacts

from .ground import Ground, Known
from .local_limits import hours_of, limit_of
from .parties import municipal, ward_at
from .time_words import elapsed_words, minute_words
from .true_events import named

KEY = "withdrawal"


def find(facts: CaseFacts, _known: Known) -> Iterator[Ground]:
    """Yield each withdrawal, against the time of the change that it states; one that states none is in time."""
    for event in named(facts, "ready_notice_withdrawn"):
        text, at = event.data.get("changed_at"), event.happened_at
        changed = datetime.fromisoformat(text) if text else at
        due = changed + limit_of(KEY, changed)
        if at > due:
            yield Ground(
                event_id=event.event_id,
                code="K07.3",
                offered=municipal(facts),
                addressed=ward_at(facts, at),
                so_from=due,
                values={
                    "at": minute_words(at),
                    "after": elapsed_words(at - changed, hours_of(KEY, changed)),
                    "limit": hours_of(KEY, changed),
                },
                since=changed,
                done_at=at,
            )
