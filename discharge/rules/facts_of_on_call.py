"""Jour och eskalering: what the case's events say of calls, on-call decisions, warnings and unread messages."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime


@dataclass(frozen=True, slots=True)
class OnCallDecision:
    """Jourbeslut. ``valid_to``: when the regular unit opens and takes over; None = its hours are not registered."""

    event_id: str
    unit_id: str
    item: str
    outcome: str
    decided_at: datetime
    valid_to: datetime | None


@dataclass(frozen=True, slots=True)
class WeekendWarning:
    """Helgvarning: the closed units of ``day``. It lapses when the date or the notice that raised it is changed."""

    event_id: str
    raised_at: datetime
    day: str
    closed: tuple[str, ...]
    answered_at: datetime | None = None
    choice: str = ""


@dataclass(frozen=True, slots=True)
class OnCallFacts:
    """``weekend``: the warning in force, answered or not.
    ``calls``: unit id → when it was last called, answered or not; ``decisions``: oldest first."""

    calls: dict[str, datetime] = field(default_factory=dict)
    decisions: tuple[OnCallDecision, ...] = ()
    weekend: WeekendWarning | None = None
