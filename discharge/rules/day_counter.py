"""Dagräknaren, LUS 5 kap. 4 §: *dag noll*, *dag 1 av 2*, *dag 5, över frist*; no money.

Day zero Mon, first liable day Thu: "Dag noll", "Dag 1 av 2", "Dag 2 av 2", "Dag 3, över frist".
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal

from discharge.rules.day_codes import DayCode
from discharge.rules.ledger_day import DayInPeriod
from discharge.rules.payment_liability import PaymentTerms, day_zero, first_liable_day
from lus.swedish_time import local_midnight

Phase = Literal["before_day_zero", "day_zero", "grace", "over"]


@dataclass(frozen=True, slots=True)
class DayCounter:
    """Where a local date stands in an open period.

    ``number`` counts dates from day zero (negative before it), ``of`` is the number of grace days,
    ``grace_ends_at`` the UTC instant at which the first liable day begins, ``words`` the Swedish text.
    """

    phase: Phase
    number: int
    of: int
    day_zero: date
    first_liable_day: date
    grace_ends_at: datetime
    words: str


def day_counter(sent_at: datetime, terms: PaymentTerms, on: date) -> DayCounter:
    """The counter on a local date for the ready notice in force. ``sent_at`` is aware."""
    zero = day_zero(sent_at, terms)
    return counter_from(zero, first_liable_day(zero, terms), on)


def counter_from(zero: date, first: date, on: date) -> DayCounter:
    """The same from day zero and the first liable day, as lists keep them."""
    number, free = (on - zero).days, (first - zero).days - 1
    phase, words = _phase(number, free)
    return DayCounter(phase, number, free, zero, first, local_midnight(first), words)


def _phase(number: int, free: int) -> tuple[Phase, str]:
    if number < 0:
        return "before_day_zero", "Före dag noll"
    if number == 0:
        return "day_zero", "Dag noll"
    if number <= free:
        return "grace", f"Dag {number} av {free}"
    return "over", f"Dag {number}, över frist"


def free_day_number(at: DayInPeriod, code: DayCode) -> str:
    """The figure of a free day in the day strip: ``0`` on day zero, ``1 av 2`` on a grace day, else empty."""
    if code is DayCode.DAY_ZERO:
        return "0"
    if code is DayCode.GRACE:
        return f"{(at.day - at.count.day_zero).days} av {at.count.grace_days}"
    return ""
