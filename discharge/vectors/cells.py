"""One cell of a vector file to a value and back, and how a wrong cell is told."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import UTC, date, datetime, time
from decimal import Decimal, InvalidOperation
from fractions import Fraction
from typing import Final

from discharge.rules.monthly_mean import round_half_up
from lus.swedish_time import local_time

Cells = Mapping[str, str]

_INSTANT: Final = re.compile(r"\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}Z", re.ASCII)
_DATE: Final = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)
_TIME: Final = re.compile(r"\d{2}:\d{2}:\d{2}", re.ASCII)
_INTEGER: Final = re.compile(r"\d{1,9}", re.ASCII)
_DECIMAL: Final = re.compile(r"\d{1,15}(\.\d{1,15})?", re.ASCII)


class MalformedCell(ValueError):
    """A cell that cannot be read; the message names column, content and expected form."""

    def __init__(self, column: str, text: str, expected: str) -> None:
        super().__init__(f"column {column}: {text!r} is not {expected}")


def instant(cells: Cells, column: str) -> datetime:
    """A required ``YYYY-MM-DDTHH:MM:SSZ``."""
    return _instant(column, cells[column])


def optional_instant(cells: Cells, column: str) -> datetime | None:
    return _instant(column, cells[column]) if cells[column] else None


def _instant(column: str, text: str) -> datetime:
    try:
        if not _INSTANT.fullmatch(text):
            raise ValueError
        return datetime.strptime(text, "%Y-%m-%dT%H:%M:%SZ").replace(tzinfo=UTC)
    except ValueError:
        raise MalformedCell(column, text, "an instant like 2026-03-02T09:00:00Z") from None


def day(column: str, text: str) -> date:
    """A required ``YYYY-MM-DD``."""
    try:
        if not _DATE.fullmatch(text):
            raise ValueError
        return date.fromisoformat(text)
    except ValueError:
        raise MalformedCell(column, text, "a date like 2026-03-02") from None


def optional_day(cells: Cells, column: str) -> date | None:
    return day(column, cells[column]) if cells[column] else None


def optional_clock(cells: Cells, column: str) -> time | None:
    """An optional ``HH:MM:SS``."""
    text = cells[column]
    if not text:
        return None
    try:
        if not _TIME.fullmatch(text):
            raise ValueError
        return time.fromisoformat(text)
    except ValueError:
        raise MalformedCell(column, text, "a time like 12:00:00") from None


def integer(column: str, text: str) -> int:
    """A required whole number, zero or more."""
    if not _INTEGER.fullmatch(text):
        raise MalformedCell(column, text, "a whole number")
    return int(text)


def optional_integer(cells: Cells, column: str) -> int | None:
    return integer(column, cells[column]) if cells[column] else None


def decimal(column: str, text: str) -> Decimal:
    """A required decimal number, zero or more, with a point."""
    try:
        if not _DECIMAL.fullmatch(text):
            raise InvalidOperation
        return Decimal(text)
    except InvalidOperation:
        raise MalformedCell(column, text, "a number like 8200 or 2.8") from None


def optional_decimal(cells: Cells, column: str) -> Decimal | None:
    return decimal(column, cells[column]) if cells[column] else None


def choice(cells: Cells, column: str, *allowed: str) -> str:
    """One of the allowed words. Raises MalformedCell otherwise, also for an empty cell."""
    if cells[column] not in allowed:
        raise MalformedCell(column, cells[column], "one of " + ", ".join(allowed))
    return cells[column]


def yes_no(cells: Cells, column: str) -> bool:
    return choice(cells, column, "yes", "no") == "yes"


def items(cells: Cells, column: str) -> list[str]:
    """The parts of a ``|`` list; an empty cell is the empty list."""
    return cells[column].split("|") if cells[column] else []


def pair(column: str, text: str, separator: str) -> tuple[str, str]:
    """``left<separator>right``, both required."""
    left, found, right = text.partition(separator)
    if not (left and found and right):
        raise MalformedCell(column, text, f"two parts with {separator} between")
    return left, right


def utc_text(moment: datetime) -> str:
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def local_text(moment: datetime) -> str:
    """Swedish time with offset, ``2026-03-02T10:00:00+01:00``."""
    return local_time(moment).isoformat(timespec="seconds")


def two_decimals(value: Fraction | Decimal | None) -> str:
    """Half up, always two decimals; empty for None. Exact for fractions too."""
    return "" if value is None else str(round_half_up(Fraction(value)))
