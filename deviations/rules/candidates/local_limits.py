"""Lokala gränser (intern rutin, inte fastställda): so many hours before somebody is offered to report. Dated data.

The limits of the law (24 hours for the admission notice, three days for a summons, the same day for a handover)
stand in ``discharge/rules`` and are no local numbers.
"""

from __future__ import annotations

import csv
from datetime import date, datetime, timedelta
from functools import cache
from io import StringIO
from pathlib import Path
from typing import Final

from lus.swedish_time import local_date

_FILE: Final = Path(__file__).with_name("local_limits.csv")
MARK: Final = "lokal tidsgräns (ej fastställd)"


@cache
def _rows() -> tuple[tuple[date, str, int], ...]:
    rows = csv.DictReader(StringIO(_FILE.read_text(encoding="utf-8")), delimiter=";")
    return tuple((date.fromisoformat(row["valid_from"]), row["key"], int(row["hours"])) for row in rows)


def hours_of(key: str, at: datetime) -> int:
    """Return the hours of ``key`` on the Swedish day of ``at``. Raises KeyError when none is laid down then."""
    day = local_date(at)
    found = [(since, hours) for since, name, hours in _rows() if name == key and since <= day]
    if not found:
        raise KeyError(f"{key} on {day}")
    return max(found)[1]


def limit_of(key: str, at: datetime) -> timedelta:
    """Return the same as elapsed time."""
    return timedelta(hours=hours_of(key, at))
