"""Bladet: one table of the report, already masked, in words. Page, PDF, workbook, CSV and API show these same cells."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Final

from lus.figures.suppression import mask
from lus.figures.table import TOTAL, Cell, Key, Table

# None: hidden (a small number, or what would tell one). "": there is nothing to say.
Value = int | float | str | None
ALONE: Final = "n"
HIDDEN_WORDS: Final = "–"


@dataclass(frozen=True, slots=True)
class Row:
    """``values``: one for each column of the sheet."""

    key: str
    label: str
    values: tuple[Value, ...]


@dataclass(frozen=True, slots=True)
class Sheet:
    """``head``: what the rows are; ``note``: how it is counted, in one or two sentences."""

    key: str
    title: str
    note: str
    head: str
    columns: tuple[str, ...]
    rows: tuple[Row, ...]

    def as_json(self) -> dict[str, Any]:
        rows = [{"key": row.key, "label": row.label, "values": list(row.values)} for row in self.rows]
        return {
            "key": self.key,
            "title": self.title,
            "note": self.note,
            "head": self.head,
            "columns": list(self.columns),
            "rows": rows,
        }


def shown_line(counts: Mapping[str, int], base: int) -> dict[str, int | None]:
    """Return the counts and their total (``T``) as they may be shown. ``base``: what they are drawn from."""
    cells = {(ALONE, key): Cell(count, base) for key, count in counts.items()}
    cells[ALONE, TOTAL] = Cell(sum(counts.values()), base)
    return {key[1]: count for key, count in _shown(Table(cells)).items()}


def shown_grid(
    counts: Mapping[Key, int], rows: Iterable[str], columns: Iterable[str], base: int
) -> dict[Key, int | None]:
    """Return the counts of ``rows`` × ``columns`` with both totals, as they may be shown."""
    down, across = list(rows), list(columns)
    full = {(row, column): counts.get((row, column), 0) for row in down for column in across}
    full |= {(row, TOTAL): sum(full[row, column] for column in across) for row in down}
    full |= {(TOTAL, column): sum(full[row, column] for row in down) for column in [*across, TOTAL]}
    return _shown(Table({key: Cell(count, base) for key, count in full.items()}))


def _shown(table: Table) -> dict[Key, int | None]:
    hidden = mask(table).hidden
    return {key: None if key in hidden else cell.count for key, cell in table.cells.items()}


def share(part: int | None, whole: int | None) -> int | None:
    """Return whole per cent of two shown numbers; None when either is hidden, or nothing is there."""
    if part is None or not whole:
        return None
    return round(100 * part / whole)


def per_thousand(count: int | None, discharges: int | None) -> float | None:
    """Return how many there were for each thousand discharges; None when either is hidden, or nobody left."""
    if count is None or not discharges:
        return None
    return round(1000 * count / discharges, 1)
