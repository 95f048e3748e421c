"""Enhetens enkätresultat: a year of closed quarters, with only what five answers or more stand behind.

A quarter is shown when it has closed, so that no figure moves: two looks with one answer between them would tell that
answer. The year is shown when its last quarter has closed, and gives way to the quarters (``shown_figures``). Kinds
are never added together but in the number of answers, for the same reason and because their questions differ.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from .figures import Figure, figure, percent
from .questionnaire import HEADINGS, KINDS, Item, Questionnaire
from .shown_figures import Part, shown_in_year

YEAR: Final = "year"


@dataclass(frozen=True, slots=True)
class ClosedPool:
    """One kind in one closed quarter at one unit. ``answers``: the values of each answer, item → step."""

    asked: Questionnaire
    quarter: str
    issued: int
    answers: Sequence[Mapping[str, Any]]


@dataclass(frozen=True, slots=True)
class Responses:
    """``answered`` and ``rate`` (whole per cent of ``issued``) are None when they are not shown."""

    issued: int
    answered: int | None
    rate: int | None


@dataclass(frozen=True, slots=True)
class ItemFigures:
    """``by_period``: "2026-Q1" or "year" → figure; None when it is not shown."""

    item: Item
    by_period: Mapping[str, Figure | None]


@dataclass(frozen=True, slots=True)
class KindReport:
    """One kind of respondents. ``periods``: the closed quarters with codes, and "year" when the year is over."""

    asked: Questionnaire
    periods: tuple[str, ...]
    responses: Mapping[str, Responses]
    items: tuple[ItemFigures, ...]


@dataclass(frozen=True, slots=True)
class UnitReport:
    """``all_kinds``: all answers of the year, None until the year is over."""

    kinds: tuple[KindReport, ...]
    all_kinds: Responses | None


def unit_report(pools: Sequence[ClosedPool], *, year_is_over: bool) -> UnitReport:
    """Return what may be shown of one unit's ``pools`` of one year, kinds and quarters in order."""
    ordered = sorted(pools, key=lambda pool: pool.quarter)
    shown = _shown_counts(ordered, year_is_over=year_is_over)
    kinds = []
    for kind in KINDS:
        own = [pool for pool in ordered if pool.asked.kind == kind]
        if own:
            kinds.append(_kind_report(own, shown, year_is_over=year_is_over))
    total = _responses(ordered, YEAR in shown) if ordered and year_is_over else None
    return UnitReport(tuple(kinds), total)


def _shown_counts(pools: Sequence[ClosedPool], *, year_is_over: bool) -> frozenset[str]:
    """Keys: the year, a kind ("sip_child"), and a kind's quarter ("sip_child 2026-Q1")."""
    kinds = []
    for kind in dict.fromkeys(pool.asked.kind for pool in pools):
        own = [pool for pool in pools if pool.asked.kind == kind]
        leaves = tuple(Part(f"{kind} {pool.quarter}", len(pool.answers)) for pool in own)
        kinds.append(Part(kind, parts=leaves))
    return shown_in_year(Part(YEAR, parts=tuple(kinds)), year_is_over=year_is_over)


def _kind_report(pools: Sequence[ClosedPool], shown: frozenset[str], *, year_is_over: bool) -> KindReport:
    newest = pools[-1].asked
    responses = {pool.quarter: _responses([pool], f"{newest.kind} {pool.quarter}" in shown) for pool in pools}
    if year_is_over:
        responses[YEAR] = _responses(pools, newest.kind in shown)
    items = tuple(_item(item, newest.scale, pools, year_is_over=year_is_over) for item in _items(pools))
    return KindReport(newest, tuple(responses), responses, items)


def _responses(pools: Iterable[ClosedPool], is_shown: bool) -> Responses:
    known = list(pools)
    issued, answered = sum(pool.issued for pool in known), sum(len(pool.answers) for pool in known)
    return (
        Responses(issued, answered, percent(answered, issued)) if is_shown else Responses(issued, None, None)
    )


def _items(pools: Iterable[ClosedPool]) -> list[Item]:
    """Every item that was asked in the year, by heading. A changed question has a new id; its words are the newest."""
    found = {item.id: item for pool in pools for item in pool.asked.items}
    order = list(HEADINGS)
    return sorted(found.values(), key=lambda item: order.index(item.heading))


def _item(item: Item, scale: str, pools: Sequence[ClosedPool], *, year_is_over: bool) -> ItemFigures:
    by_quarter = {pool.quarter: [answer.get(item.id) for answer in pool.answers] for pool in pools}
    figures: dict[str, Figure] = {quarter: figure(values, scale) for quarter, values in by_quarter.items()}
    leaves = tuple(Part(quarter, one.n) for quarter, one in figures.items())
    shown = shown_in_year(Part(YEAR, parts=leaves), year_is_over=year_is_over)
    if year_is_over:
        figures[YEAR] = figure((value for values in by_quarter.values() for value in values), scale)
    return ItemFigures(item, {period: one if period in shown else None for period, one in figures.items()})
