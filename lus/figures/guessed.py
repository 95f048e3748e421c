"""Vad som går att gissa säkert: hidden cells that can hold one whole number only, though no sum gives it away.

The lines of a table make a network: a cell joins its row and its column, and what is added to one cell is taken from
others round a ring. A cell can hold another number exactly when such a ring of hidden cells goes through it, with
nobody pushed below what a reader takes for granted: a hidden count is at least one, since noughts are published.
"""

from __future__ import annotations

from collections.abc import Set

from .table import TOTAL, Key, Table

Node = tuple[str, str]
# From node to node, by the cell that one unit along the arc changes.
Arcs = dict[Node, list[tuple[Node, Key]]]
GROUND: Node = ("", "")


def guessed(table: Table, hidden: Set[Key]) -> list[Key]:
    """Return the hidden cells, totals left out, that can hold one number only, in the table's order."""
    arcs = _arcs(table, hidden)
    return [
        key for key in table.cells if key in hidden and TOTAL not in key and not _can_move(table, key, arcs)
    ]


def _arcs(table: Table, hidden: Set[Key]) -> Arcs:
    arcs: Arcs = {}
    for key in table.cells:
        if key in hidden:
            start, end = _ends(table, key)
            arcs.setdefault(start, []).append((end, key))
            if table.count(key) > _least(table, key):
                arcs.setdefault(end, []).append((start, key))
    return arcs


def _can_move(table: Table, key: Key, arcs: Arcs) -> bool:
    start, end = _ends(table, key)
    shrinks = table.count(key) > _least(table, key)
    return _reaches(end, start, key, arcs) or (shrinks and _reaches(start, end, key, arcs))


def _reaches(start: Node, goal: Node, without: Key, arcs: Arcs) -> bool:
    seen, waiting = {start}, [start]
    while waiting:
        for node, key in arcs.get(waiting.pop(), ()):
            if key != without and node not in seen:
                if node == goal:
                    return True
                seen.add(node)
                waiting.append(node)
    return False


def _least(table: Table, key: Key) -> int:
    return min(1, table.count(key))


def _ends(table: Table, key: Key) -> tuple[Node, Node]:
    """Return the lines that the cell joins, from which one unit more flows to which.

    A total stands on the other side of its line's sum, so a cell of totals turns the arrow, and one of two totals
    turns it back. In a table of one row each cell stands in one line, and the ground takes the other end.
    """
    has_columns = any(row == TOTAL for row, _ in table.cells)
    row, column = ("row", key[0]), ("column", key[1]) if has_columns else GROUND
    return (row, column) if (key[0] == TOTAL) == (key[1] == TOTAL) else (column, row)
