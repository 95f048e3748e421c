"""Utsedda kontakter as facts, beside the fast vårdkontakt."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime


@dataclass(frozen=True, slots=True)
class FixedCareWorker:
    """Fast omsorgskontakt: who in the municipality, reached how, from which Swedish day on."""

    unit_id: str
    name: str
    phone: str
    phone_function: str
    from_day: date
    named_at: datetime
