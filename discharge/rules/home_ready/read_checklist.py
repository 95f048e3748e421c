"""Läsa checklistan: a CSV text becomes a checklist, or every fault in it is told at once."""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from io import StringIO
from typing import Final

from .automatic import AUTOMATIC
from .checklist import COLUMNS, TRACKS, Checklist, Point
from .condition import UnknownWord, read_condition
from .deviation_codes import is_deviation_code

SIDES: Final = frozenset("SOKP")
YES_NO: Final = ("yes", "no")
BASES: Final = frozenset({"ST", "OR", "CA", "LUS", "PL", "X"})


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing that is wrong. ``row``: line of the file, from 1 (the header)."""

    row: int
    column: str
    value: str
    expected: str

    def __str__(self) -> str:
        return f"rad {self.row}, kolumn {self.column}: {self.value!r}, väntat: {self.expected}"


class FaultyChecklist(ValueError):
    """The file is refused whole; ``faults`` lists everything that is wrong, in the order of the file."""

    def __init__(self, faults: list[Fault]) -> None:
        self.faults = faults
        super().__init__("\n".join(str(fault) for fault in faults))


def read_checklist(key: str, text: str) -> Checklist:
    """Return the checklist that ``text`` (CSV, ``;``-separated) holds. Raises FaultyChecklist."""
    rows = list(csv.reader(StringIO(text.removeprefix("\ufeff")), delimiter=";"))
    if not rows or tuple(rows[0]) != COLUMNS:
        found = ";".join(rows[0]) if rows else ""
        raise FaultyChecklist([Fault(1, "hela raden", found, ";".join(COLUMNS))])
    numbered = [(number, row) for number, row in enumerate(rows[1:], start=2) if row]
    faults = [fault for number, row in numbered for fault in _faults_of(number, row)]
    faults += _doubled(numbered)
    if not numbered:
        faults.append(Fault(2, "hela raden", "", "minst en punkt"))
    if faults:
        raise FaultyChecklist(sorted(faults, key=lambda fault: fault.row))
    return Checklist(key, tuple(_point(dict(zip(COLUMNS, row, strict=True))) for _, row in numbered))


def _faults_of(number: int, row: list[str]) -> Iterator[Fault]:
    if len(row) != len(COLUMNS):
        yield Fault(number, "hela raden", ";".join(row), f"{len(COLUMNS)} kolumner")
        return
    for column, value in zip(COLUMNS, row, strict=True):
        expected = CHECKS[column](value)
        if expected:
            yield Fault(number, column, value, expected)


def _doubled(numbered: list[tuple[int, list[str]]]) -> Iterator[Fault]:
    seen: set[str] = set()
    for number, row in numbered:
        if row[0] in seen:
            yield Fault(number, "id", row[0], "ett id som inte finns på en tidigare rad")
        seen.add(row[0])


def _id(value: str) -> str:
    prefix, _, code = value.partition("-")
    good = prefix in ("CL", "CX") and code.isalnum() and code.isascii() and len(value) <= 12
    return "" if good else "CL- eller CX- och en kort beteckning"


def _words(limit: int) -> Callable[[str], str]:
    return lambda value: "" if 0 < len(value.strip()) <= limit else f"1–{limit} tecken"


def _owner(value: str) -> str:
    sides = value.split("/")
    return "" if set(sides) <= SIDES and len(set(sides)) == len(sides) else "S, O, K, P, delade med /"


def _one_of(values: frozenset[str] | tuple[str, ...]) -> Callable[[str], str]:
    return lambda value: "" if value in values else "något av " + ", ".join(sorted(values))


def _condition(value: str) -> str:
    try:
        read_condition(value)
    except UnknownWord as word:
        return f"bara kända ord med and, or, not; okänt: {word}"
    return ""


def _auto(value: str) -> str:
    return "" if not value or value in AUTOMATIC else "tomt, eller något av " + ", ".join(sorted(AUTOMATIC))


def _deviation_code(value: str) -> str:
    return "" if is_deviation_code(value) else "en kod i avvikelsetaxonomin, till exempel K08.5"


# Column → what was expected, when the value is wrong.
CHECKS: Final[dict[str, Callable[[str], str]]] = {
    "id": _id,
    "group": _words(40),
    "text_sv": _words(160),
    "owner": _owner,
    "blocking": _one_of(YES_NO),
    "condition": _condition,
    "auto": _auto,
    "person_copy": _one_of(YES_NO),
    "recheck": _one_of(YES_NO),
    "track": _one_of(TRACKS),
    "deviation_code": _deviation_code,
    "basis": _one_of(BASES),
}


def _point(row: dict[str, str]) -> Point:
    return Point(
        id=row["id"],
        group=row["group"].strip(),
        text=row["text_sv"].strip(),
        owners=tuple(side for side in row["owner"].split("/")),  # type: ignore[misc]
        blocking=row["blocking"] == "yes",
        condition=read_condition(row["condition"]),
        auto=row["auto"],
        person_copy=row["person_copy"] == "yes",
        recheck=row["recheck"] == "yes",
        track=row["track"],
        deviation_code=row["deviation_code"],
        basis=row["basis"],
    )
