"""Första sidan: ten lines of plain text, written from the masked sheets only."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from deviations.rules.choices import DELAYED
from lus.figures.table import TOTAL

from .change_sheet import measures_of
from .month_sheet import Chart
from .period import HalfYear
from .sheet import Row, Sheet, Value

# Handbook deviations §9: printed in every report.
CULTURE: Final = "Ett högt antal är inte dåligt i sig. Det kan visa att enheterna rapporterar och vill lära."
HIDDEN: Final = "visas inte"


def first_page(half_year: HalfYear, sheets: Sequence[Sheet], chart: Chart, changes: Sheet) -> list[str]:
    """Return the ten lines, each one or two short sentences."""
    found = {sheet.key: {row.key: row for row in sheet.rows} for sheet in sheets}
    now = measures_of(sheets)
    rate = "" if now["rate"] in ("", None) else f" Det är {said(now['rate'])} på 1 000 utskrivningar."
    return [
        f"{half_year.words.capitalize()}: {said(now['count'])} avvikelser.{rate}",
        _since(changes),
        f"Månad för månad: {chart.verdict}",
        _most("Vanligaste riktningen", found["directions"], 1, 0),
        _most("Vanligaste kategorierna", found["categories"], 3, 0),
        _in_time("Kvitterade", found["times"]["acknowledged"]),
        _in_time("Återkopplade", found["times"]["answered"]),
        f"Öppna mer än 60 dagar: {said(now['open_long'])}. Felriktade: {said(now['misaddressed'], ' %')}.",
        _delays(found["consequences"], found["delays"]),
        CULTURE,
    ]


def said(value: Value, unit: str = "") -> str:
    """Return a cell in a sentence."""
    if value is None:
        return HIDDEN
    if value == "":
        return "inga uppgifter"
    return f"{value}".replace(".", ",") + unit


def _since(changes: Sheet) -> str:
    row = next(row for row in changes.rows if row.key == "count")
    now, then = row.values
    if then == "":
        return "Det finns ingen tidigare fryst rapport att jämföra med."
    return f"Förra rapporten hade {said(then)} avvikelser, den här {said(now)}."


def _most(what: str, rows: Mapping[str, Row], count: int, column: int) -> str:
    """The largest numbers that are shown; what is hidden is smaller."""
    shown = [row for key, row in rows.items() if key != TOTAL and row.values[column]]
    top = sorted(shown, key=lambda row: (-float(row.values[column] or 0), row.key))[:count]
    if not top:
        return f"{what}: {HIDDEN}."
    return f"{what}: " + ", ".join(f"{row.label} ({said(row.values[column])})" for row in top) + "."


def _in_time(what: str, row: Row) -> str:
    middle, ninety = row.values[6], row.values[7]
    line = f"{what} i tid: {said(row.values[5], ' %')}."
    if isinstance(middle, int | float):
        line += f" Hälften inom {said(middle)} {'dag' if middle == 1 else 'dagar'}"
        line += f", nio av tio inom {said(ninety)}." if isinstance(ninety, int) else "."
    return line


def _delays(consequences: Mapping[str, Row], delays: Mapping[str, Row]) -> str:
    count, days = consequences[DELAYED].values[0], delays["sum"].values[0]
    if count == 0:
        return "Ingen avvikelse ledde till fördröjd utskrivning."
    if days is None:
        return f"Fördröjd utskrivning: {said(count)}."
    return f"Fördröjd utskrivning: {said(count)}, sammanlagt {said(days)} dagar."
