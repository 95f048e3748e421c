"""Vad som inte är slump: the four patterns of an XmR chart, and which way each points."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final, Literal

from .xmr import Direction, Limits, Point, Segment

Flag = Literal["astronomical", "shift", "trend", "two_of_three"]
PointType = Literal["common", "improvement", "concern", "neutral", "gap", "run"]
RUN: Final = 7


@dataclass(frozen=True, slots=True)
class Judged:
    """A point with the patterns that it is part of, and the words for it."""

    point: Point
    limits: Limits | None
    flags: tuple[Flag, ...]
    type: PointType


def judged(segment: Segment, direction: Direction) -> tuple[Judged, ...]:
    """Return the segment's points with their flags. A gap ends every run."""
    points, limits = segment.points, segment.limits
    if limits is None:
        kinds: list[PointType] = ["gap" if point.value is None else "run" for point in points]
        return tuple(Judged(point, None, (), kind) for point, kind in zip(points, kinds, strict=True))
    marks = {name: set(find(points, limits)) for name, find in RULES.items()}
    return tuple(
        _judged(points, place, limits, tuple(name for name in RULES if place in marks[name]), direction)
        for place in range(len(points))
    )


def _judged(
    points: Sequence[Point], place: int, limits: Limits, flags: tuple[Flag, ...], direction: Direction
) -> Judged:
    value = points[place].value
    if value is None:
        return Judged(points[place], limits, (), "gap")
    if not flags:
        return Judged(points[place], limits, (), "common")
    if direction == "neutral":
        return Judged(points[place], limits, flags, "neutral")
    side = value - limits.mean or _step(points, place)
    good = (side > 0) == (direction == "up")
    return Judged(points[place], limits, flags, "improvement" if good else "concern")


def _step(points: Sequence[Point], place: int) -> float:
    """A point of a trend that lies on the mean goes by its step, the one towards it or else the one from it."""
    for one, other in ((place - 1, place), (place, place + 1)):
        if one >= 0 and other < len(points):
            before, after = points[one].value, points[other].value
            if before is not None and after is not None:
                return after - before
    return 0.0


def _astronomical(points: Sequence[Point], limits: Limits) -> Iterator[int]:
    for place, point in enumerate(points):
        if point.value is not None and not limits.lower <= point.value <= limits.upper:
            yield place


def _shift(points: Sequence[Point], limits: Limits) -> Iterator[int]:
    sides = [0 if point.value is None else _sign(point.value - limits.mean) for point in points]
    for start in range(len(points) - RUN + 1):
        window = sides[start : start + RUN]
        if window[0] and len(set(window)) == 1:
            yield from range(start, start + RUN)


def _trend(points: Sequence[Point], limits: Limits) -> Iterator[int]:
    steps = [
        0 if one.value is None or other.value is None else _sign(other.value - one.value)
        for one, other in pairwise(points)
    ]
    for start in range(len(points) - RUN + 1):
        window = steps[start : start + RUN - 1]
        if window[0] and len(set(window)) == 1:
            yield from range(start, start + RUN)


def _two_of_three(points: Sequence[Point], limits: Limits) -> Iterator[int]:
    for start in range(len(points) - 2):
        away = [_away(point, limits) for point in points[start : start + 3]]
        if 0 in away or len({_sign(one) for one in away}) != 1:
            continue
        far = [
            start + place for place, one in enumerate(away) if limits.width * 2 / 3 < abs(one) <= limits.width
        ]
        if len(far) >= 2:
            yield from far


def _away(point: Point, limits: Limits) -> float:
    return 0 if point.value is None else point.value - limits.mean


def _sign(value: float) -> int:
    return (value > 0) - (value < 0)


RULES: Final[dict[Flag, Callable[[Sequence[Point], Limits], Iterator[int]]]] = {
    "astronomical": _astronomical,
    "shift": _shift,
    "trend": _trend,
    "two_of_three": _two_of_three,
}
