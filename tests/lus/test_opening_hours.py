"""Open or not, when next, how much open time: red days, eves, exceptions, midnight and the two DST nights."""

from datetime import UTC, date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lus.opening_hours import (
    OFFICE_HOURS,
    Hours,
    after_open_time,
    closes_at,
    is_open,
    next_opening,
    open_time,
    spans,
)
from lus.swedish_time import at_local

ALWAYS = Hours(dict.fromkeys(range(7), (time(0), time(23, 59))))
NIGHT = Hours(dict.fromkeys(range(7), (time(1), time(4))))
EVERY_DAY = Hours(dict.fromkeys(range(7), (time(7), time(21, 30))))


def local(text: str) -> datetime:
    day, clock = text.split()
    return at_local(date.fromisoformat(day), time.fromisoformat(clock), which="first")


@pytest.mark.parametrize(
    ("hours", "when", "expected"),
    [
        (OFFICE_HOURS, "2026-11-27 16:29", True),
        (OFFICE_HOURS, "2026-11-27 16:30", False),
        (OFFICE_HOURS, "2026-11-28 10:00", False),
        (OFFICE_HOURS, "2026-05-14 10:00", False),  # Ascension Day, a Thursday
        (OFFICE_HOURS, "2026-12-24 10:00", False),  # Christmas Eve, a Thursday
        (OFFICE_HOURS, "2026-06-19 10:00", False),  # Midsummer Eve, a Friday
        (EVERY_DAY, "2026-12-24 10:00", True),
        (ALWAYS, "2026-12-25 23:59", True),
        (Hours(OFFICE_HOURS.weekly, {date(2026, 11, 27): None}), "2026-11-27 10:00", False),
        (Hours(OFFICE_HOURS.weekly, {date(2026, 12, 24): (time(8), time(12))}), "2026-12-24 11:00", True),
        (Hours(), "2026-11-27 10:00", False),
    ],
)
def test_open_by_the_clock_in_sweden(hours: Hours, when: str, expected: bool) -> None:
    assert is_open(hours, local(when)) is expected


@pytest.mark.parametrize(
    ("when", "opens"),
    [
        ("2026-11-27 12:00", "2026-11-27 12:00"),
        ("2026-11-27 17:00", "2026-11-30 08:00"),
        ("2026-12-23 17:00", "2026-12-28 08:00"),  # Christmas: Eve, both days, a weekend
        ("2026-04-02 17:00", "2026-04-07 08:00"),  # Easter
    ],
)
def test_next_opening_passes_over_closed_days(when: str, opens: str) -> None:
    assert next_opening(OFFICE_HOURS, local(when)) == local(opens)


def test_who_never_opens_has_no_next_opening_and_no_open_time() -> None:
    at = local("2026-11-27 12:00")
    assert (next_opening(Hours(), at), after_open_time(Hours(), at, timedelta(minutes=1))) == (None, None)


@pytest.mark.parametrize(
    ("hours", "start", "end", "minutes"),
    [
        (OFFICE_HOURS, "2026-11-27 16:00", "2026-11-30 08:30", 60),
        (OFFICE_HOURS, "2026-11-28 00:00", "2026-11-30 00:00", 0),
        (ALWAYS, "2026-03-29 00:00", "2026-03-30 00:00", 23 * 60),
        (ALWAYS, "2026-10-25 00:00", "2026-10-26 00:00", 25 * 60),
        (NIGHT, "2026-03-29 00:00", "2026-03-29 12:00", 120),  # 01.00–04.00, an hour skipped
        (NIGHT, "2026-10-25 00:00", "2026-10-25 12:00", 240),  # and an hour doubled
    ],
)
def test_open_time_is_elapsed_time(hours: Hours, start: str, end: str, minutes: int) -> None:
    assert open_time(hours, local(start), local(end)) == timedelta(minutes=minutes)


def test_an_opening_in_the_skipped_hour_is_when_the_clock_has_jumped() -> None:
    hours = Hours({6: (time(2, 30), time(5))})
    (span,) = spans(hours, local("2026-03-29 00:00"), local("2026-03-29 12:00"))
    assert span[0] == local("2026-03-29 03:00")


def test_a_reminder_after_hours_waits_for_the_open_minutes() -> None:
    sent = local("2026-11-27 15:30")
    assert after_open_time(OFFICE_HOURS, sent, timedelta(minutes=120)) == local("2026-11-30 09:00")


def test_closing_time_runs_over_midnight_when_the_next_day_goes_on() -> None:
    hours = Hours({4: (time(8), time(23, 59)), 5: (time(0), time(6))})
    assert closes_at(hours, local("2026-11-27 20:00")) == local("2026-11-28 06:00")
    assert closes_at(ALWAYS, local("2026-11-27 20:00")) is None


instants = st.datetimes(datetime(2026, 1, 1), datetime(2027, 1, 1)).map(
    lambda naive: naive.replace(tzinfo=UTC)
)


@given(instants, st.integers(1, 3000))
def test_after_so_much_open_time_that_much_open_time_has_passed(start: datetime, minutes: int) -> None:
    length = timedelta(minutes=minutes)
    end = after_open_time(OFFICE_HOURS, start, length)
    assert end is not None
    assert open_time(OFFICE_HOURS, start, end) == length


@given(instants, instants, instants)
def test_open_time_adds_up(one: datetime, other: datetime, third: datetime) -> None:
    first, middle, last = sorted((one, other, third))
    whole = open_time(NIGHT, first, last)
    assert open_time(NIGHT, first, middle) + open_time(NIGHT, middle, last) == whole


@given(instants)
def test_at_its_next_opening_the_unit_is_open(at: datetime) -> None:
    opens = next_opening(OFFICE_HOURS, at)
    assert opens is not None
    assert opens >= at
    assert is_open(OFFICE_HOURS, opens)
    assert (opens == at) is is_open(OFFICE_HOURS, at)
