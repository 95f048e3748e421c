"""Which figures may be shown: by the handbook's example, and by trying everything that can be reckoned from them."""

from collections.abc import Iterator
from fractions import Fraction
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from followup.rules.shown_figures import FEWEST, Part, shown_keys

Vector = tuple[Fraction, ...]


def year(*counts: int) -> Part:
    return Part("year", parts=tuple(Part(f"q{number}", n) for number, n in enumerate(counts, 1)))


@pytest.mark.parametrize(
    ("counts", "shown"),
    [
        pytest.param((4, 6), {"q2"}, id="4 and 6 of 10: the total would give the 4 away"),
        pytest.param((4, 4), {"year"}, id="4 and 4: eight together say nothing of either"),
        pytest.param((4,), set(), id="4 alone"),
        pytest.param((5,), {"q1", "year"}, id="5 alone"),
        pytest.param((0, 9), {"q2"}, id="that nobody answered is not worked out either"),
        pytest.param((2, 3, 9, 9), {"q3", "q4", "year"}, id="2 and 3 are five together"),
        pytest.param((2, 2, 9, 9), {"q3", "q4"}, id="2 and 2 are not"),
        pytest.param((7, 8, 9, 6), {"q1", "q2", "q3", "q4", "year"}, id="all large"),
        pytest.param((1, 1, 1, 1), set(), id="four in all"),
        pytest.param((1, 1, 1, 2), {"year"}, id="five in all"),
    ],
)
def test_the_whole_gives_way_to_its_quarters(counts: tuple[int, ...], shown: set[str]) -> None:
    assert shown_keys(year(*counts)) == shown


def test_a_kind_hidden_in_the_year_is_hidden_from_all_kinds_too() -> None:
    persons = Part("person", parts=(Part("p1", 9), Part("p2", 8)))
    children = Part("child", parts=(Part("c1", 4),))
    assert shown_keys(Part("year", parts=(persons, children))) == {"p1", "p2", "person"}


counts = st.integers(0, 9)
kinds = st.lists(st.lists(counts, min_size=1, max_size=3), min_size=1, max_size=3)


@given(kinds)
def test_nothing_that_can_be_reckoned_is_of_fewer_than_five(told: list[list[int]]) -> None:
    whole = Part(
        "year",
        parts=tuple(
            Part(f"k{i}", parts=tuple(Part(f"k{i}q{j}", n) for j, n in enumerate(kind)))
            for i, kind in enumerate(told)
        ),
    )
    shown, leaves = shown_keys(whole), list(leaves_of(whole))
    figures = [covers(part, leaves) for part in nodes_of(whole) if part.key in shown]
    basis = reduced(figures)
    for group in product((0, 1), repeat=len(leaves)):
        size = sum(leaf.answers for leaf, taken in zip(leaves, group, strict=True) if taken)
        if any(group) and size < FEWEST:
            assert not can_be_reckoned(tuple(map(Fraction, group)), basis), (told, group, shown)


@given(kinds)
def test_a_quarter_that_is_shown_stays_shown_whatever_comes_after(told: list[list[int]]) -> None:
    shown = shown_keys(year(*told[0]))
    longer = shown_keys(year(*told[0], *told[-1]))
    assert {key for key in shown if key != "year"} <= longer


def nodes_of(part: Part) -> Iterator[Part]:
    yield part
    for one in part.parts:
        yield from nodes_of(one)


def leaves_of(part: Part) -> Iterator[Part]:
    return (one for one in nodes_of(part) if not one.parts)


def covers(part: Part, leaves: list[Part]) -> Vector:
    inside = {leaf.key for leaf in leaves_of(part)}
    return tuple(Fraction(leaf.key in inside) for leaf in leaves)


def reduced(rows: list[Vector]) -> list[tuple[int, Vector]]:
    """The rows by Gauss: each with the place of its leading one."""
    basis: list[tuple[int, Vector]] = []
    for row in rows:
        rest = without(row, basis)
        lead = next((place for place, value in enumerate(rest) if value), None)
        if lead is not None:
            basis.append((lead, tuple(value / rest[lead] for value in rest)))
    return basis


def without(row: Vector, basis: list[tuple[int, Vector]]) -> Vector:
    for lead, base in basis:
        if row[lead]:
            row = tuple(value - row[lead] * other for value, other in zip(row, base, strict=True))
    return row


def can_be_reckoned(group: Vector, basis: list[tuple[int, Vector]]) -> bool:
    return not any(without(group, basis))


def test_the_reckoning_finds_what_a_careless_report_gives_away() -> None:
    leaves = list(leaves_of(year(4, 6)))
    careless = reduced([covers(year(4, 6), leaves), covers(leaves[1], leaves)])
    assert can_be_reckoned((Fraction(1), Fraction(0)), careless)
