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
class OnCallFacts:
    """``calls``: unit id → when it was last called, answered or not; ``decisions``: oldest first."""

    calls: dict[str, datetime] = field(default_factory=dict)
    decisions: tuple[OnCallDecision, ...] = ()
