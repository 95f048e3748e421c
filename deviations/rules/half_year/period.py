"""Halvår: ``2026H1`` is January to June of 2026, by the Swedish day of the event."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Final

from lus.swedish_time import local_date

_NAME: Final = re.compile(r"(20\d\d)H([12])", re.ASCII)
MONTH_NAMES: Final = ("jan", "feb", "mar", "apr", "maj", "jun", "jul", "aug", "sep", "okt", "nov", "dec")
BACK: Final = 4


@dataclass(frozen=True, slots=True, order=True)
class HalfYear:
    """``half`` 1 or 2. ``str(half_year)`` is what stands in addresses: "2026H1"."""

    year: int
    half: int

    def __str__(self) -> str:
        return f"{self.year}H{self.half}"

    @property
    def words(self) -> str:
        return f"{'första' if self.half == 1 else 'andra'} halvåret {self.year}"

    @property
    def first(self) -> date:
        return date(self.year, 1 if self.half == 1 else 7, 1)

    @property
    def last(self) -> date:
        return self.next.first - timedelta(days=1)

    @property
    def next(self) -> HalfYear:
        return HalfYear(self.year + self.half - 1, 3 - self.half)

    @property
    def before(self) -> HalfYear:
        return HalfYear(self.year - (self.half == 1), 3 - self.half)

    @property
    def months(self) -> tuple[date, ...]:
        """The first days of its six months."""
        return tuple(date(self.year, self.first.month + step, 1) for step in range(6))

    @property
    def series(self) -> tuple[HalfYear, ...]:
        """The half-years that the monthly chart shows: two years, this one last."""
        found = [self]
        while len(found) < BACK:
            found.insert(0, found[0].before)
        return tuple(found)

    def is_over(self, at: datetime) -> bool:
        return local_date(at) > self.last


def half_year_of(day: date) -> HalfYear:
    return HalfYear(day.year, 1 if day.month <= 6 else 2)


def read_half_year(name: str) -> HalfYear:
    """Return the half-year that is written "2026H1". Raises ValueError for anything else."""
    found = _NAME.fullmatch(name)
    if found is None:
        raise ValueError(name)
    return HalfYear(int(found[1]), int(found[2]))


def month_name(first: date) -> str:
    """Return ``jan 2026``."""
    return f"{MONTH_NAMES[first.month - 1]} {first.year}"
