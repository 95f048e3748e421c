"""Honest timings: each measurement takes turns with its floor, so that a machine that drifts slows both alike."""

import statistics
import time
from collections.abc import Callable
from dataclasses import asdict, dataclass
from typing import Any

from django.db import connection
from django.test.utils import CaptureQueriesContext


@dataclass
class Result:
    """One line of the report. ``value`` in ``unit``; ``goal`` the most it may be; ``floor`` what it is held against."""

    id: str
    what: str
    value: float
    unit: str
    goal: float
    floor: str
    sql: int | None = None

    @property
    def ok(self) -> bool:
        return self.value <= self.goal

    def as_dict(self) -> dict[str, Any]:
        return asdict(self) | {"value": round(self.value, 3), "ok": self.ok}


def in_turns(runs: int, *callables: Callable[[], object]) -> list[list[float]]:
    """Run the callables A B A B …, ``runs`` times each after two warm-ups; return milliseconds for each."""
    for callable_ in callables:
        callable_()
        callable_()
    times: list[list[float]] = [[] for _ in callables]
    for _ in range(runs):
        for index, callable_ in enumerate(callables):
            began = time.perf_counter()
            callable_()
            times[index].append((time.perf_counter() - began) * 1000)
    return times


def ratio(pairs: list[list[float]]) -> float:
    """Return the median of the ratios pair by pair: what was measured over its floor."""
    measured, floor = pairs
    return statistics.median(a / b for a, b in zip(measured, floor, strict=True))


def median(times: list[float]) -> float:
    return statistics.median(times)


def statements(callable_: Callable[[], object]) -> int:
    """Return how many SQL statements the callable sends, when it is not the first of its session."""
    callable_()
    with CaptureQueriesContext(connection) as captured:
        callable_()
    return len(captured)
