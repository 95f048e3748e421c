"""Visa skillnad: what differs between two contents of a plan, field by field, in the page's order."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from .row import Row
from .sections import SECTIONS


@dataclass(frozen=True, slots=True)
class Change:
    """``before`` and ``after``: the field's text, "" where there was or is none."""

    section: str
    row_id: str
    field: str
    label: str
    before: str
    after: str


def changes(before: Iterable[Row], after: Iterable[Row]) -> list[Change]:
    """Return the differences in content. How far a measure has come is no difference."""
    old, new = ({row.id: row for row in rows} for rows in (before, after))
    order = {key: place for place, key in enumerate(SECTIONS)}
    rows = sorted({**old, **new}.values(), key=lambda row: order[row.section])
    return [change for row in rows for change in _of_row(row, old.get(row.id), new.get(row.id))]


def _of_row(row: Row, old: Row | None, new: Row | None) -> Iterator[Change]:
    section = SECTIONS[row.section]
    for field in section.fields:
        texts = [one.get(field.name) if one else "" for one in (old, new)]
        if field.is_content and texts[0] != texts[1]:
            yield Change(section.key, row.id, field.name, f"{section.label}: {field.label}", *texts)
