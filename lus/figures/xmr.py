"""XmR-diagram: limits of common variation for one series, segment by segment. Shewhart's constants for pairs.

Rule set: NHS *Making Data Count*, and no other (the handbook's page on indicators, 7).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise
from statistics import fmean, median
from typing import Final, Literal

Direction = Literal["up", "down", "neutral"]
FEWEST: Final = 12
# 3 / d2 and D4 for moving ranges of two.
WIDTH: Final = 2.66
LARGEST_RANGE: Final = 3.267


@dataclass(frozen=True, slots=True)
class Point:
    """``value`` None: a gap. ``segment``: a number that changes where the limits were begun anew."""

    period: str
    value: float | None
    segment: int = 1


@dataclass(frozen=True, slots=True)
class Limits:
    """``mean`` ± ``width``. ``amr``: mean of the moving ranges that were kept."""

    mean: float
    amr: float

    @property
    def width(self) -> float:
        return WIDTH * self.amr

    @property
    def lower(self) -> float:
        return self.mean - self.width

    @property
    def upper(self) -> float:
        return self.mean + self.width

    @property
    def near(self) -> tuple[float, float]:
        """Two thirds of the way to the limits."""
        return self.mean - self.width * 2 / 3, self.mean + self.width * 2 / 3


@dataclass(frozen=True, slots=True)
class Segment:
    """``limits`` None: fewer than twelve values; then ``middle`` (the median) is drawn and nothing is judged."""

    points: tuple[Point, ...]
    limits: Limits | None
    middle: float | None

    @property
    def known(self) -> int:
        return sum(point.value is not None for point in self.points)


def segments(
    points: Sequence[Point], *, fixed: int | None = None, screen: bool = True
) -> tuple[Segment, ...]:
    """Return the series with its limits. ``fixed``: they come from the first so many values of each segment.

    ``screen``: moving ranges that chance hardly makes are left out once.
    """
    return tuple(
        _segment(tuple(group), fixed, screen) for _, group in groupby(points, key=lambda point: point.segment)
    )


def _segment(points: tuple[Point, ...], fixed: int | None, screen: bool) -> Segment:
    values = [point.value for point in points if point.value is not None]
    if len(values) < FEWEST:
        return Segment(points, None, median(values) if values else None)
    base = _first(points, fixed)
    mean = fmean(point.value for point in base if point.value is not None)
    return Segment(points, Limits(mean, _mean_range(list(_ranges(base)), screen)), mean)


def _first(points: tuple[Point, ...], fixed: int | None) -> tuple[Point, ...]:
    """The points up to and with the ``fixed``:th value; all of them when nothing is fixed."""
    if fixed is None:
        return points
    seen = 0
    for place, point in enumerate(points):
        seen += point.value is not None
        if seen == fixed:
            return points[: place + 1]
    return points


def _ranges(points: Sequence[Point]) -> Iterator[float]:
    for one, next_one in pairwise(points):
        if one.value is not None and next_one.value is not None:
            yield abs(next_one.value - one.value)


def _mean_range(ranges: list[float], screen: bool) -> float:
    if not ranges:
        return 0.0
    mean = fmean(ranges)
    kept = [one for one in ranges if one < LARGEST_RANGE * mean] if screen else ranges
    return fmean(kept) if kept else mean
