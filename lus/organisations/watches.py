"""Whose cases an assignment sees now: asked for many assignments at once, by open streams and wall screens."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import Q

from .models import Assignment, Unit
from .roles import Permission, permissions_of


@dataclass(frozen=True, slots=True)
class Watch:
    """Whose assignment it is, and the units whose cases it sees now."""

    user_id: UUID
    unit_ids: frozenset[UUID]


def watches(assignment_ids: Collection[UUID], *, at: datetime) -> dict[UUID, Watch]:
    """Return those of the assignments that are valid at ``at`` and may see cases, in two statements."""
    valid = Q(valid_to__isnull=True) | Q(valid_to__gt=at)
    found = Assignment.objects.filter(valid, pk__in=list(assignment_ids), valid_from__lte=at)
    able = [row for row in found if Permission.SEE_CASES in permissions_of(row.role)]
    below = _units_below({row.unit_id for row in able if row.include_subunits})
    return {
        row.pk: Watch(
            row.user_id,
            frozenset({row.unit_id, *(below.get(row.unit_id, ()) if row.include_subunits else ())}),
        )
        for row in able
    }


def _units_below(unit_ids: set[UUID]) -> dict[UUID, set[UUID]]:
    if not unit_ids:
        return {}
    below = Q(parent_id__in=unit_ids) | Q(parent__parent_id__in=unit_ids)
    found: dict[UUID, set[UUID]] = {}
    for pk, parent, above in Unit.objects.filter(below).values_list("pk", "parent_id", "parent__parent_id"):
        for unit_id in unit_ids & {parent, above}:
            found.setdefault(unit_id, set()).add(pk)
    return found
