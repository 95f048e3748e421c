"""En tabell av antal: cells by row and column, ``T`` for the total, and the lines that add up."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Final

TOTAL: Final = "T"
Key = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Cell:
    """``count``: what was counted; ``base``: cases or inhabitants that it was drawn from."""

    count: int
    base: int


@dataclass(frozen=True, slots=True)
class Line:
    """Cells that add up: ``parts``, in order of their codes, make ``total``."""

    parts: tuple[Key, ...]
    total: Key

    @property
    def keys(self) -> tuple[Key, ...]:
        return (*self.parts, self.total)


class NotAdditive(ValueError):
    """A line whose parts do not make its total, or a table with a hole in it."""


@dataclass(frozen=True)
class Table:
    """``cells``: by ``(row, column)``. A table of one row needs no row of totals; every row has its total."""

    cells: Mapping[Key, Cell]

    @cached_property
    def lines(self) -> tuple[Line, ...]:
        """Rows in order of their codes, the row of totals last, then columns in the same way.

        Raises NotAdditive.
        """
        rows, columns = _ordered({row for row, _ in self.cells}), _ordered({col for _, col in self.cells})
        found = [Line(tuple((row, col) for col in columns if col != TOTAL), (row, TOTAL)) for row in rows]
        if TOTAL in rows:
            found += [
                Line(tuple((row, col) for row in rows if row != TOTAL), (TOTAL, col)) for col in columns
            ]
        for line in found:
            self._refuse_hole(line)
        return tuple(found)

    def count(self, key: Key) -> int:
        """The number in a cell."""
        return self.cells[key].count

    def lines_with(self, key: Key) -> Iterator[Line]:
        """Yield the lines that the cell is in, rows first."""
        return (line for line in self.lines if key in line.keys)

    def _refuse_hole(self, line: Line) -> None:
        missing = [key for key in line.keys if key not in self.cells]
        if missing or sum(map(self.count, line.parts)) != self.count(line.total):
            raise NotAdditive(f"{line.total}: {missing or 'the parts do not make the total'}")


def _ordered(codes: set[str]) -> list[str]:
    return sorted(codes, key=lambda code: (code == TOTAL, code))
