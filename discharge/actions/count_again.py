"""Omräknat: when somebody looks back, the counted days are counted again, and the difference is written down."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from discharge.queries.ledger import ledger_of
from discharge.rules.day_codes import MEANING
from discharge.rules.facts import CaseFacts
from discharge.rules.ledger_periods import ImpossibleEvents
from discharge.rules.recalculated import LOOKING_BACK, difference_words
from lus.events.models import Event
from lus.events.record import New
from lus.organisations.actor import CLOCK


@dataclass(frozen=True, slots=True)
class CountedDays:
    """The counted dates (ISO) up to now. ``shadow``: nobody pays for them."""

    days: tuple[str, ...]
    shadow: bool


def counted_days(facts: CaseFacts, at: datetime) -> CountedDays:
    """Return the counted days as they stand at ``at``. Raises ImpossibleEvents for a case that cannot be."""
    ledger = ledger_of(facts, at=at)
    lines = [
        line
        for line in (ledger.lines if ledger else ())
        if MEANING[line.code].weight in {"payable", "shadow"}
    ]
    return CountedDays(
        tuple(line.date.isoformat() for line in lines), bool(ledger and not ledger.payable_days)
    )


def recalculated(before: CaseFacts, after: CaseFacts, events: Sequence[Event], at: datetime) -> list[New]:
    """Return the clock's event on days that came or went through ``events``, or nothing."""
    if not any(event.name in LOOKING_BACK or "late" in event.data for event in events):
        return []
    try:
        was, now = counted_days(before, at), counted_days(after, at)
    except ImpossibleEvents:
        return []  # the page says so; here there is nothing to compare
    if was.days == now.days:
        return []
    said = difference_words(was.days, now.days, shadow=was.shadow and now.shadow)
    data = {"old_days": list(was.days), "new_days": list(now.days), "explanation": said}
    return [New("payment_recalculated", data, by=CLOCK)]
