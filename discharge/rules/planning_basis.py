"""Vem svarar på vad, och vad fattas: the planning basis of one case, worked out from its facts.

A field whose owner has no unit in the case is not asked. Nothing here asks what time it is.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from .facts import CaseFacts
from .facts_of_planning import FieldAnswer
from .kept import kept_with_facts
from .planning_fields import FIELD, FIELDS, OUTPATIENT, PlanningField

# Which role answers for an owner; the first that is active in the case.
ROLES_OF_OWNER: dict[str, tuple[str, ...]] = {
    "municipality": ("municipality", "municipal_health"),
    "primary_care": ("primary_care", "outpatient_psychiatry", "outpatient"),
    "rehab": ("outpatient", "primary_care", "outpatient_psychiatry"),
}


@dataclass(frozen=True, slots=True)
class AskedField:
    """A field that the case asks for, whose it is now, and its latest answer (None = blank)."""

    field: PlanningField
    unit_id: str
    moved_at: datetime | None
    answer: FieldAnswer | None

    @property
    def is_blank(self) -> bool:
        return self.answer is None

    @property
    def is_settled(self) -> bool:
        return self.answer is not None and self.answer.is_settled


@kept_with_facts
def asked_fields(facts: CaseFacts) -> tuple[AskedField, ...]:
    """Return the fields in the order of the list, for a case whose admission notice is sent; else none."""
    if facts.admission_notice_at is None:
        return ()
    found = []
    for field in FIELDS:
        unit_id, moved_at = _owner(facts, field)
        if unit_id:
            found.append(AskedField(field, unit_id, moved_at, facts.planning.answers.get(field.key)))
    return tuple(found)


def asked_field(facts: CaseFacts, key: str) -> AskedField | None:
    """Return one field, or None when there is no such field or nobody in the case owns it."""
    return next((asked for asked in asked_fields(facts) if asked.field.key == key), None)


def fields_of(facts: CaseFacts, unit_id: str) -> tuple[AskedField, ...]:
    """Return the fields that the unit answers."""
    return tuple(asked for asked in asked_fields(facts) if asked.unit_id == unit_id)


def settled_of(facts: CaseFacts) -> tuple[int, int]:
    """Return ``(answered, asked)``. "Vet ej" is not an answer, *ej aktuellt* is."""
    asked = asked_fields(facts)
    return sum(one.is_settled for one in asked), len(asked)


def counts_of(facts: CaseFacts, unit_id: str) -> tuple[int, int]:
    """Return ``(blank, unknown)`` fields of the unit, for the lists."""
    mine = fields_of(facts, unit_id)
    blank = sum(one.is_blank for one in mine)
    return blank, len(mine) - blank - sum(one.is_settled for one in mine)


def readers_of(key: str) -> frozenset[str]:
    """Return the roles that read the field's answer; an unknown field is read by nobody but its owner."""
    field = FIELD.get(key)
    return field.readers if field else frozenset()


def _owner(facts: CaseFacts, field: PlanningField) -> tuple[str, datetime | None]:
    moved = facts.planning.owners.get(field.key)
    if moved and (moved[0] == facts.ward_id or _is_active(facts, moved[0])):
        return moved
    if field.owner in ("ward", "person"):
        return facts.ward_id, None
    roles = ROLES_OF_OWNER[field.owner]
    units = [unit for unit in facts.active_units if unit.role in roles]
    if field.owner == "rehab" and not any(unit.role in OUTPATIENT for unit in units):
        return facts.ward_id, None
    first = min(units, key=lambda unit: roles.index(unit.role), default=None)
    return (first.unit_id, None) if first else ("", None)


def _is_active(facts: CaseFacts, unit_id: str) -> bool:
    unit = facts.unit(unit_id)
    return unit is not None and unit.is_active
