"""Rutnät steg × riktning: geometry for ``deviations/charts/heat.svg``; darker is more, and the number stands in it."""

from typing import Any, Final

from deviations.rules.half_year.sheet import HIDDEN_WORDS
from deviations.rules.half_year.tables import ReportTable

LEFT, TOP, CELL, ROW, WIDTH = 120, 24, 40, 26, 360
# Kommun, Region, Öppenvård, Slutenvård; the table beneath has the whole words.
SHORT: Final = ("K→R", "R→K", "Ö→S", "S→Ö", "K→K", "R→R")
KEY_WORDS: Final = "K kommun, R region, Ö öppenvård, S slutenvård."
# Shades of one hue: more or less, neither good nor bad. Light text on the last two.
SHADES: Final = ("#ffffff", "#e2eef0", "#c2dade", "#8fbcc5", "#2c7786", "#0f5563")
LIGHT_FROM: Final = 4


def heat_chart(table: ReportTable) -> dict[str, Any]:
    """Return ``{id, title, desc, height, heads, rows}``; a row is ``{label, y, cells}``."""
    rows = table.rows[:-1]
    most = max((value for _, values in rows for value in values[:-1] if isinstance(value, int)), default=0)
    return {
        "kind": "heat",
        "id": f"chart-{table.key}",
        "title": table.title,
        "desc": f"Mörkare är fler. Störst tal som visas: {most}. Alla tal står i tabellen.",
        "key_words": KEY_WORDS,
        "width": WIDTH,
        "height": TOP + len(rows) * ROW + 2,
        "cell": CELL,
        "row": ROW,
        "heads": [{"label": name, "x": LEFT + place * CELL + CELL / 2} for place, name in enumerate(SHORT)],
        "rows": [
            {
                "label": _short(label),
                "y": TOP + place * ROW + 17,
                "cells": [_cell(value, across, place, most) for across, value in enumerate(values[:-1])],
            }
            for place, (label, values) in enumerate(rows)
        ],
    }


def _cell(value: Any, across: int, down: int, most: int) -> dict[str, Any]:
    shade = 0 if not value else 1 + min(4, value * 5 // (most + 1))
    x, y = LEFT + across * CELL, TOP + down * ROW
    return {
        "x": x,
        "y": y,
        "middle": x + CELL / 2,
        "line": y + 17,
        "fill": SHADES[shade],
        "ink": "#ffffff" if shade >= LIGHT_FROM else "#14211f",
        "words": HIDDEN_WORDS if value is None else str(value),
    }


def _short(label: str) -> str:
    """The first words that have room in the margin."""
    words = label.split()
    while len(" ".join(words)) > 17 and len(words) > 1:
        words.pop()
    text = " ".join(words)
    return text if len(text) <= 18 else text[:16] + "…"
