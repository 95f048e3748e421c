"""Andelar av avvikelserna: re-coded, sent to the wrong unit, open for long, on a free day."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from lus.figures.table import TOTAL

from .reported import Material, Reported
from .sheet import Row, Sheet, share, shown_line

# Handbook deviations §9.
OPEN_LONG: Final = 60
LABELS: Final = {
    "recoded": "Omkodade av analytiker",
    "misaddressed": "Felriktade (sända vidare)",
    "open_long": f"Öppna mer än {OPEN_LONG} dagar",
    "free_day": "Hände på en lördag, söndag eller helgdag",
}


def share_sheet(material: Material) -> Sheet:
    tests: dict[str, Callable[[Reported], bool]] = {
        "recoded": lambda row: row.is_recoded,
        "misaddressed": lambda row: row.misaddressed,
        "open_long": lambda row: row.open_days(material.cut_off) > OPEN_LONG,
        "free_day": lambda row: row.on_free_day,
    }
    return Sheet(
        "shares",
        "Andelar",
        "Öppna räknas vid brytdagen. Av alla avvikelser under halvåret.",
        "Uppgift",
        ("Antal", "Av", "Andel %"),
        tuple(_row(key, test, material) for key, test in tests.items()),
    )


def _row(key: str, test: Callable[[Reported], bool], material: Material) -> Row:
    yes = sum(map(test, material.rows))
    shown = shown_line({"yes": yes, "no": len(material.rows) - yes}, material.base)
    return Row(key, LABELS[key], (shown["yes"], shown[TOTAL], share(shown["yes"], shown[TOTAL])))
