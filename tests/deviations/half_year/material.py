"""A half-year told in a few words, for the tests of its report."""

from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta
from typing import Any

from deviations.rules.half_year.period import HalfYear
from deviations.rules.half_year.reported import Material, Met, Reported

HALF = HalfYear(2026, 1)
CUT_OFF = datetime(2026, 8, 3, 9, 0, tzinfo=UTC)
TUESDAY = date(2026, 3, 3)
BASE = 400


def met(day: date = TUESDAY, *, after: int | None = 1, limit: int | None = 3) -> Met:
    """Registered at noon of ``day``, done ``after`` days later (None: not done), with ``limit`` days."""
    since = datetime(day.year, day.month, day.day, 11, 0, tzinfo=UTC)
    due = None if limit is None else since + timedelta(days=limit)
    return Met(since, due, None if after is None else since + timedelta(days=after))


def reported(**other: Any) -> Reported:
    values: dict[str, Any] = {
        "event_date": TUESDAY,
        "direction": "kommun_to_region",
        "step": 1,
        "code_reported": "K01.2",
        "code_analysed": "",
        "consequence": "none",
        "delay_days": None,
        "care_form": "somatic_acute",
        "misaddressed": False,
        "acknowledged": met(),
        "answered": met(after=20, limit=30),
        "closed_at": CUT_OFF,
    }
    return Reported(**{**values, **other})


def material(rows: Sequence[Reported], **other: Any) -> Material:
    months = [month for half_year in HALF.series for month in half_year.months]
    by_month: dict[date, int] = {}
    for row in rows:
        first = row.event_date.replace(day=1)
        by_month[first] = by_month.get(first, 0) + 1
    values: dict[str, Any] = {
        "half_year": HALF,
        "cut_off": CUT_OFF,
        "county": "01",
        "policy": "01 från 2018-01-01",
        "taxonomy": "T1",
        "rows": rows,
        "by_month": by_month,
        "discharges": dict.fromkeys(months, BASE),
    }
    return Material(**{**values, **other})
