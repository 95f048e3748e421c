"""Fel mottagare (AD04), LUS 2 kap. 3 §: another unit got the notice first, and the right one was told afterwards."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from discharge.rules.facts import CaseFacts

from .ground import Ground, Known
from .local_limits import hours_of, limit_of
from .parties import still_there, ward_at
from .time_words import elapsed_words
from .true_events import named

KEY = "corrected_within"


def find(facts: CaseFacts, _known: Known) -> Iterator[Ground]:
    """Yield each correction after a reported wrong recipient, or later than a day after the first sending."""
    reported = {event.data["unit_id"] for event in named(facts, "wrong_recipient_reported")}
    for event in named(facts, "recipient_corrected"):
        told = event.data.get("first_sent_at")
        first, at = datetime.fromisoformat(told) if told else event.happened_at, event.happened_at
        if event.data["old_unit_id"] in reported or at - first > limit_of(KEY, at):
            yield Ground(
                event_id=event.event_id,
                code="K01.3",
                offered=still_there(facts, (event.data["unit_id"],)),
                addressed=ward_at(facts, first),
                so_from=at,
                values={"after": elapsed_words(at - first, hours_of(KEY, at))},
            )
