"""Tid i ord: *31 h*, *24 h 20 min*, *3 dygn*; *mån 2/3 10.00* to the minute."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Final

from discharge.rules.swedish_words import short_moment

MINUTE: Final = 60
MANY_HOURS: Final = 72


def elapsed_words(length: timedelta, limit_hours: int) -> str:
    """Return whole hours; with minutes in the hour of the limit, days from three days on."""
    minutes = int(length.total_seconds()) // MINUTE
    hours, left = divmod(minutes, MINUTE)
    if hours >= MANY_HOURS:
        return f"{hours // 24} dygn"
    return f"{hours} h {left} min" if hours <= limit_hours and left else f"{hours} h"


def minute_words(at: datetime) -> str:
    """Return the day and the minute in Sweden."""
    return short_moment(at.replace(second=0, microsecond=0))
