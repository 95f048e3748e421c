"""Luckor och dubbelbokningar: where promised hours have no shift, and where two shifts meet."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, datetime, time, timedelta

from lus.opening_hours import Span
from lus.swedish_time import (
    ONE_DAY,
    SATURDAY,
    SUNDAY,
    SkippedLocalTime,
    at_local,
    is_helgdag,
    is_statutory_free_day,
    local_date,
)

from .who_answers import Shift

# weekday (0 = Monday) → from, to; "to" not after "from" means the next day. Red days as Sunday, eves as Saturday.
Promise = tuple[int, time, time]


def promised_spans(promises: Sequence[Promise], start: datetime, end: datetime) -> list[Span]:
    """Return the promised hours between two instants, merged, in order."""
    found = []
    day = local_date(start) - ONE_DAY
    while day <= local_date(end):
        for weekday, begins, ends in promises:
            if weekday == _kind_of(day):
                stop = _instant(day + (ONE_DAY if ends <= begins else timedelta(0)), ends)
                found.append((max(_instant(day, begins), start), min(stop, end)))
        day += ONE_DAY
    return merged(found)


def uncovered(wanted: Sequence[Span], covers: Sequence[Span]) -> Iterator[Span]:
    """Yield what of ``wanted`` no span of ``covers`` reaches."""
    taken = merged(covers)
    for start, end in wanted:
        for begin, stop in taken:
            if stop <= start or begin >= end:
                continue
            if begin > start:
                yield start, begin
            start = max(start, stop)
        if start < end:
            yield start, end


def overlaps(shifts: Sequence[Shift]) -> Iterator[tuple[Shift, Shift]]:
    """Yield the pairs of shifts that are on duty at the same time."""
    ordered = sorted(shifts, key=lambda one: (one.starts_at, one.shift_id))
    for index, first in enumerate(ordered):
        for second in ordered[index + 1 :]:
            if second.starts_at >= first.ends_at:
                break
            yield first, second


def merged(found: Sequence[Span]) -> list[Span]:
    """Return the spans in order, those that touch as one."""
    whole: list[Span] = []
    for start, end in sorted(span for span in found if span[0] < span[1]):
        if whole and start <= whole[-1][1]:
            whole[-1] = whole[-1][0], max(whole[-1][1], end)
        else:
            whole.append((start, end))
    return whole


def _kind_of(day: date) -> int:
    if is_helgdag(day):
        return SUNDAY
    return SATURDAY if is_statutory_free_day(day) else day.weekday()


def _instant(day: date, clock: time) -> datetime:
    try:
        return at_local(day, clock, which="first")
    except SkippedLocalTime:
        return at_local(day, time(3, 0))
