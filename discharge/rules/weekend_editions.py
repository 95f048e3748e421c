"""Helglistans upplagor: Thursday 12.00 and refreshed Friday 13.00, by the clock in Sweden. Intern rutin."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Final, Literal

from lus.swedish_time import at_local, local_date

Edition = Literal["thursday", "friday"]
THURSDAY, FRIDAY, LENGTH = 3, 4, 4
# edition → weekday and time of day
MADE: Final[dict[Edition, tuple[int, time]]] = {
    "thursday": (THURSDAY, time(12)),
    "friday": (FRIDAY, time(13)),
}


@dataclass(frozen=True, slots=True)
class Due:
    """An edition that should exist: for the weekend that begins on ``friday``, since ``due_at``."""

    friday: date
    edition: Edition
    due_at: datetime


def weekend_of(at: datetime) -> date:
    """Return the Friday of the weekend that the list is about: this week's, until Monday has ended."""
    day = local_date(at)
    return day - timedelta(days=3) if day.weekday() == 0 else day + timedelta(days=FRIDAY - day.weekday())


def days_of(friday: date) -> tuple[date, ...]:
    """Return Friday to Monday."""
    return tuple(friday + timedelta(days=ahead) for ahead in range(LENGTH))


def editions_due(at: datetime) -> list[Due]:
    """Return the editions of the weekend at hand that should exist at ``at``, however long the clock was away."""
    friday = weekend_of(at)
    found = []
    for edition, (weekday, clock) in MADE.items():
        due_at = at_local(friday + timedelta(days=weekday - FRIDAY), clock)
        if due_at <= at:
            found.append(Due(friday, edition, due_at))
    return found
