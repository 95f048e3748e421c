"""Vad som går att räkna ut: hidden cells that are sums and differences of shown ones (a rank test, exact)."""

from __future__ import annotations

from collections.abc import Set
from fractions import Fraction

from .table import Key, Table

Row = list[Fraction]


def determined(table: Table, hidden: Set[Key]) -> list[Key]:
    """Return the hidden cells that the shown ones give away, in the table's order."""
    unknown = [key for key in table.cells if key in hidden]
    place = {key: index for index, key in enumerate(unknown)}
    rows = [
        [_sign(line.total, key) if key in line.keys else Fraction(0) for key in unknown]
        for line in table.lines
    ]
    reduced = _reduced(rows)
    alone = [row for row in reduced if sum(value != 0 for value in row) == 1]
    known = {next(index for index, value in enumerate(row) if value) for row in alone}
    return [key for key in unknown if place[key] in known]


def _sign(total: Key, key: Key) -> Fraction:
    return Fraction(-1 if key == total else 1)


def _reduced(rows: list[Row]) -> list[Row]:
    """Return the rows in reduced echelon form: a column that is alone in a row is known, and no other is."""
    rows = [list(row) for row in rows]
    done = 0
    for column in range(len(rows[0]) if rows else 0):
        pivot = next((index for index in range(done, len(rows)) if rows[index][column]), None)
        if pivot is None:
            continue
        rows[done], rows[pivot] = rows[pivot], rows[done]
        rows[done] = [value / rows[done][column] for value in rows[done]]
        for index, row in enumerate(rows):
            if index != done and row[column]:
                rows[index] = [value - row[column] * top for value, top in zip(row, rows[done], strict=True)]
        done += 1
    return rows[:done]
