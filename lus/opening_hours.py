"""Öppettider: when somebody is there, when next, and how much open time lies between two instants.

Plain Python over `swedish_time`. Opening hours move reminders and routines; they never move a limit of the law.
A red day (lag 1989:253) has Sunday's hours, a listed eve (midsommarafton, julafton, nyårsafton) Saturday's, unless
the day has hours of its own.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from typing import Final

from lus.swedish_time import (
    ONE_DAY,
    SATURDAY,
    SUNDAY,
    Pass,
    SkippedLocalTime,
    at_local,
    end_of_local_day,
    is_helgdag,
    is_statutory_free_day,
    local_date,
)

OpenDay = tuple[time, time]
Span = tuple[datetime, datetime]
# "Till 23.59" is how a day without closing time is written down.
WHOLE_DAY_CLOSES: Final = time(23, 59)
SPRING_JUMPS_TO: Final = time(3, 0)
# A unit that has not opened within a year and a half has closed for good.
HORIZON: Final = timedelta(days=550)
# A unit without a closing time for a fortnight is shown as open round the clock.
FORTNIGHT: Final = timedelta(days=14)
OFFICE: Final = (time(8, 0), time(16, 30))


@dataclass(frozen=True, slots=True)
class Hours:
    """``weekly``: weekday (0 = Monday) → (opens, closes) on the clock in Sweden; a missing weekday is closed.

    ``dated``: a day's own hours, None = closed that day.
    """

    weekly: Mapping[int, OpenDay] = field(default_factory=dict)
    dated: Mapping[date, OpenDay | None] = field(default_factory=dict)

    @property
    def is_known(self) -> bool:
        """Whether anybody has said anything: no hours at all means not registered, never closed for ever."""
        return bool(self.weekly or self.dated)


OFFICE_HOURS: Final = Hours(dict.fromkeys(range(5), OFFICE))


def hours_on(hours: Hours, day: date) -> OpenDay | None:
    """Return the day's opening and closing time, None when it is closed all day."""
    if day in hours.dated:
        return hours.dated[day]
    if is_helgdag(day):
        return hours.weekly.get(SUNDAY)
    if day.weekday() < SATURDAY and is_statutory_free_day(day):
        return hours.weekly.get(SATURDAY)
    return hours.weekly.get(day.weekday())


def span_on(hours: Hours, day: date) -> Span | None:
    """Return the instants (UTC) between which the unit is open on the local date; the end is exclusive."""
    found = hours_on(hours, day)
    if found is None:
        return None
    opens, closes = found
    ends = end_of_local_day(day) if closes >= WHOLE_DAY_CLOSES else _instant(day, closes, "second")
    return _instant(day, opens, "first"), ends


def is_open(hours: Hours, at: datetime) -> bool:
    """Whether somebody is there at the instant."""
    span = span_on(hours, local_date(at))
    return span is not None and span[0] <= at < span[1]


def closes_at(hours: Hours, at: datetime) -> datetime | None:
    """Return when the unit that is open at ``at`` closes; None when it is closed, or does not close in a fortnight."""
    if not is_open(hours, at):
        return None
    end = at
    for start, stop in spans(hours, at, at + FORTNIGHT):
        if start > end:
            break
        end = max(end, stop)
    return None if end >= at + FORTNIGHT else end


def next_opening(hours: Hours, at: datetime) -> datetime | None:
    """Return ``at`` itself when the unit is open, else when it opens next; None when it does not."""
    return next((start for start, _ in spans(hours, at, at + HORIZON)), None)


def open_time(hours: Hours, start: datetime, end: datetime) -> timedelta:
    """Return how long the unit is open between two instants: elapsed time, an hour more or less on DST nights."""
    return sum((stop - begin for begin, stop in spans(hours, start, end)), timedelta(0))


def after_open_time(hours: Hours, start: datetime, length: timedelta) -> datetime | None:
    """Return the instant when the unit has been open for ``length`` since ``start``; None when it never is."""
    left = length
    for begin, stop in spans(hours, start, start + HORIZON):
        if stop - begin >= left:
            return begin + left
        left -= stop - begin
    return None


def spans(hours: Hours, start: datetime, end: datetime) -> Iterator[Span]:
    """Yield the open spans between two instants, cut to them, in order."""
    day = local_date(start)
    while day <= local_date(end):
        span = span_on(hours, day)
        if span is not None and span[1] > start and span[0] < end:
            yield max(span[0], start), min(span[1], end)
        day += ONE_DAY


def _instant(day: date, clock: time, which: Pass) -> datetime:
    try:
        return at_local(day, clock, which=which)
    except SkippedLocalTime:
        return at_local(day, SPRING_JUMPS_TO)
