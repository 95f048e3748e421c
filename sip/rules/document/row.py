"""En rad i planen: one saved piece of the document. Two writers meet in a row, never in the whole plan."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Row:
    """``values``: what each field holds, without empty ones. ``row_version``: 1 at the first save, then one up."""

    id: str
    section: str
    values: Mapping[str, str]
    row_version: int
    saved_at: datetime
    saved_by_unit: str = ""
    removed: bool = False

    def get(self, name: str) -> str:
        """The value of a field, "" when it holds nothing."""
        return self.values.get(name, "")


def rows_in(rows: Iterable[Row], section: str) -> list[Row]:
    """Return the section's rows, in the order they were first saved."""
    return [row for row in rows if row.section == section]


def value_in(rows: Iterable[Row], section: str, name: str) -> str:
    """Return a value of a section that has one row, "" when there is none."""
    return next((row.get(name) for row in rows if row.section == section), "")
