"""Who has closed when the patient comes home: a planned day, an instant, red days, eves, on-call in between."""

from datetime import date, datetime, time

import pytest

from discharge.rules.weekend_guard import Receiver, closed_at, closed_on, is_guarded
from lus.opening_hours import OFFICE_HOURS, Hours
from lus.swedish_time import at_local

EVERY_DAY = Hours(dict.fromkeys(range(7), (time(7), time(21, 30))))
MORNINGS = Hours({**dict.fromkeys(range(5), (time(8), time(16))), 4: (time(8), time(12))})


def local(text: str) -> datetime:
    day, clock = text.split()
    return at_local(date.fromisoformat(day), time.fromisoformat(clock), which="first")


@pytest.mark.parametrize(
    ("hours", "day", "closed"),
    [
        (OFFICE_HOURS, "2026-11-26", False),
        (OFFICE_HOURS, "2026-11-27", False),
        (MORNINGS, "2026-11-27", True),  # Friday, closed from noon
        (OFFICE_HOURS, "2026-11-28", True),
        (OFFICE_HOURS, "2026-11-29", True),
        (OFFICE_HOURS, "2026-11-30", False),
        (OFFICE_HOURS, "2026-05-14", True),  # Ascension Day
        (OFFICE_HOURS, "2026-12-24", True),
        (OFFICE_HOURS, "2026-06-19", True),
        (EVERY_DAY, "2026-12-25", False),
        (Hours(), "2026-11-28", False),  # not registered: nothing is known
        (Hours(OFFICE_HOURS.weekly, {date(2026, 11, 26): None}), "2026-11-26", True),
    ],
)
def test_a_planned_day_meets_a_closed_door(hours: Hours, day: str, closed: bool) -> None:
    assert bool(closed_on([Receiver("a", hours)], date.fromisoformat(day))) is closed


@pytest.mark.parametrize(
    ("when", "guarded"),
    [
        ("2026-11-27 11:59", False),
        ("2026-11-27 12:00", True),
        ("2026-11-30 07:59", True),
        ("2026-11-30 08:00", False),
        ("2026-11-25 22:00", False),
        ("2026-12-24 10:00", True),
        ("2026-05-14 10:00", True),
        ("2026-05-15 07:00", True),
        ("2026-03-29 03:00", True),
    ],
)
def test_the_guard_watches_free_days_and_the_weekend(when: str, guarded: bool) -> None:
    assert is_guarded(local(when)) is guarded


def test_at_an_instant_it_says_when_the_door_opens() -> None:
    (found,) = closed_at([Receiver("a", OFFICE_HOURS), Receiver("b", EVERY_DAY)], local("2026-11-28 10:00"))
    assert (found.unit_id, found.opens_at) == ("a", local("2026-11-30 08:00"))


def test_somebody_on_call_with_a_mandate_keeps_the_door_open() -> None:
    covers = [(local("2026-11-28 08:00"), local("2026-11-28 20:00"))]
    receiver = Receiver("a", OFFICE_HOURS, covers)
    assert not closed_on([receiver], date(2026, 11, 28))
    assert not closed_at([receiver], local("2026-11-28 08:00"))
    assert closed_at([receiver], local("2026-11-28 20:00"))
    assert closed_on([receiver], date(2026, 11, 29))
