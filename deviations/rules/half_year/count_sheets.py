"""Antal: how many deviations, by direction, category, step, consequence and care form. Small numbers are hidden."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from statistics import median
from typing import Final

from deviations.rules.choices import CARE_FORMS, CONSEQUENCES, DELAYED, DIRECTIONS, STEPS
from deviations.rules.taxonomy import taxonomy
from lus.figures.table import TOTAL, Key

from .reported import Material
from .sheet import Row, Sheet, Value, per_thousand, share, shown_grid, shown_line

# Fewer delays than this say how long somebody waited.
FEWEST: Final = 5
ALL: Final = "Alla"


def grid_of(material: Material) -> dict[Key, int | None]:
    """Return step × direction as it may be shown; the sheet of directions is its row of totals."""
    counts = Counter((str(row.step), row.direction) for row in material.rows)
    return shown_grid(counts, map(str, STEPS), DIRECTIONS, material.base)


def direction_sheet(material: Material, grid: Mapping[Key, int | None]) -> Sheet:
    base = material.base
    rows = [
        Row(key, label, (grid[TOTAL, key], per_thousand(grid[TOTAL, key], base)))
        for key, label in {**DIRECTIONS, TOTAL: ALL}.items()
    ]
    return Sheet(
        "directions",
        "Riktning",
        f"Antal på 1 000 utskrivningar enligt lagen. Länet hade {base} utskrivningar under halvåret.",
        "Från och till",
        ("Antal", "Per 1 000"),
        tuple(rows),
    )


def step_sheet(grid: Mapping[Key, int | None]) -> Sheet:
    rows = {**{str(number): label for number, label in STEPS.items()}, TOTAL: ALL}
    columns = {**DIRECTIONS, TOTAL: ALL}
    return Sheet(
        "steps",
        "Steg och riktning",
        "Var i processen det hände, och åt vilket håll avvikelsen gick.",
        "Steg",
        tuple(columns.values()),
        tuple(Row(row, label, tuple(grid[row, column] for column in columns)) for row, label in rows.items()),
    )


def category_sheet(material: Material) -> Sheet:
    """Pareto: the code that counts, and beside it the code that was reported (§3). In the order of the codes."""
    counted = _line(material, (row.category for row in material.rows), _categories())
    reported = _line(material, (row.reported_category for row in material.rows), _categories())
    rows = {**_categories(), TOTAL: ALL}
    return Sheet(
        "categories",
        "Kategori",
        "Analyserad kod är analytikerns, annars rapportörens.",
        "Kategori",
        ("Analyserad kod", "Andel %", "Rapporterad kod"),
        tuple(
            Row(key, label, (counted[key], share(counted[key], counted[TOTAL]), reported[key]))
            for key, label in rows.items()
        ),
    )


def consequence_sheet(material: Material) -> Sheet:
    return _sheet(
        material,
        "consequences",
        "Konsekvens för den enskilde",
        "Som rapportören bedömde den.",
        (row.consequence for row in material.rows),
        CONSEQUENCES,
    )


def care_form_sheet(material: Material) -> Sheet:
    """Barn, psykiatri och beroende are read here: the register asks for no age."""
    return _sheet(
        material,
        "care_forms",
        "Vårdform",
        "BUP är barn och unga. Psykiatri och beroende har egna rader.",
        (row.care_form for row in material.rows),
        CARE_FORMS,
    )


def delay_sheet(material: Material, consequences: Sheet) -> Sheet:
    """Fördröjda dagar: only when the number of delayed discharges is shown, and five have said how long."""
    shown = next(row.values[0] for row in consequences.rows if row.key == DELAYED)
    days = [row.delay_days for row in material.rows if row.consequence == DELAYED and row.delay_days]
    told = shown is not None and len(days) >= FEWEST
    values: tuple[Value, ...] = (sum(days), _median(days)) if told else (None, None)
    if shown == 0:
        values = (0, "")
    return Sheet(
        "delays",
        "Fördröjda dagar",
        "Dagar som rapportören angav vid fördröjd utskrivning.",
        "Mått",
        ("Dagar",),
        (
            Row("sum", "Sammanlagt", values[:1]),
            Row("median", "Hälften väntade högst", values[1:]),
        ),
    )


def _median(days: list[int]) -> Value:
    middle = float(median(days))
    return int(middle) if middle.is_integer() else middle


def _sheet(
    material: Material, key: str, title: str, note: str, found: Iterable[str], labels: Mapping[str, str]
) -> Sheet:
    shown = _line(material, found, labels)
    rows = {**labels, TOTAL: ALL}
    return Sheet(
        key,
        title,
        note,
        title,
        ("Antal", "Andel %"),
        tuple(
            Row(name, label, (shown[name], share(shown[name], shown[TOTAL]))) for name, label in rows.items()
        ),
    )


def _line(material: Material, found: Iterable[str], labels: Mapping[str, str]) -> dict[str, int | None]:
    counts = Counter(found)
    return shown_line({key: counts[key] for key in labels}, material.base)


def _categories() -> dict[str, str]:
    return {code: f"{code} {row.text}" for code, row in taxonomy().items() if row.is_category}
