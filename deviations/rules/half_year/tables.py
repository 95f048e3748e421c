"""Rapportens tabeller ur det frysta innehållet: the sheets and the faults, as every form of the report shows them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final

from .sheet import HIDDEN_WORDS, Value

FAULT_COLUMNS: Final = ("Ansvarig", "Klart senast")


@dataclass(frozen=True, slots=True)
class ReportTable:
    """``rows``: ``(label, values)``; a value None is hidden, "" is nothing to say."""

    key: str
    title: str
    note: str
    head: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, tuple[Value, ...]], ...]


def tables_of(content: Mapping[str, Any]) -> Iterator[ReportTable]:
    """Yield the tables in the order of the report. ``content``: as ``half_year_content`` returned it."""
    for sheet in content["sheets"]:
        rows = tuple((row["label"], tuple(row["values"])) for row in sheet["rows"])
        columns = tuple(sheet["columns"])
        yield ReportTable(sheet["key"], sheet["title"], sheet["note"], sheet["head"], columns, rows)
    faults = tuple((one["text"], (one["owner"], one["due"])) for one in content["faults"])
    if faults:
        yield ReportTable(
            "faults", "Systemfel att laga", "Analytikerns val.", "Systemfel", FAULT_COLUMNS, faults
        )


def cell_words(value: Value) -> str:
    """Return a cell in Swedish: ``21,3``, ``–`` for what is hidden."""
    if value is None:
        return HIDDEN_WORDS
    return str(value).replace(".", ",") if isinstance(value, float) else str(value)
