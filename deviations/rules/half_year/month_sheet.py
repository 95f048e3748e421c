"""Månad för månad: the rate of each month in two years, with the limits of chance. Reckoned from what is shown only.

u-diagram; an XmR chart of the rate when the counts vary more than a u-chart's model lets them (indicators, 7).
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from lus.figures.u_chart import Counted, UChart, u_chart
from lus.figures.xmr import FEWEST, Point, segments
from lus.figures.xmr_flags import judged
from lus.figures.xmr_verdict import verdict, verdict_words

from .period import month_name
from .reported import Material
from .sheet import Row, Sheet, shown_line

COLUMNS: Final = ("Antal", "Utskrivningar", "Per 1 000", "Undre gräns", "Övre gräns", "Läge")
THOUSAND: Final = 1000
NOTES: Final = {
    "u": "u-diagram: antal på 1 000 utskrivningar, med gränser för slumpen (tre standardavvikelser).",
    "xmr": "XmR-diagram av antal på 1 000 utskrivningar. Antalen varierar mer än ett u-diagram räknar med.",
    "run": f"Linje utan gränser: det finns färre än {FEWEST} månader att räkna på. Strecket är medianen.",
}


@dataclass(frozen=True, slots=True)
class Month:
    """``rate``, ``lower``, ``upper``: on a thousand discharges; None without any, or when the count is hidden."""

    first: date
    count: int | None
    discharges: int
    rate: float | None = None
    lower: float | None = None
    upper: float | None = None
    mark: str = ""


@dataclass(frozen=True, slots=True)
class Chart:
    """``kind``: a key of ``NOTES``. ``middle``: the mean (of a run chart: the median), on a thousand discharges."""

    kind: str
    months: tuple[Month, ...]
    middle: float | None
    verdict: str

    def as_json(self) -> dict[str, Any]:
        return {"kind": self.kind, "middle": self.middle, "verdict": self.verdict, "note": NOTES[self.kind]}


def month_chart(material: Material) -> Chart:
    """Return the chart of the months whose counts may be shown; the others are gaps."""
    months = _counted(material)
    exposed = [
        Counted(month.first.isoformat(), month.count, month.discharges)
        if month.count is not None
        else Counted(month.first.isoformat(), 0, 0)
        for month in months
    ]
    chart = u_chart(exposed)
    known = sum(one.rate is not None for one in chart.rates)
    if known >= FEWEST and not chart.is_dispersed:
        return _u(months, chart)
    return _xmr(months, chart)


def month_sheet(chart: Chart) -> Sheet:
    rows = tuple(
        Row(
            month.first.isoformat()[:7],
            month_name(month.first),
            (
                month.count,
                month.discharges,
                None if month.count is None else _or_nothing(month.rate),
                _or_nothing(month.lower),
                _or_nothing(month.upper),
                month.mark,
            ),
        )
        for month in chart.months
    )
    return Sheet("months", "Månad för månad", NOTES[chart.kind], "Månad", COLUMNS, rows)


def _counted(material: Material) -> list[Month]:
    """Each half-year's six months make its total, so they are masked together."""
    found: list[Month] = []
    for half_year in material.half_year.series:
        base = sum(material.discharges.get(month, 0) for month in half_year.months)
        shown = shown_line(
            {month.isoformat(): material.by_month.get(month, 0) for month in half_year.months}, base
        )
        found += [
            Month(month, shown[month.isoformat()], material.discharges.get(month, 0))
            for month in half_year.months
        ]
    return found


def _u(months: list[Month], chart: UChart) -> Chart:
    drawn = tuple(
        Month(
            month.first,
            month.count,
            month.discharges,
            _thousand(one.rate),
            _thousand(one.lower),
            _thousand(one.upper),
            "" if one.rate is None else "Utanför gränserna" if one.is_outside else "Inom gränserna",
        )
        for month, one in zip(months, chart.rates, strict=True)
    )
    last = next((month for month in reversed(drawn) if month.rate is not None), None)
    outside = sum(month.mark == "Utanför gränserna" for month in drawn)
    words = "Ingen månad ligger utanför gränserna för slumpen."
    if outside:
        words = f"{outside} av {len(drawn)} månader ligger utanför gränserna för slumpen."
    return Chart("u", drawn, _thousand(chart.mean), words if last else "Det finns inga månader att visa.")


def _xmr(months: list[Month], chart: UChart) -> Chart:
    points = [
        Point(one.counted.period, None if one.rate is None else one.rate * THOUSAND) for one in chart.rates
    ]
    segment = segments(points)[0]
    marked = judged(segment, "neutral")
    limits = segment.limits
    drawn = tuple(
        Month(
            month.first,
            month.count,
            month.discharges,
            _round(one.point.value),
            _round(max(0.0, limits.lower)) if limits and one.point.value is not None else None,
            _round(limits.upper) if limits and one.point.value is not None else None,
            ""
            if one.point.value is None or not limits
            else "Mer än slump"
            if one.flags
            else "Inom gränserna",
        )
        for month, one in zip(months, marked, strict=True)
    )
    words = verdict_words(verdict(segment, marked), segment, marked)
    return Chart("xmr" if limits else "run", drawn, _round(segment.middle), words)


def _thousand(rate: float | None) -> float | None:
    return None if rate is None else round(rate * THOUSAND, 1)


def _round(value: float | None) -> float | None:
    return None if value is None else round(value, 1)


def _or_nothing(value: float | None) -> float | str:
    return "" if value is None else value
