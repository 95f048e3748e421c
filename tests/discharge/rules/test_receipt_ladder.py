"""The ladder of an unread message: open minutes for what can wait, clock minutes for what cannot."""

from datetime import date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from discharge.rules.receipt_ladder import STANDARD, Ladder, levels
from lus.opening_hours import OFFICE_HOURS, Hours
from lus.swedish_time import at_local


def local(text: str) -> datetime:
    day, clock = text.split()
    return at_local(date.fromisoformat(day), time.fromisoformat(clock), which="first")


@pytest.mark.parametrize(
    ("sent", "urgent", "expected"),
    [
        (
            "2026-11-24 08:00",
            False,
            ["2026-11-24 10:00", "2026-11-24 12:00", "2026-11-24 14:00", "2026-11-25 09:00"],
        ),
        (
            "2026-11-27 15:30",
            False,
            ["2026-11-30 09:00", "2026-11-30 11:00", "2026-11-30 13:00", "2026-12-01 09:00"],
        ),
        (
            "2026-11-28 02:00",
            True,
            ["2026-11-28 02:30", "2026-11-28 03:00", "2026-11-28 03:30", "2026-11-28 04:00"],
        ),
    ],
    ids=["a Tuesday morning", "before a weekend", "urgent on a Saturday night"],
)
def test_the_standard_ladder(sent: str, urgent: bool, expected: list[str]) -> None:
    found = levels(STANDARD, OFFICE_HOURS, local(sent), urgent=urgent)
    assert list(found) == [local(when) for when in expected]


def test_hours_that_nobody_registered_count_as_open() -> None:
    sent = local("2026-11-28 02:00")
    found = levels(STANDARD, Hours(), sent, urgent=False)
    assert [(when - sent) / timedelta(minutes=1) for when in found] == [120, 240, 360, 420]


def test_a_unit_that_never_opens_again_does_not_stop_the_ladder() -> None:
    sent = local("2026-11-28 02:00")
    closed_down = Hours({}, {date(2026, 1, 1): (time(8), time(9))})
    assert levels(STANDARD, closed_down, sent, urgent=False)[0] == sent + timedelta(hours=2)


@given(
    st.datetimes(datetime(2026, 1, 1), datetime(2027, 1, 1)),
    st.tuples(*[st.integers(1, 900)] * 3),
    st.integers(1, 200),
)
def test_no_level_comes_before_the_one_below(
    sent: datetime, normal: tuple[int, int, int], after: int
) -> None:
    at = at_local(sent.date(), time(12))
    found = levels(Ladder(normal, after), OFFICE_HOURS, at, urgent=False)
    assert sorted(found) == list(found)
    assert found[0] > at
