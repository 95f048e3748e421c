"""Döljande av små tal: what is hidden first, and what must be hidden with it so that no sum or difference tells it.

OSL 24 kap. 8 §; the limits and the order are intern rutin (the handbook's page on indicators, 10).
"""

from __future__ import annotations

from dataclasses import dataclass

from .determined import determined
from .guessed import guessed
from .primary import COUNTS, Limits, hides_count
from .table import Key, Line, Table


@dataclass(frozen=True, slots=True)
class Mask:
    """``hidden``: the cells that are not published, never saying why. ``primary``: of them, those too small."""

    hidden: frozenset[Key]
    primary: frozenset[Key]


def mask(table: Table, limits: Limits = COUNTS) -> Mask:
    """Return what to hide. A table that cannot be protected is hidden whole. Raises NotAdditive.

    The same table gives the same mask, in whatever order its cells come.
    """
    small = {key for key, cell in table.cells.items() if hides_count(cell.count, cell.base, limits)}
    hidden = _closed(table, set(small), limits)
    return Mask(frozenset(hidden), frozenset(small))


def _closed(table: Table, hidden: set[Key], limits: Limits) -> set[Key]:
    """Hide more until no line, no sum of lines and no guess gives a hidden number away."""
    while True:
        _close_lines(table, hidden, limits)
        told = determined(table, hidden) or guessed(table, hidden)
        if not told:
            return hidden
        if not _hide_beside(table, min(told), hidden):
            return set(table.cells)


def _close_lines(table: Table, hidden: set[Key], limits: Limits) -> None:
    changed = True
    while changed:
        changed = False
        for line in table.lines:
            while _tells(table, line, hidden, limits) and _hide_one(table, line, hidden):
                changed = True


def _tells(table: Table, line: Line, hidden: set[Key], limits: Limits) -> bool:
    """Whether one alone is hidden, or those hidden are together so few that each is as good as told."""
    parts = [key for key in line.parts if key in hidden]
    if len(parts) + (line.total in hidden) == 1:
        return True
    together = sum(map(table.count, parts))
    few = together < limits.k or together == len(parts)
    return line.total not in hidden and len(parts) > 1 and few


def _hide_beside(table: Table, key: Key, hidden: set[Key]) -> bool:
    return any(_hide_one(table, line, hidden) for line in table.lines_with(key))


def _hide_one(table: Table, line: Line, hidden: set[Key]) -> bool:
    """Hide the smallest number of the line that is shown, its total, or a nought; False when nothing is left."""
    shown = [key for key in line.parts if key not in hidden]
    filled = sorted((key for key in shown if table.count(key)), key=lambda key: (table.count(key), key))
    total = [line.total] if line.total not in hidden else []
    choice = next(iter([*filled, *total, *shown]), None)
    if choice is None:
        return False
    hidden.add(choice)
    return True
