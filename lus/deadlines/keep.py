"""Make the stored obligations of a case, or of a plan, equal to what the rules want."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import NamedTuple
from uuid import UUID

from django.db import connection

from lus.insert import insert

from .models import Obligation, Subject


@dataclass(frozen=True)
class Owed:
    """What the rules say a unit owes. ``met_at`` set = fulfilled then; leave a duty out and it is cancelled.

    Times are aware; ``unit_id`` None = nobody's duty (a day that begins). See ``Obligation`` for the rest.
    """

    code: str
    unit_id: UUID | None
    basis: str
    reference: str
    clock: str
    starts_at: datetime
    due_at: datetime | None
    explanation: str
    raw_due_at: datetime | None = None
    key: str = ""
    met_at: datetime | None = None


def keep(
    case_id: UUID,
    wanted: Iterable[Owed],
    *,
    at: datetime,
    because: str,
    subject: Subject = Subject.CASE,
) -> None:
    """Compare and write the difference: insert what is new, close what is met, cancel what no longer holds.

    No change, no write. A changed limit cancels the old row and inserts a new one. A clock that has fired
    stays fired. ``because`` is stored on what is cancelled (an event name).
    """
    live = {_key(row): row for row in _live(case_id)}
    fresh: list[Obligation] = []
    cancelled: list[UUID] = []
    met: dict[datetime | None, list[UUID]] = {}
    for owed in wanted:
        row = live.pop(_key(owed), None)
        if row is not None and row.due_at != owed.due_at:
            cancelled.append(row.id)
            row = None
        if row is None:
            fresh.append(_row(case_id, subject, owed, at))
        elif row.met_at != owed.met_at:
            met.setdefault(owed.met_at, []).append(row.id)
    cancelled += [row.id for row in live.values() if row.met_at is None]
    for met_at, ids in met.items():
        Obligation.objects.filter(pk__in=ids).update(met_at=met_at)
    if cancelled:
        Obligation.objects.filter(pk__in=cancelled).update(cancelled_at=at, cancelled_because=because)
    insert(fresh)


def withdraw(case_id: UUID, owed: Iterable[Owed], *, at: datetime, because: str) -> list[UUID]:
    """Cancel the rows of ``owed``, also those that are met: nobody is to see that they were. Returns their ids."""
    keys = {_key(one) for one in owed}
    gone = [row.id for row in _live(case_id) if _key(row) in keys] if keys else []
    if gone:
        Obligation.objects.filter(pk__in=gone).update(cancelled_at=at, cancelled_because=because)
    return gone


class LiveRow(NamedTuple):
    """What ``keep`` compares of a stored obligation."""

    id: UUID
    code: str
    unit_id: UUID | None
    key: str
    due_at: datetime | None
    met_at: datetime | None


# Written by hand: every act asks it, and building it anew costs more than running it.
LIVE = f"""
SELECT {", ".join(LiveRow._fields)} FROM deadlines_obligation WHERE case_id = %s AND cancelled_at IS NULL
"""


def _live(case_id: UUID) -> list[LiveRow]:
    with connection.cursor() as cursor:
        cursor.execute(LIVE, [case_id])
        return [LiveRow(*row) for row in cursor.fetchall()]


def _key(item: Owed | LiveRow) -> tuple[str, UUID | None, str]:
    return item.code, item.unit_id, item.key


def _row(case_id: UUID, subject: Subject, owed: Owed, at: datetime) -> Obligation:
    return Obligation(
        case_id=case_id,
        subject=subject,
        unit_id=owed.unit_id,
        code=owed.code,
        key=owed.key,
        basis=owed.basis,
        reference=owed.reference,
        clock=owed.clock,
        starts_at=owed.starts_at,
        due_at=owed.due_at,
        raw_due_at=owed.raw_due_at or owed.due_at,
        explanation=owed.explanation,
        created_at=at,
        met_at=owed.met_at,
    )
