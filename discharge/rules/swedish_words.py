"""Datum och klockslag i löpande text: *ons 4/3*, *mån 2/3 10.00*, *4 mars 2026*."""

from __future__ import annotations

from datetime import date, datetime
from typing import Final

from lus.swedish_time import local_time, whole_second

_DAYS: Final = ("mån", "tis", "ons", "tor", "fre", "lör", "sön")


def short_day(day: date) -> str:
    """``ons 4/3``"""
    return f"{_DAYS[day.weekday()]} {day.day}/{day.month}"


def short_moment(instant: datetime) -> str:
    """``mån 2/3 10.00`` in Swedish time; with seconds when there are any, for they can decide the day."""
    local = local_time(whole_second(instant))
    clock = f"{local:%H.%M.%S}" if local.second else f"{local:%H.%M}"
    return f"{short_day(local.date())} {clock}"


def opening(text: str) -> str:
    """The text with a capital first letter and the rest untouched."""
    return text[:1].upper() + text[1:]
