"""The day counter of the board."""

from datetime import UTC, date, datetime, time

import pytest

from discharge.rules.day_counter import day_counter
from discharge.rules.payment_liability import PaymentTerms

TERMS = PaymentTerms("at_or_after", time(12), "calendar", 3)
NOON = datetime(2026, 3, 2, 11, tzinfo=UTC)


@pytest.mark.parametrize(
    ("on", "phase", "words"),
    [
        (date(2026, 3, 2), "before_day_zero", "Före dag noll"),
        (date(2026, 3, 3), "day_zero", "Dag noll"),
        (date(2026, 3, 4), "grace", "Dag 1 av 2"),
        (date(2026, 3, 5), "grace", "Dag 2 av 2"),
        (date(2026, 3, 6), "over", "Dag 3, över frist"),
        (date(2026, 3, 9), "over", "Dag 6, över frist"),
    ],
)
def test_the_counter_says_where_the_day_stands(on: date, phase: str, words: str) -> None:
    counter = day_counter(NOON, TERMS, on)
    assert (counter.phase, counter.words) == (phase, words)


def test_grace_ends_at_the_local_midnight_before_the_first_liable_day() -> None:
    counter = day_counter(NOON, TERMS, date(2026, 3, 3))
    assert counter.grace_ends_at == datetime(2026, 3, 5, 23, tzinfo=UTC)
    assert (counter.day_zero, counter.first_liable_day) == (date(2026, 3, 3), date(2026, 3, 6))
