"""Stapeldiagram (Pareto): geometry for ``deviations/charts/bars.svg``; the largest first, hidden rows left out."""

from typing import Any, Final

from deviations.rules.half_year.tables import ReportTable

MOST: Final = 8
WIDTH, ROW, NUMBER = 360, 38, 34


def bar_chart(table: ReportTable) -> dict[str, Any] | None:
    """Return ``{id, title, desc, height, bars}``, or None when no number above nought may be shown."""
    shown = [
        (label, values[0]) for label, values in table.rows[:-1] if isinstance(values[0], int) and values[0]
    ]
    ranked = sorted(shown, key=lambda one: -one[1])[:MOST]
    if not ranked:
        return None
    longest = ranked[0][1]
    bars = [
        {
            "label": label,
            "count": count,
            "y": place * ROW + 13,
            "top": place * ROW + 18,
            "length": round(count / longest * (WIDTH - NUMBER), 1),
            "end": round(count / longest * (WIDTH - NUMBER), 1) + 6,
            "middle": place * ROW + 29,
        }
        for place, (label, count) in enumerate(ranked)
    ]
    return {
        "kind": "bars",
        "id": f"chart-{table.key}",
        "title": table.title,
        "desc": f"Störst: {ranked[0][0]}, {longest}. Alla tal står i tabellen.",
        "width": WIDTH,
        "height": len(bars) * ROW,
        "bars": bars,
        "more": len(shown) > MOST,
    }
