"""Månadsdiagram med gränser: geometry for ``deviations/charts/months.svg``. A gap is a gap."""

from collections.abc import Mapping
from typing import Any, Final

from deviations.rules.half_year.tables import ReportTable, cell_words

LEFT, RIGHT, TOP, BOTTOM, WIDTH, HEIGHT = 34, 6, 10, 22, 360, 190
RATE, LOWER, UPPER, MARK = 2, 3, 4, 5
INSIDE: Final = ("", "Inom gränserna")


def month_chart_shape(table: ReportTable, chart: Mapping[str, Any]) -> dict[str, Any] | None:
    """Return the shapes, or None when no month may be shown. ``chart``: of the content."""
    values = [row for _, row in table.rows]
    numbers = [one for row in values for one in (row[RATE], row[UPPER]) if isinstance(one, int | float)]
    if not any(isinstance(row[RATE], int | float) for row in values):
        return None
    scale = _Scale(max([*numbers, chart["middle"] or 0]) * 1.08 or 1.0, len(values))
    return {
        "kind": "months",
        "id": f"chart-{table.key}",
        "title": table.title,
        "desc": f"{chart['verdict']} Alla tal står i tabellen.",
        "width": WIDTH,
        "height": HEIGHT,
        "left": LEFT,
        "right": WIDTH - RIGHT,
        "bottom": HEIGHT - BOTTOM,
        "runs": _runs([row[RATE] for row in values], scale),
        "limits": [
            path for column in (LOWER, UPPER) for path in _steps([row[column] for row in values], scale)
        ],
        "middle": None if chart["middle"] is None else scale.y(chart["middle"]),
        "points": [
            {"x": scale.x(place), "y": scale.y(rate), "marked": row[MARK] not in INSIDE}
            for place, row in enumerate(values)
            if isinstance(rate := row[RATE], int | float)
        ],
        "ticks": [{"y": scale.y(one), "words": cell_words(one)} for one in scale.ticks()],
        "names": [
            {"x": scale.x(place), "words": label[:4] + label[-2:]}
            for place, (label, _) in enumerate(table.rows)
            if place % 6 == 0
        ],
        "last": {"x": scale.x(len(values) - 1), "words": table.rows[-1][0][:4] + table.rows[-1][0][-2:]},
    }


class _Scale:
    def __init__(self, most: float, count: int) -> None:
        self.most, self.step = most, (WIDTH - LEFT - RIGHT) / count

    def x(self, place: int) -> float:
        return round(LEFT + (place + 0.5) * self.step, 1)

    def y(self, value: float) -> float:
        return round(HEIGHT - BOTTOM - value / self.most * (HEIGHT - TOP - BOTTOM), 1)

    def ticks(self) -> list[float]:
        """Nought, and two round numbers under the top."""
        step = next((one for one in (0.5, 1, 2, 5, 10, 20, 50, 100, 200, 500) if self.most / one <= 3), 1000)
        return [number * step for number in range(int(self.most // step) + 1)]


def _runs(rates: list[Any], scale: _Scale) -> list[str]:
    """The line between neighbours; broken where a month is hidden or had no discharges."""
    found: list[list[str]] = [[]]
    for place, rate in enumerate(rates):
        if isinstance(rate, int | float):
            found[-1].append(f"{scale.x(place)},{scale.y(rate)}")
        elif found[-1]:
            found.append([])
    return [" ".join(run) for run in found if len(run) > 1]


def _steps(limits: list[Any], scale: _Scale) -> list[str]:
    half = round(scale.step / 2, 1)
    return [
        f"M{scale.x(place) - half:.1f} {scale.y(one)}h{2 * half}"
        for place, one in enumerate(limits)
        if isinstance(one, int | float)
    ]
