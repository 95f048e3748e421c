"""Två skriver samma rad: a save with an old row version is refused with both texts; none of them is lost."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from discharge.rules.refusal import Refusal

from .facts import DocumentFacts
from .row import Row
from .sections import SECTIONS


@dataclass(frozen=True, slots=True)
class Side:
    """One field where the texts differ: what is saved now, and what the writer sent."""

    name: str
    label: str
    saved: str
    sent: str


@dataclass(frozen=True, slots=True)
class StaleRow:
    """``row``: what is saved now; ``sent``: all that the writer sent; ``sides``: the fields that differ."""

    refusal: Refusal
    row: Row
    sent: Mapping[str, str]
    sides: tuple[Side, ...]


def same_text(row: Row | None, values: Mapping[str, str]) -> bool:
    """Whether the row already says exactly this: a second press saves nothing and refuses nothing."""
    return row is not None and not row.removed and dict(row.values) == _kept(values)


def stale_row(
    facts: DocumentFacts, row_id: str, seen_row_version: int, values: Mapping[str, str]
) -> StaleRow | None:
    """Return the refusal with both texts, or None when the writer had seen the row as it is.

    ``seen_row_version``: what the writer's page showed, 0 for a row that was new to it.
    """
    row = facts.row(row_id)
    if row is None or row.row_version == seen_row_version or same_text(row, values):
        return None
    return StaleRow(_refusal(row), row, dict(values), _sides(row, _kept(values)))


def _kept(values: Mapping[str, str]) -> dict[str, str]:
    return {name: text for name, text in values.items() if text}


def _sides(row: Row, sent: Mapping[str, str]) -> tuple[Side, ...]:
    return tuple(
        Side(field.name, field.label, row.get(field.name), sent.get(field.name, ""))
        for field in SECTIONS[row.section].fields
        if row.get(field.name) != sent.get(field.name, "")
    )


def _refusal(row: Row) -> Refusal:
    what = "tog bort" if row.removed else "ändrade"
    return Refusal(
        "row-changed",
        "Raden är ändrad",
        f"Någon {what} raden medan du skrev. Din text är inte sparad.",
        "Jämför texterna, välj vad som ska stå och spara igen.",
        field=row.id,
    )
