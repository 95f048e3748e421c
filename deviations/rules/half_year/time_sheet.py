"""Tid till kvittens och återkoppling: how many in time, by the limits of each report's own day, and how many days."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from datetime import datetime
from math import ceil
from statistics import median
from typing import Final

from lus.figures.table import TOTAL

from .reported import Material, Met
from .sheet import Row, Sheet, Value, share, shown_line

STANDINGS: Final = {
    "in_time": "I tid",
    "late": "För sent",
    "waiting": "Väntar",
    "no_limit": "Utan gräns",
}
COLUMNS: Final = (*STANDINGS.values(), "Alla", "I tid %", "Median dagar", "90 % inom dagar")
FEWEST_MEDIAN: Final = 5
# Handbook deviations §9.
FEWEST_P90: Final = 20


def time_sheet(material: Material) -> Sheet:
    own = material.rows
    rows = (
        _row("acknowledged", "Kvitterad", [row.acknowledged for row in own], material),
        _row("answered", "Återkopplad", [row.answered for row in own], material),
    )
    note = (
        "Dagar från registreringen. I tid är av dem som hunnits eller borde ha hunnits. "
        f"90 % visas från {FEWEST_P90} svar."
    )
    return Sheet("times", "Tid till kvittens och svar", note, "Händelse", COLUMNS, rows)


def _row(key: str, label: str, clocks: list[Met], material: Material) -> Row:
    shown = shown_line(_standings(clocks, material.cut_off), material.base)
    decided = None
    if shown["in_time"] is not None and shown["late"] is not None:
        decided = shown["in_time"] + shown["late"]
    days = sorted(clock.days for clock in clocks if clock.days is not None)
    values: tuple[Value, ...] = (
        *(shown[name] for name in STANDINGS),
        shown[TOTAL],
        share(shown["in_time"], decided) if decided != 0 else "",
        _half(days),
        _ninety(days),
    )
    return Row(key, label, values)


def _standings(clocks: Iterable[Met], cut_off: datetime) -> dict[str, int]:
    counts = Counter(clock.standing(cut_off) for clock in clocks)
    return {name: counts[name] for name in STANDINGS}


def _half(days: list[int]) -> Value:
    if not days:
        return ""
    if len(days) < FEWEST_MEDIAN:
        return None
    middle = float(median(days))
    return int(middle) if middle.is_integer() else middle


def _ninety(days: list[int]) -> Value:
    """The day within which nine of ten were done (nearest rank); "" below twenty: too few to say."""
    return days[ceil(len(days) * 0.9) - 1] if len(days) >= FEWEST_P90 else ""
