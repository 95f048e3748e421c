"""Månadsmedelvärde, LUS 4 kap. 5 § and regional agreements: what a kommun owes for one month's discharges.

    days of a case  = discharge date - day zero of its last period, at least 0
    in the mean     = all valid cases, but those with more than ``individual_after_days``
    excess          = days in the mean - level x number of cases      (owed when above 0; equal is free)
    by themselves   = the rest: days beyond ``individual_offset`` each

Days and means are exact fractions; only money is rounded, 0.01 kr half up (D-06). Multiplying the excess mean
by the number of cases is our reading: agreements only say that what exceeds the mean is paid.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction
from typing import Literal

Status = Literal["no_cases", "blocked_individual_start", "nothing_to_pay", "blocked_missing_amount", "ok"]


@dataclass(frozen=True, slots=True)
class MeanTerms:
    """``mean_level`` in days, strict; None: no rule for long stays, or their start is unknown."""

    mean_level: Decimal
    individual_after_days: int | None = None
    individual_offset: int | None = None


@dataclass(frozen=True, slots=True)
class CaseDays:
    """One valid case. ``days`` is 0 or more; with ``day_zero`` a stay over New Year is priced by date."""

    days: int
    day_zero: date | None = None
    case_id: str = ""


@dataclass(frozen=True, slots=True)
class MonthlyMean:
    """The month's result. ``mean`` None without cases in it, ``individual_days`` None while blocked.

    ``money`` is kr with two decimals, or None when it cannot be said.
    """

    in_mean: int
    sum_days: int
    mean: Fraction | None
    excess_days: Fraction
    individual_cases: int
    individual_days: int | None
    status: Status
    money: Decimal | None


def case_days(ended_on: date, day_zero: date) -> int:
    """Days of a case in the mean: discharge or death date minus day zero, never below 0 (D-17 for deaths)."""
    return max(0, (ended_on - day_zero).days)


def monthly_mean(
    cases: Sequence[CaseDays], terms: MeanTerms, year: int, amounts: Mapping[int, Decimal]
) -> MonthlyMean:
    """Compute one month, payer and care form.

    ``cases`` are the valid ones, ``year`` the year of the month, ``amounts`` usable kr per day by year: a
    missing year blocks the money and is never taken as zero.
    """
    after = terms.individual_after_days
    inside = [case for case in cases if after is None or case.days <= after]
    outside = [case for case in cases if after is not None and case.days > after]
    total = sum(case.days for case in inside)
    excess = max(Fraction(0), total - Fraction(terms.mean_level) * len(inside))
    own = _individual_days(outside, terms, year)
    status, money = _settle(bool(cases), excess, own, year, amounts)
    return MonthlyMean(
        in_mean=len(inside),
        sum_days=total,
        mean=Fraction(total, len(inside)) if inside else None,
        excess_days=excess,
        individual_cases=len(outside),
        individual_days=None if own is None else sum(own.values()),
        status=status,
        money=money,
    )


def _individual_days(outside: Sequence[CaseDays], terms: MeanTerms, year: int) -> dict[int, int] | None:
    """Days of stays outside the mean by calendar year; None when the agreement is silent on their start."""
    if not outside:
        return {}
    if terms.individual_offset is None:
        return None
    by_year: dict[int, int] = {}
    for case in outside:
        for in_year, days in _years_of(case, terms.individual_offset, year).items():
            by_year[in_year] = by_year.get(in_year, 0) + days
    return by_year


def _years_of(case: CaseDays, offset: int, year: int) -> Mapping[int, int]:
    """Owed days of one long stay by calendar year; all in the month's year when its dates are not given."""
    if case.day_zero is None:
        return {year: max(0, case.days - offset)}
    dates = (case.day_zero + timedelta(days=number) for number in range(offset, case.days))
    return Counter(day.year for day in dates)


def _settle(
    any_case: bool, excess: Fraction, own: dict[int, int] | None, year: int, amounts: Mapping[int, Decimal]
) -> tuple[Status, Decimal | None]:
    if not any_case:
        return "no_cases", Decimal("0.00")
    if own is None:
        return "blocked_individual_start", None
    days = {in_year: Fraction(n) for in_year, n in own.items()}
    days[year] = days.get(year, Fraction(0)) + excess
    owed = {in_year: n for in_year, n in days.items() if n}
    if not owed:
        return "nothing_to_pay", Decimal("0.00")
    if owed.keys() - amounts.keys():
        return "blocked_missing_amount", None
    return "ok", round_half_up(sum((n * Fraction(amounts[y]) for y, n in owed.items()), Fraction(0)))


def round_half_up(value: Fraction) -> Decimal:
    """A fraction, 0 or more, as a Decimal with two decimals, halves upwards."""
    hundredths = (value * 100 + Fraction(1, 2)).__floor__()
    return Decimal(hundredths).scaleb(-2)
