"""Driftstoppslista: all that a unit needs on paper, in a number of statements that no count of cases changes."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TypeVar
from uuid import UUID

from django.db.models import QuerySet

from discharge.models import Case, CaseUnit, Delivery
from lus.deadlines.models import Obligation
from lus.deadlines.queries import owed_by
from lus.on_call.models import OnCallShift
from lus.on_call.queries import shifts_between
from lus.organisations.actor import Actor
from lus.organisations.models import Unit
from lus.organisations.queries import units_by_id
from lus.persons.models import Person

from .board import BoardRow, ordered, rows_of
from .known_to import LEFT
from .near_municipalities import near_municipalities
from .recipients import municipalities

ON_CALL_AHEAD = timedelta(hours=48)
Row = TypeVar("Row", Obligation, Delivery)
# Free text: what others have not read is between them and its sender.
BETWEEN_THEM = ("message_sent", "message_withdrawn", "event_corrected")


@dataclass(frozen=True, slots=True)
class ListedCase:
    """A row of the board with the unit's own duties, most urgent first, and what waits to be acknowledged.

    ``number``: kind and identifier; None for a protected person, whose number is never read here.
    """

    row: BoardRow
    number: tuple[str, str] | None
    duties: tuple[Obligation, ...]
    unread: tuple[Delivery, ...]


@dataclass(frozen=True, slots=True)
class DowntimeList:
    """``units``: everybody in the cases, by id. ``municipalities``: their names, by code."""

    cases: tuple[ListedCase, ...]
    units: dict[str, Unit]
    shifts: tuple[OnCallShift, ...]
    municipalities: dict[str, str]


def unit_itself(unit: Unit) -> Actor:
    """Return the clock acting for one unit: sees that unit's cases and no other's."""
    return Actor(
        kind="clock",
        name="Klockan",
        unit_id=unit.pk,
        unit_name=unit.name,
        unit_kind=unit.kind,
        principal_id=unit.principal_id,
        unit_ids=(unit.pk,),
        source="clock",
    )


def units_at_work() -> QuerySet[CaseUnit, UUID]:
    """Return the ids of the units that have an open case."""
    party = CaseUnit.objects.filter(is_open=True, lost_access_at__isnull=True).exclude(state__in=LEFT)
    return party.values_list("unit_id", flat=True).distinct()


def downtime_list(viewer: Actor, *, at: datetime) -> DowntimeList:
    """Return the list of the viewer's units. Whoever makes it into something to read logs the patients."""
    visible = ordered(viewer, at=at)
    rows = rows_of(visible, at)
    ids = [row.case["pk"] for row in rows]
    numbers = _numbers(rows)
    duties = _by_case(owed_by(viewer, at=at).filter(case_id__in=ids))
    unread = _by_case(_unread(viewer, ids))
    cases = tuple(
        ListedCase(
            row,
            numbers.get(row.person.person_id),
            tuple(duties.get(row.case["pk"], ())),
            tuple(unread.get(row.case["pk"], ())),
        )
        for row in rows
    )
    near, names = near_municipalities(viewer), dict(municipalities())
    shifts = shifts_between(at, at + ON_CALL_AHEAD)
    ours = tuple(shift for shift in shifts if set(near) & set(shift.function.group.municipalities))
    return DowntimeList(cases, _units(viewer, rows), ours, names)


def _numbers(rows: Iterable[BoardRow]) -> dict[UUID, tuple[str, str]]:
    ids = [row.person.person_id for row in rows if not row.person.is_protected]
    found = Person.objects.filter(pk__in=ids).values_list("pk", "identifier_kind", "identifier")
    return {person_id: (kind, identifier) for person_id, kind, identifier in found}


def _unread(viewer: Actor, ids: list[UUID]) -> QuerySet[Delivery]:
    """What our units have not acknowledged; and for the ward's own cases also what others have not."""
    waits = Delivery.objects.filter(case_id__in=ids, acknowledged_at__isnull=True).order_by(
        "delivered_at", "pk"
    )
    if viewer.unit_kind == "ward":
        own_cases = Case.objects.filter(pk__in=ids, ward_id__in=viewer.unit_ids).values("pk")
        return waits.filter(case_id__in=own_cases).exclude(kind__in=BETWEEN_THEM) | waits.filter(
            unit_id__in=viewer.unit_ids
        )
    return waits.filter(unit_id__in=viewer.unit_ids)


def _by_case(rows: Iterable[Row]) -> dict[UUID, list[Row]]:
    found: dict[UUID, list[Row]] = {}
    for row in rows:
        found.setdefault(row.case_id, []).append(row)
    return found


def _units(viewer: Actor, rows: Iterable[BoardRow]) -> dict[str, Unit]:
    ids = {unit.unit_id for row in rows for unit in row.units} | {row.case["ward_id"] for row in rows}
    return units_by_id(ids | set(viewer.unit_ids))
