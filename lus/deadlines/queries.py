"""The door to obligations."""

from collections.abc import Iterable
from datetime import datetime
from typing import NamedTuple
from uuid import UUID

from django.db.models import QuerySet

from lus.organisations.actor import Actor

from .models import Obligation


def owed_by(viewer: Actor) -> QuerySet[Obligation]:
    """Return what the viewer's units owe now, most urgent first."""
    return _owed().filter(unit_id__in=viewer.unit_ids).order_by("due_at", "created_at", "pk")


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


def lines_owed_in(case_ids: Iterable[UUID]) -> list[OwedLine]:
    """Return the open duties of many cases in one statement, in no order."""
    found = _owed().filter(case_id__in=list(case_ids), unit_id__isnull=False)
    return [OwedLine(*row) for row in found.values_list(*OwedLine._fields)]


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
