"""The door to organisations: actors, assignments, units, opening hours."""

from collections.abc import Callable, Iterable, Mapping
from datetime import date, datetime
from uuid import UUID

from django.db import connection
from django.db.models import Q, QuerySet

from lus.known_ids import id_array
from lus.opening_hours import Hours, OpenDay

from .actor import Actor
from .models import Assignment, EscalationLadder, PrincipalKind, Unit, UnitKind

_INPATIENT = (UnitKind.HOSPITAL, UnitKind.WARD)


def valid_assignments(user_id: UUID, *, at: datetime) -> list[Assignment]:
    """Return the assignments that ``user_id`` may choose between at ``at``, by unit name."""
    return list(
        Assignment.objects.filter(
            Q(valid_to__isnull=True) | Q(valid_to__gt=at), user_id=user_id, valid_from__lte=at
        )
        .select_related("unit__principal", "unit__parent", "user")
        .order_by("unit__name", "role")
    )


def actor_for(assignment_id: UUID | str, user_id: UUID, *, at: datetime, source: str = "web") -> Actor | None:
    """Return the actor of an assignment that is valid at ``at`` and belongs to the user, else None."""
    assignment = (
        Assignment.objects.filter(
            Q(valid_to__isnull=True) | Q(valid_to__gt=at),
            pk=assignment_id,
            user_id=user_id,
            valid_from__lte=at,
        )
        .select_related("unit__principal", "user")
        .first()
    )
    return actor_of(assignment, source=source) if assignment else None


def actor_of(assignment: Assignment, *, source: str = "web") -> Actor:
    """Return the actor that ``assignment`` (with unit, principal and user loaded) stands for."""
    unit = assignment.unit
    return Actor(
        kind="client" if source == "api" else "person",
        name=assignment.user.full_name(),
        role=assignment.role,
        user_id=assignment.user_id,
        assignment_id=assignment.pk,
        unit_id=unit.pk,
        unit_name=unit.name,
        unit_kind=unit.kind,
        principal_id=unit.principal_id,
        principal_name=unit.principal.name,
        unit_ids=(unit.pk, *subunit_ids(unit.pk)) if assignment.include_subunits else (unit.pk,),
        source=source,
    )


def subunit_ids(unit_id: UUID) -> tuple[UUID, ...]:
    """Return every unit below ``unit_id`` in the tree (trees here are at most three levels deep)."""
    below = Q(parent_id=unit_id) | Q(parent__parent_id=unit_id)
    return tuple(Unit.objects.filter(below).values_list("pk", flat=True))


def units_by_id(ids: Iterable[UUID | str]) -> dict[str, Unit]:
    """Return ``{str(id): Unit}`` with principal and parent, in one statement."""
    wanted = list(ids)
    found = Unit.objects.filter(pk__in=wanted).select_related("principal", "parent") if wanted else ()
    return {str(unit.pk): unit for unit in found}


def open_units() -> QuerySet[Unit]:
    """Return the units that still receive messages. No patient is ever a finance office's or a group's."""
    without = (UnitKind.FINANCE, UnitKind.COOPERATION)
    units = Unit.objects.filter(closed_on__isnull=True).exclude(kind__in=without)
    return units.select_related("principal", "parent")


def may_forward_between(source: Unit, target: Unit) -> bool:
    """Whether a case may go on from ``source`` to ``target`` within one organisation.

    A municipality is one organisation. In a region only the tree says so: below the unit, or beside it under the
    same parent.
    """
    if source.pk == target.pk or source.principal_id != target.principal_id:
        return False
    if source.principal.kind == PrincipalKind.MUNICIPALITY:
        return True
    above = {target.parent_id, target.parent.parent_id if target.parent else None}
    return source.pk in above or (source.parent_id is not None and source.parent_id == target.parent_id)


def same_municipality(*unit_ids: UUID | str) -> bool:
    """Whether all units belong to one and the same municipality."""
    principals = {unit.principal for unit in units_by_id(unit_ids).values()}
    return len(principals) == 1 and next(iter(principals)).kind == PrincipalKind.MUNICIPALITY


def forward_targets(unit_id: UUID) -> list[Unit]:
    """Return the open units that a case may go on to from ``unit_id``, by name, in two statements."""
    own = Unit.objects.select_related("principal").filter(pk=unit_id).first()
    if own is None:
        return []
    near = open_units().filter(principal_id=own.principal_id).exclude(kind__in=_INPATIENT).order_by("name")
    return [unit for unit in near if may_forward_between(own, unit)]


def ladder_of(unit_id: UUID | str | None) -> EscalationLadder | None:
    """Return the unit's own ladder in force, None when it has the product's standard."""
    return EscalationLadder.objects.filter(unit_id=str(unit_id)).order_by("-set_at").first()


def backup_of(unit_id: UUID | str) -> UUID | None:
    """Return the unit that is told in this one's stead, if it has one that is open."""
    ladder = ladder_of(unit_id)
    backup = ladder.backup if ladder else None
    return backup.pk if backup and backup.closed_on is None else None


HoursOf = Callable[[Iterable[str]], Mapping[str, Hours]]
# Weekdays and dated exceptions in one statement: the case page and every sending act ask it.
HOURS = """
SELECT unit_id, weekday, NULL::date, opens, closes FROM organisations_openinghours
WHERE unit_id = ANY(%(units)s::uuid[])
UNION ALL
SELECT unit_id, NULL, day, opens, closes FROM organisations_openingexception
WHERE unit_id = ANY(%(units)s::uuid[])
"""


def opening_hours_of(unit_ids: Iterable[UUID | str]) -> dict[str, Hours]:
    """Return ``{str(unit_id): Hours}`` of the units that have registered any; the others are not in it."""
    weekly: dict[str, dict[int, OpenDay]] = {}
    dated: dict[str, dict[date, OpenDay | None]] = {}
    with connection.cursor() as cursor:
        cursor.execute(HOURS, {"units": id_array(unit_ids)})
        for unit_id, weekday, day, opens, closes in cursor.fetchall():
            if day is None:
                weekly.setdefault(str(unit_id), {})[weekday] = (opens, closes)
            else:
                dated.setdefault(str(unit_id), {})[day] = (opens, closes) if opens else None
    known = {*weekly, *dated}
    return {unit_id: Hours(weekly.get(unit_id, {}), dated.get(unit_id, {})) for unit_id in known}
