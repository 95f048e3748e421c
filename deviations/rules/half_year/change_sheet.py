"""Sedan förra rapporten: the same figures beside those that were published last time, hidden then or not."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Final

from lus.figures.table import TOTAL

from .sheet import Row, Sheet, Value

# What is followed: the figure, in which sheet, row and column it stands, and what it is called.
FOLLOWED: Final = (
    ("count", "directions", TOTAL, 0, "Antal avvikelser"),
    ("rate", "directions", TOTAL, 1, "Per 1 000 utskrivningar"),
    ("acknowledged_in_time", "times", "acknowledged", 5, "Kvitterade i tid, %"),
    ("answered_in_time", "times", "answered", 5, "Återkopplade i tid, %"),
    ("misaddressed", "shares", "misaddressed", 2, "Felriktade, %"),
    ("recoded", "shares", "recoded", 2, "Omkodade, %"),
    ("open_long", "shares", "open_long", 0, "Öppna mer än 60 dagar"),
    ("offers_accepted", "offers", TOTAL, 4, "Förslag som rapporterades, %"),
)


def measures_of(sheets: Sequence[Sheet]) -> dict[str, Value]:
    """Return the followed figures, as the sheets show them."""
    cells = {(sheet.key, row.key): row.values for sheet in sheets for row in sheet.rows}
    return {name: cells[sheet, row][place] for name, sheet, row, place, _ in FOLLOWED}


def change_sheet(now: Mapping[str, Value], before: Mapping[str, Any]) -> Sheet:
    """``before``: the content of the last frozen report, {} when there is none."""
    then: Mapping[str, Value] = before.get("measures", {})
    name = before.get("half_year", "")
    note = "Talen då står som de frystes. Rättningar efteråt syns bara i nästa rapport."
    return Sheet(
        "changes",
        "Sedan förra rapporten",
        note if name else "Ingen tidigare rapport är fryst.",
        "Uppgift",
        ("Nu", f"{name[:4]} halvår {name[-1]}" if name else "Förra"),
        tuple(Row(key, label, (now[key], then.get(key, ""))) for key, _, _, _, label in FOLLOWED),
    )
