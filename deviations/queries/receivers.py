"""Vem kan ta emot en avvikelse: open units where somebody with that right works now."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import Q

from lus.organisations.models import Assignment, PrincipalKind, Unit, UnitKind
from lus.organisations.queries import open_units
from lus.organisations.roles import MAY, Permission

NAMED = sorted(role for role, rights in MAY.items() if Permission.RECEIVE_DEVIATIONS in rights)
ROLES = sorted({*NAMED, *(role for role, rights in MAY.items() if Permission.REPORT_DEVIATION in rights)})
INPATIENT = (UnitKind.HOSPITAL, UnitKind.WARD)


@dataclass(frozen=True, slots=True)
class Addressee:
    """A unit that a report was meant for. ``parent_name``: who can receive instead, "" when nobody is known."""

    unit: Unit
    can_receive: bool
    parent_name: str = ""


def receivers(*, at: datetime) -> list[Unit]:
    """Return the units that can receive at ``at``, by principal and name, in two statements."""
    staffed = _staffed(at)
    return [
        unit
        for unit in open_units().order_by("principal__kind", "principal__name", "name")
        if _has_somebody(unit, staffed)
    ]


def addressee(unit_id: UUID, *, at: datetime) -> Addressee | None:
    """Return the unit and whether it can receive, None when there is no such unit."""
    unit = Unit.objects.select_related("principal", "parent__parent").filter(pk=unit_id).first()
    if unit is None:
        return None
    staffed = _staffed(at)
    if unit.closed_on is None and _has_somebody(unit, staffed):
        return Addressee(unit, True)
    parent = unit.parent
    able = parent is not None and parent.closed_on is None and _has_somebody(parent, staffed)
    return Addressee(unit, False, parent.name if parent and able else "")


def units_with_receiver(units: Iterable[Unit], *, at: datetime) -> set[UUID]:
    """Return those of ``units`` (with parents loaded) that have named somebody to receive, in one statement."""
    staffed = _staffed(at, NAMED)
    return {unit.pk for unit in units if _has_somebody(unit, staffed)}


def is_municipal(unit: Unit) -> bool:
    return unit.principal.kind == PrincipalKind.MUNICIPALITY


def is_inpatient(unit: Unit) -> bool:
    return unit.kind in INPATIENT


def _staffed(at: datetime, roles: Sequence[str] = ROLES) -> dict[UUID, bool]:
    """Return ``{unit: whether somebody there also works for the units below}``."""
    valid = Assignment.objects.filter(
        Q(valid_to__isnull=True) | Q(valid_to__gt=at), valid_from__lte=at, role__in=roles
    )
    found: dict[UUID, bool] = {}
    for unit_id, below in valid.values_list("unit_id", "include_subunits").distinct():
        found[unit_id] = found.get(unit_id, False) or below
    return found


def _has_somebody(unit: Unit, staffed: dict[UUID, bool]) -> bool:
    above = [unit.parent_id, unit.parent.parent_id if unit.parent else None]
    return unit.pk in staffed or any(parent is not None and staffed.get(parent, False) for parent in above)
