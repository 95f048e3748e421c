"""Vad får visas utan samtycke? LUS 4 kap. 2 §, OSL 25–26 kap.: each its own words, and what it must keep as a record.

Nothing is taken away: the rows stay in the plan and are shown again when the person says yes.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from discharge.rules.facts import CaseFacts
from discharge.rules.plan_shown import plan_is_shown

from .facts import DocumentFacts, Version
from .row import rows_in
from .who_writes import Writer


def shown_to(
    document: DocumentFacts, process: CaseFacts, writer: Writer | None, at: datetime
) -> DocumentFacts:
    """Return the document as the unit may read it at ``at``: all of it, or its own part when no consent holds.

    Who leads keeps the record. A locked version is kept, as it was locked, by who locked it and by who has a
    measure in it.
    """
    if plan_is_shown(process, at) or (writer and writer.leads):
        return document
    unit_id = writer.unit_id if writer else ""
    versions = tuple(one for one in document.versions if _keeps(one, unit_id))
    kept = {row.id: row for row in versions[-1].rows} if versions else {}
    rows = (row if row.saved_by_unit == unit_id else kept.get(row.id) for row in document.rows)
    removed = tuple(row for row in document.removed if row.saved_by_unit == unit_id)
    return replace(
        document, rows=tuple(row for row in rows if row is not None), removed=removed, versions=versions
    )


def _keeps(version: Version, unit_id: str) -> bool:
    measures = {row.get("unit_id") for row in rows_in(version.rows, "intervention")}
    return unit_id in measures | {version.locked_by}
