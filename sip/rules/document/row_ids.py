"""Radens namn: a section of one row has one id, so that two who begin it at once meet in it."""

from __future__ import annotations

from uuid import UUID, uuid5

from .sections import SECTIONS


def row_id_of(plan_id: str, section_key: str, row_id: str) -> str:
    """Return the id under which the row is kept; "" when a section with several rows is given none."""
    section = SECTIONS.get(section_key)
    if section is None or section.many:
        return row_id
    return str(uuid5(UUID(plan_id), section_key))
