"""Månadens granskning as facts: what the two sides have said of a case's days in one month."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Final, Literal

Side = Literal["region", "payer"]
SIDES: Final[tuple[Side, ...]] = ("region", "payer")
# The events of the review, in the order of a month's life.
REVIEW: Final = (
    "payment_line_approved",
    "payment_line_disputed",
    "payment_dispute_answered",
    "settlement_closed",
)


@dataclass(frozen=True)
class Approval:
    """One side has approved the days as ``fingerprint`` says they were. ``approver``: the user's id."""

    event_id: str
    at: datetime
    side: Side
    approver: str
    name: str
    days: int
    fingerprint: str


@dataclass(frozen=True)
class Dispute:
    """The payer's objection, and the region's answer: ``accept``, ``keep`` or "" while it waits.

    ``evidence``: the id of the event of the case that it points at, or "".
    """

    event_id: str
    at: datetime
    reason: str
    text: str
    evidence: str
    name: str
    answer: Literal["", "accept", "keep"] = ""
    answer_text: str = ""
    answered_at: datetime | None = None
    answered_by: str = ""


@dataclass(frozen=True)
class Closing:
    """Frozen: the days and the amount (kr, as written then, "" when the month decides) are never changed."""

    event_id: str
    at: datetime
    days: int
    amount: str
    fingerprint: str


@dataclass(frozen=True)
class MonthReview:
    """What has been said of one month (``2026-03``). Approvals are those given after the last dispute."""

    month: str
    approvals: tuple[Approval, ...] = ()
    dispute: Dispute | None = None
    closing: Closing | None = None
