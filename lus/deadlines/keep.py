"""Make the stored obligations of a case equal to what the rules want."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from lus.insert import insert

from .models import Obligation


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


def keep(case_id: UUID, wanted: Iterable[Owed], *, at: datetime, because: str) -> None:
    """Compare and write the difference: insert what is new, close what is met, cancel what no longer holds.

    No change, no write. A changed limit cancels the old row and inserts a new one. A clock that has fired
    stays fired. ``because`` is stored on what is cancelled (an event name).
    """
    live = {_key(row): row for row in Obligation.objects.filter(case_id=case_id, cancelled_at__isnull=True)}
    fresh: list[Obligation] = []
    changed: list[Obligation] = []
    for owed in wanted:
        row = live.pop(_key(owed), None)
        if row is not None and row.due_at != owed.due_at:
            changed.append(_cancel(row, at, because))
            row = None
        if row is None:
            fresh.append(_row(case_id, owed, at))
        elif row.met_at != owed.met_at:
            row.met_at = owed.met_at
            changed.append(row)
    changed += [_cancel(row, at, because) for row in live.values() if row.met_at is None]
    if changed:
        Obligation.objects.bulk_update(changed, ["met_at", "cancelled_at", "cancelled_because"])
    insert(fresh)


def _key(item: Owed | Obligation) -> tuple[str, UUID | None, str]:
    return item.code, item.unit_id, item.key


def _cancel(row: Obligation, at: datetime, because: str) -> Obligation:
    row.cancelled_at, row.cancelled_because = at, because
    return row


def _row(case_id: UUID, owed: Owed, at: datetime) -> Obligation:
    return Obligation(
        case_id=case_id,
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
