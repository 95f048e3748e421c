"""Eskaleringstrappa: when an unread message is reminded of, and who is told next. Intern rutin, never law.

Ordinary messages are counted in minutes of open time; urgent ones by the clock on the wall.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from lus.opening_hours import Hours, after_open_time, closes_at, next_opening

REMIND, BACKUP, CALL, HEAD = 1, 2, 3, 4
LEVELS: Final[dict[int, str]] = {
    REMIND: "Påminnelse till enheten",
    BACKUP: "Ersättare och lokal administratör",
    CALL: "Telefonkort till avsändaren",
    HEAD: "Enhetens chef",
}


@dataclass(frozen=True, slots=True)
class Ladder:
    """Minutes from delivery. ``normal``: open time for levels 1–3; ``after_opening``: level 4, from the next opening.

    ``urgent``: clock time for levels 1–4.
    """

    normal: tuple[int, int, int] = (120, 240, 360)
    after_opening: int = 60
    urgent: tuple[int, int, int, int] = (30, 60, 90, 120)


STANDARD: Final = Ladder()


def levels(ladder: Ladder, hours: Hours, sent_at: datetime, *, urgent: bool) -> tuple[datetime, ...]:
    """Return when levels 1 to 4 are due, each no earlier than the one before.

    Hours that nobody has registered, or that never come, count as open: silence must not stop the ladder.
    """
    if urgent:
        return tuple(sent_at + timedelta(minutes=minutes) for minutes in ladder.urgent)
    found = [_open_minutes(hours, sent_at, minutes) for minutes in ladder.normal]
    found.append(_after_next_opening(hours, found[-1], ladder.after_opening))
    return tuple(max(found[: index + 1]) for index in range(len(found)))


def _open_minutes(hours: Hours, start: datetime, minutes: int) -> datetime:
    length = timedelta(minutes=minutes)
    return (after_open_time(hours, start, length) if hours.is_known else None) or start + length


def _after_next_opening(hours: Hours, start: datetime, minutes: int) -> datetime:
    closes = closes_at(hours, start)
    opens = next_opening(hours, closes or start) if hours.is_known else None
    return (opens or start) + timedelta(minutes=minutes)
