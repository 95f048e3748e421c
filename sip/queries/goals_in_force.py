"""Målen i den plan som gäller: what a follow-up asks about."""

from uuid import UUID

from sip.rules.document.row import Row, rows_in

from .written_here import written_here


def goals_in_force(subject_id: UUID) -> list[Row]:
    """Return the goals of the version in force of the plan that a case, or a plan outside hospital, carries."""
    version = written_here(subject_id).in_force
    return rows_in(version.rows, "goal") if version else []
