"""Kvartal och enkätens tider: which quarter a day is in, when its round closes, and the week of an answer."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Final

from lus.swedish_time import end_of_local_day, local_date, local_midnight

# A code given out on the quarter's last day can be used for a month more: our own limit, intern rutin.
OPEN_AFTER: Final = timedelta(days=30)
_NAME: Final = re.compile(r"(\d{4})-Q([1-4])", re.ASCII)


@dataclass(frozen=True, slots=True, order=True)
class Quarter:
    """``number`` 1–4. ``str(quarter)`` is what is stored: "2026-Q1"."""

    year: int
    number: int

    def __str__(self) -> str:
        return f"{self.year}-Q{self.number}"

    @property
    def opens_at(self) -> datetime:
        """The UTC instant at which the quarter's first Swedish day begins."""
        return local_midnight(date(self.year, self.number * 3 - 2, 1))

    @property
    def last_day(self) -> date:
        """The quarter's last Swedish day."""
        following = date(self.year + self.number // 4, self.number % 4 * 3 + 1, 1)
        return following - timedelta(days=1)

    @property
    def last_answer_day(self) -> date:
        """The last Swedish day on which a code of the quarter is taken."""
        return self.last_day + OPEN_AFTER

    @property
    def closes_at(self) -> datetime:
        """The UTC instant, exclusive, after which no answer is taken and no figure moves."""
        return end_of_local_day(self.last_answer_day)


def quarter_of(at: datetime) -> Quarter:
    """Return the quarter of the Swedish day at ``at``."""
    day = local_date(at)
    return Quarter(day.year, (day.month + 2) // 3)


def newest_closed(at: datetime) -> Quarter:
    """Return the last quarter that has closed at ``at``."""
    quarter = quarter_of(at)
    while quarter.closes_at > at:
        quarter = Quarter(quarter.year - (quarter.number == 1), quarter.number - 1 or 4)
    return quarter


def read_quarter(name: str) -> Quarter:
    """Return the quarter that is written "2026-Q1". Raises ValueError for anything else."""
    found = _NAME.fullmatch(name)
    if found is None:
        raise ValueError(name)
    return Quarter(int(found[1]), int(found[2]))


def week_of(at: datetime) -> str:
    """Return the ISO week of the Swedish day, "2026-W10": all that is kept of when somebody answered."""
    year, week, _ = local_date(at).isocalendar()
    return f"{year}-W{week:02d}"
