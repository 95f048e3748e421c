"""Vad återstår när planen avslutas: the measures of the plan in force that are not over."""

from uuid import UUID

from sip.rules.document.choices import OVER
from sip.rules.document.row import Row, rows_in

from .written_here import written_here


def measures_left(subject_id: UUID) -> list[Row]:
    """Return the measures that a unit still does, as far as they have come, in the order of the plan."""
    document = written_here(subject_id)
    if document.in_force is None:
        return []
    in_force = {row.id for row in rows_in(document.in_force.rows, "intervention")}
    now = rows_in(document.rows, "intervention")
    return [row for row in now if row.id in in_force and row.get("status") not in OVER]
