"""Hur långt insatserna har kommit: a locked version with the measures' status of today, for reading and print."""

from __future__ import annotations

from dataclasses import replace

from .facts import DocumentFacts, Version
from .row import Row


def with_progress(facts: DocumentFacts, version: Version) -> tuple[Row, ...]:
    """Return the version's rows as they were locked, each measure with the status that it has now."""
    return tuple(_moved(facts, row) if row.section == "intervention" else row for row in version.rows)


def _moved(facts: DocumentFacts, row: Row) -> Row:
    now = facts.row(row.id)
    if now is None or now.removed or now.get("status") == row.get("status"):
        return row
    return replace(row, values={**row.values, "status": now.get("status")})
