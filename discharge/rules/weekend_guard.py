"""Helgvakten: who has closed when the patient comes home. A warning that asks, never a lock. Intern rutin.

Calendar days count fully in the law, weekends included; a closed door stops no clock.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Final

from lus.opening_hours import Hours, Span, is_open, next_opening, spans
from lus.swedish_time import (
    at_local,
    end_of_local_day,
    is_statutory_free_day,
    local_date,
    local_midnight,
    local_time,
)

FRIDAY: Final = 4
NOON, MORNING = time(12), time(8)
CHOICES: Final[dict[str, str]] = {
    "agreed": "Överenskommet med mottagaren",
    "other_date": "Ett annat datum väljs",
    "on_call": "Jouren kontaktas",
}


@dataclass(frozen=True, slots=True)
class Receiver:
    """A unit that is to take over. ``on_call``: spans in which somebody with a mandate answers in its stead."""

    unit_id: str
    hours: Hours
    on_call: Sequence[Span] = ()


@dataclass(frozen=True, slots=True)
class Closed:
    """A receiver that has closed then. ``opens_at``: when it opens next, None when it is not known."""

    unit_id: str
    opens_at: datetime | None


def closed_on(receivers: Sequence[Receiver], day: date) -> tuple[Closed, ...]:
    """Return who is closed all of a planned day; on a Friday all of it after 12.00. Unknown hours warn of nothing."""
    start, end = local_midnight(day), end_of_local_day(day)
    if day.weekday() == FRIDAY and not is_statutory_free_day(day):
        start = at_local(day, NOON)
    return tuple(
        _closed(one, start)
        for one in receivers
        if one.hours.is_known and not any(spans(one.hours, start, end)) and not _covered(one, start, end)
    )


def closed_at(receivers: Sequence[Receiver], instant: datetime) -> tuple[Closed, ...]:
    """Return who is closed at an instant between Friday 12.00 and Monday 08.00, on a red day or on a listed eve.

    On an ordinary evening nobody is warned: the receivers open the next morning.
    """
    if not is_guarded(instant):
        return ()
    moment = timedelta(seconds=1)
    return tuple(
        _closed(one, instant)
        for one in receivers
        if one.hours.is_known
        and not is_open(one.hours, instant)
        and not _covered(one, instant, instant + moment)
    )


def is_guarded(instant: datetime) -> bool:
    """Fri 12.00 to Mon 08.00, helgdagar (lag 1989:253) and listed eves, with the morning after a free day."""
    day, clock = local_date(instant), local_time(instant).time()
    if is_statutory_free_day(day) or (day.weekday() == FRIDAY and clock >= NOON):
        return True
    return clock < MORNING and is_statutory_free_day(day - timedelta(days=1))


def _covered(one: Receiver, start: datetime, end: datetime) -> bool:
    return any(begin < end and stop > start for begin, stop in one.on_call)


def _closed(one: Receiver, at: datetime) -> Closed:
    return Closed(one.unit_id, next_opening(one.hours, at))
