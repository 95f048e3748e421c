"""The door to obligations."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any, NamedTuple
from uuid import UUID

from django.db import connection
from django.db.models import Q, QuerySet

from lus.known_ids import id_array
from lus.organisations.actor import Actor

from .models import Obligation, Subject


def owed_by(viewer: Actor, *, at: datetime) -> QuerySet[Obligation]:
    """Return what the viewer's units owe at ``at``, most urgent first."""
    return begun(_owed().filter(unit_id__in=viewer.unit_ids), at).order_by("due_at", "created_at", "pk")


def begun(duties: QuerySet[Obligation], at: datetime) -> QuerySet[Obligation]:
    """Leave out what a plan owes first later on: months may lie between a plan and its follow-up."""
    return duties.filter(~Q(subject=Subject.PLAN) | Q(starts_at__lte=at))


def open_duties() -> QuerySet[Obligation]:
    """Return what units owe, in every case and plan."""
    return _owed().filter(unit_id__isnull=False)


def owed_in(case_ids: Iterable[UUID]) -> list[Obligation]:
    """Return the open duties of many cases, most urgent first, in one statement."""
    return list(
        _owed().filter(case_id__in=list(case_ids), unit_id__isnull=False).order_by("due_at", "created_at")
    )


class OwedLine(NamedTuple):
    """An open duty as long lists need it: columns of ``Obligation``, without the weight of a whole row."""

    case_id: UUID
    unit_id: UUID
    code: str
    key: str
    basis: str
    clock: str
    starts_at: datetime
    due_at: datetime | None
    met_at: datetime | None


# The order of ``discharge.rules.next_step.in_order``, for the database; a test holds the two together. Written by
# hand: the board asks it for every page, and building the statement would cost more than running it.
FIRST_OWED = f"""
SELECT DISTINCT ON (case_id) {", ".join(OwedLine._fields)}
FROM deadlines_obligation
WHERE case_id = ANY(%(cases)s::uuid[]) AND met_at IS NULL AND cancelled_at IS NULL AND unit_id IS NOT NULL
    AND code <> ALL(%(without)s)
ORDER BY case_id,
    (basis = 'law' AND due_at IS NOT NULL
        AND CASE clock WHEN 'calendar' THEN due_at <= %(at)s ELSE due_at < %(at)s END) DESC,
    (basis = 'law'
        AND coalesce(due_at <= %(at)s + interval '24 hours', code = ANY(%(urgent)s))) DESC,
    code = ANY(%(details)s), due_at NULLS LAST, code = ANY(%(urgent)s) DESC, starts_at,
    code COLLATE "C", unit_id, key COLLATE "C"
"""


def first_owed_in(
    case_ids: Iterable[UUID],
    *,
    at: datetime,
    urgent: Iterable[str],
    details: Iterable[str] = (),
    without: Iterable[str] = (),
) -> dict[UUID, OwedLine]:
    """Return the most urgent open duty of each case, in one statement.

    ``urgent``: codes that stop a case; ``details``: codes that come last; ``without``: nobody's next step.
    """
    values: dict[str, Any] = {
        "cases": id_array(case_ids),
        "at": at,
        "urgent": list(urgent),
        "details": list(details),
        "without": list(without),
    }
    with connection.cursor() as cursor:
        cursor.execute(FIRST_OWED, values)
        return {row[0]: OwedLine(*row) for row in cursor.fetchall()}


def clocks_of(case_id: UUID) -> list[Obligation]:
    """Return a case's live and met duties, for its panel of clocks."""
    return list(
        Obligation.objects.filter(case_id=case_id, cancelled_at__isnull=True, unit_id__isnull=False).order_by(
            "due_at", "created_at"
        )
    )


def oldest_unfired(*, at: datetime) -> datetime | None:
    """Return when the oldest clock that should have fired fell due, or None: the sweep's own watchdog."""
    return (
        _owed()
        .filter(fired_at__isnull=True, due_at__lte=at)
        .order_by("due_at")
        .values_list("due_at", flat=True)
        .first()
    )


def _owed() -> QuerySet[Obligation]:
    return Obligation.objects.filter(met_at__isnull=True, cancelled_at__isnull=True)


def done_since(viewer: Actor, since: datetime) -> QuerySet[Obligation]:
    """Return what the viewer's units have fulfilled since ``since``, newest first."""
    return Obligation.objects.filter(
        unit_id__in=viewer.unit_ids, met_at__gte=since, cancelled_at__isnull=True
    ).order_by("-met_at")
