"""Enkätens tal: how many answered an item, how many of them well, and the mean. Vet ej is no answer to the item."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from .questionnaire import GOOD


@dataclass(frozen=True, slots=True)
class Figure:
    """``share``: whole per cent of the ``n`` answers that are good (4–5, or Ja). ``mean``: on the item's own scale."""

    n: int
    share: int
    mean: float


def figure(values: Iterable[object], scale: str) -> Figure:
    """Return the figure of the values that are steps of the scale. All zero when there is none."""
    steps = [value for value in values if isinstance(value, int)]
    if not steps:
        return Figure(0, 0, 0.0)
    good = sum(value in GOOD[scale] for value in steps)
    return Figure(len(steps), percent(good, len(steps)), round(sum(steps) / len(steps), 1))


def percent(part: int, whole: int) -> int:
    """Return whole per cent, a half rounded up; 0 of nothing."""
    return (200 * part + whole) // (2 * whole) if whole else 0
