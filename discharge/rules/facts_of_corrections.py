"""Rättelser och efterregistreringar som väntar: what somebody has said and another person has not confirmed yet."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Literal

Answer = Literal["", "confirmed", "silence", "contested"]


@dataclass(frozen=True)
class Proposal:
    """A correction that a second person at the unit must confirm. ``data``: as ``event_corrected`` will have it."""

    event_id: str
    at: datetime
    unit_id: str
    by: str
    by_name: str
    data: Mapping[str, Any]


@dataclass(frozen=True)
class PaperNotice:
    """A notice that went on paper in an outage. ``counterpart``: the unit that received it, and answers.

    ``notice_id``: the event that was sent afterwards; ``happened_at``: when the paper went.
    """

    event_id: str
    notice_id: str
    kind: str
    unit_id: str
    counterpart: str
    happened_at: datetime
    made_at: datetime
    serial: str
    answer: Answer = ""
    answered_at: datetime | None = None


@dataclass(frozen=True)
class CorrectionFacts:
    """What waits for a second person, oldest first, and what was registered from paper."""

    proposals: tuple[Proposal, ...] = ()
    paper: tuple[PaperNotice, ...] = field(default=())
