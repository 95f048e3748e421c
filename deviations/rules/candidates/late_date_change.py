"""Datum ändrat sent (AD05): the expected discharge was moved less than 24 hours before its day began, or during it.

A date that had passed already is another matter: ``stale_date``.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from discharge.rules.facts import CaseFacts
from discharge.rules.swedish_words import short_day
from lus.swedish_time import end_of_local_day, local_midnight

from .ground import Ground, Known
from .local_limits import hours_of, limit_of
from .parties import recipients_of, still_there, ward_at
from .time_words import minute_words
from .true_events import named

KEY = "date_change_before"


def find(facts: CaseFacts, _known: Known) -> Iterator[Ground]:
    """Yield each such change, offered to those who were told of it."""
    for event in named(facts, "expected_discharge_changed"):
        if not event.data.get("old"):
            continue
        old, at = date.fromisoformat(event.data["old"]), event.happened_at
        if local_midnight(old) - at < limit_of(KEY, at) and at < end_of_local_day(old):
            yield Ground(
                event_id=event.event_id,
                code="K02.2",
                offered=still_there(facts, recipients_of(event)),
                addressed=ward_at(facts, at),
                so_from=at,
                values={"old": short_day(old), "at": minute_words(at), "limit": hours_of(KEY, at)},
            )
