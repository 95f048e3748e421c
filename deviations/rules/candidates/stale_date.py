"""Datum ej uppdaterat (AD06): the expected day passed, the patient was there, and nobody said ready or another day."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from discharge.rules.facts import CaseFacts
from discharge.rules.swedish_words import short_day
from lus.swedish_time import end_of_local_day

from .expected_dates import expected_dates
from .ground import Ground, Known
from .parties import municipal, ward_at


def find(facts: CaseFacts, _known: Known) -> Iterator[Ground]:
    """Yield each date whose next day began with nothing said."""
    dates = expected_dates(facts)
    for index, (said_at, day, event_id) in enumerate(dates):
        passed = end_of_local_day(day)
        changed_at = dates[index + 1][0] if index + 1 < len(dates) else None
        if said_at >= passed or (changed_at is not None and changed_at <= passed):
            continue
        if not _is_gone(facts, passed) and not _is_ready(facts, passed):
            yield Ground(
                event_id=event_id,
                code="K02.4",
                offered=municipal(facts),
                addressed=ward_at(facts, passed),
                so_from=passed,
                values={"day": short_day(day)},
                since=said_at,
                done_at=changed_at,
            )


def _is_gone(facts: CaseFacts, at: datetime) -> bool:
    ends = (facts.discharged_at, facts.deceased_at, facts.chain.transferred_at, facts.closed_at)
    return any(end is not None and end <= at for end in ends)


def _is_ready(facts: CaseFacts, at: datetime) -> bool:
    return any(
        spell.end != "annulled" and spell.sent_at <= at and (spell.ended_at is None or spell.ended_at > at)
        for spell in facts.spells
    )
