"""Perioder som utskrivningsklar, LUS 3 kap. 1 § and 5 kap. 1 §: each ready notice and what ended it.

ready ──────────── withdrawn        ready ─────────── discharged
└─── period 1 ───┘                  └─── period 2 ──┘
                                                       the final close ends the ledger
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Final, Literal

from lus.swedish_time import local_date

EventKind = Literal[
    "ready", "withdrawn", "annulled", "leave_start", "leave_end", "discharged", "died", "transferred"
]
CloseKind = Literal["withdrawn", "annulled", "discharged", "died", "transferred"]

EVENT_KINDS: Final[tuple[EventKind, ...]] = (
    "ready",
    "withdrawn",
    "annulled",
    "leave_start",
    "leave_end",
    "discharged",
    "died",
    "transferred",
)
FINAL: Final = frozenset({"discharged", "died", "transferred"})
_CLOSES: Final[dict[EventKind, CloseKind]] = {
    "withdrawn": "withdrawn",
    "annulled": "annulled",
    "discharged": "discharged",
    "died": "died",
    "transferred": "transferred",
}


class ImpossibleEvents(ValueError):
    """Events that cannot follow each other, such as a withdrawal without a notice in force."""


@dataclass(frozen=True, slots=True)
class LedgerEvent:
    """One event that starts, ends or pauses the count. ``at`` is aware; ``id`` the stored event, if any."""

    kind: EventKind
    at: datetime
    id: str = ""


@dataclass(frozen=True, slots=True)
class Period:
    """From a ready notice to its close (None: open). ``annulled``: entered in error, with all its dates."""

    id: str
    sent_at: datetime
    closed_at: datetime | None = None
    closed_by: CloseKind | None = None
    annulled: bool = False

    def touches(self, day: date, end: date) -> bool:
        """Whether the local date lies in the period; an open period runs through ``end``."""
        last = end if self.closed_at is None else local_date(self.closed_at)
        return local_date(self.sent_at) <= day <= last

    def closes_on(self, day: date) -> bool:
        return self.closed_at is not None and local_date(self.closed_at) == day


@dataclass(frozen=True, slots=True)
class Leave:
    """Permission: local dates it starts and ends on. Open and never closed: ``end`` None."""

    start: date
    end: date | None

    def covers(self, day: date) -> bool:
        """Whether the whole local date is spent away: strictly between start and end."""
        return self.start < day and (self.end is None or day < self.end)


@dataclass(frozen=True, slots=True)
class Periods:
    """A case's ready periods oldest first, its leaves, and the event that finally closed it (None: open)."""

    all: tuple[Period, ...]
    leaves: tuple[Leave, ...]
    final_close: LedgerEvent | None

    def ruling(self, day: date, end: date) -> Period | None:
        """The period that decides the date: of two that touch it, the later one."""
        return next((period for period in reversed(self.all) if period.touches(day, end)), None)

    def on_leave(self, day: date) -> bool:
        return any(leave.covers(day) for leave in self.leaves)


def read_periods(events: Iterable[LedgerEvent]) -> Periods:
    """Fold events, in any order, to periods. Events at the same instant keep the order given.

    Raises ImpossibleEvents, with the kind and instant, when an event cannot follow those before it.
    """
    ordered = sorted(events, key=lambda event: event.at)
    periods: list[Period] = []
    final_close: LedgerEvent | None = None
    for event in ordered:
        if event.kind == "ready":
            _open(periods, event)
            final_close = None
        elif event.kind == "annulled":
            _annul(periods, event)
        elif event.kind in _CLOSES:
            _close(periods, event)
            final_close = final_close or (event if event.kind in FINAL else None)
    return Periods(tuple(periods), _leaves(ordered), final_close)


def _is_open(periods: list[Period]) -> bool:
    return bool(periods) and periods[-1].closed_at is None


def _open(periods: list[Period], event: LedgerEvent) -> None:
    if _is_open(periods):
        raise ImpossibleEvents(f"ready at {event.at.isoformat()} while a ready notice is in force")
    periods.append(Period(event.id or f"period-{len(periods) + 1}", event.at))


def _close(periods: list[Period], event: LedgerEvent) -> None:
    if _is_open(periods):
        periods[-1] = replace(periods[-1], closed_at=event.at, closed_by=_CLOSES[event.kind])
    elif event.kind == "withdrawn":
        raise ImpossibleEvents(f"withdrawn at {event.at.isoformat()} without a ready notice in force")


def _annul(periods: list[Period], event: LedgerEvent) -> None:
    if not periods or periods[-1].annulled:
        raise ImpossibleEvents(f"annulled at {event.at.isoformat()} without a ready notice")
    if _is_open(periods):
        periods[-1] = replace(periods[-1], closed_at=event.at, closed_by="annulled")
    periods[-1] = replace(periods[-1], annulled=True)


def _leaves(ordered: list[LedgerEvent]) -> tuple[Leave, ...]:
    leaves: list[Leave] = []
    started: datetime | None = None
    for event in ordered:
        if event.kind == "leave_start":
            if started is not None:
                raise ImpossibleEvents(f"leave_start at {event.at.isoformat()} during a leave")
            started = event.at
        elif event.kind == "leave_end":
            if started is None:
                raise ImpossibleEvents(f"leave_end at {event.at.isoformat()} without a leave")
            leaves.append(Leave(local_date(started), local_date(event.at)))
            started = None
    if started is not None:
        leaves.append(Leave(local_date(started), _first_close_after(started, ordered)))
    return tuple(leaves)


def _first_close_after(started: datetime, ordered: list[LedgerEvent]) -> date | None:
    closes = (event.at for event in ordered if event.kind in _CLOSES and event.at >= started)
    return next(map(local_date, closes), None)
