"""Små tal: the vectors, and random tables of which nobody can work out, or guess, what is hidden."""

import csv
from itertools import groupby, product
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lus.figures.determined import determined
from lus.figures.primary import Limits, hides_count, hides_share
from lus.figures.suppression import mask
from lus.figures.table import TOTAL, Cell, Key, NotAdditive, Table

ROWS = list(
    csv.DictReader((Path(__file__).parents[1] / "vectors" / "suppression.csv").open(encoding="utf-8"))
)
TABLES = {name: list(rows) for name, rows in groupby(ROWS, key=lambda row: row["table"])}


@pytest.mark.parametrize("name", [name for name, rows in TABLES.items() if rows[0]["kind"] == "table"])
def test_the_vectors_of_tables(name: str) -> None:
    rows = TABLES[name]
    cells = {(row["row"], row["col"]): Cell(int(row["count"]), int(row["base"])) for row in rows}
    found = mask(Table(cells), Limits(int(rows[0]["k"]), int(rows[0]["zero_min"])))
    assert {key: _reason(key, found.hidden, found.primary) for key in cells} == {
        (row["row"], row["col"]): row["reason"] for row in rows
    }


def _reason(key: Key, hidden: frozenset[Key], primary: frozenset[Key]) -> str:
    return "primary" if key in primary else "secondary" if key in hidden else ""


def test_the_vectors_of_shares() -> None:
    for row in TABLES["shares"]:
        limits = Limits(int(row["k"]), int(row["zero_min"]))
        assert hides_share(int(row["count"]), int(row["base"]), limits) == (row["suppressed"] == "1"), row


def test_a_table_that_does_not_add_up_is_refused() -> None:
    for cells in ({("r", "a"): Cell(1, 9), ("r", TOTAL): Cell(2, 9)}, {("r", "a"): Cell(1, 9)}):
        with pytest.raises(NotAdditive):
            mask(Table(cells))


@st.composite
def tables(draw: st.DrawFn) -> tuple[Table, Limits]:
    """Two-way tables up to 6 × 6, or of one row, mostly of small numbers."""
    rows, columns = draw(st.integers(1, 6)), draw(st.integers(1, 6))
    number = st.one_of(st.integers(0, 6), st.integers(0, 60))
    inside = {
        (chr(97 + row), chr(65 + column)): draw(number)
        for row, column in product(range(rows), range(columns))
    }
    counts: dict[Key, int] = dict(inside)
    for (row, column), count in inside.items():
        margins = ((row, TOTAL), (TOTAL, column), (TOTAL, TOTAL)) if rows > 1 else ((row, TOTAL),)
        for key in margins:
            counts[key] = counts.get(key, 0) + count
    base = draw(st.sampled_from([50, 500]))
    return Table({key: Cell(count, base) for key, count in counts.items()}), Limits(draw(st.integers(3, 10)))


@settings(max_examples=2000, deadline=None)
@given(tables())
def test_nothing_hidden_can_be_worked_out_or_guessed(drawn: tuple[Table, Limits]) -> None:
    table, limits = drawn
    found = mask(table, limits)
    assert {
        key for key, cell in table.cells.items() if hides_count(cell.count, cell.base, limits)
    } == found.primary
    assert found.primary <= found.hidden
    assert determined(table, found.hidden) == []
    for line in table.lines:
        assert sum(key in found.hidden for key in line.keys) != 1
    if found.hidden != set(table.cells):
        for key in found.hidden:
            assert TOTAL in key or _another_number_fits(table, found.hidden, key), (
                table.cells,
                found.hidden,
                key,
            )


def _another_number_fits(table: Table, hidden: frozenset[Key], asked: Key) -> bool:
    """Whether ``asked`` can be one more or one less with every sum as published: tried out, ring by ring."""
    return any(_moved(table, hidden, asked, step, {asked: step}) for step in (1, -1))


def _moved(table: Table, hidden: frozenset[Key], key: Key, step: int, change: dict[Key, int]) -> bool:
    if any(table.count(one) + by < min(1, table.count(one)) for one, by in change.items()):
        return False
    broken = next((line for line in table.lines if _sum(line, change)), None)
    if broken is None:
        return True
    left = _sum(broken, change)
    for other in broken.keys:
        if other in hidden and other not in change:
            by = left if other == broken.total else -left
            if abs(by) == 1 and _moved(table, hidden, other, by, {**change, other: by}):
                return True
    return False


def _sum(line: object, change: dict[Key, int]) -> int:
    parts, total = line.parts, line.total  # type: ignore[attr-defined]
    return sum(change.get(key, 0) for key in parts) - change.get(total, 0)


@settings(max_examples=300, deadline=None)
@given(tables(), st.randoms())
def test_the_mask_does_not_depend_on_the_order_and_grows_with_k(
    drawn: tuple[Table, Limits], dice: object
) -> None:
    table, limits = drawn
    items = list(table.cells.items())
    dice.shuffle(items)  # type: ignore[attr-defined]
    assert mask(Table(dict(items)), limits) == mask(table, limits)
    assert mask(table, limits).primary <= mask(table, Limits(limits.k + 1, limits.zero_min)).primary
