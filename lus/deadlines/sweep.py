"""Notice every clock that has run out, however late.

Level-triggered: asks what *is* due and not fired. A scheduler that was away for three days needs no special path.
Locks the case's stream before the obligation, as every act does, so the two never wait for each other.
"""

import logging
from datetime import datetime, timedelta
from uuid import UUID

from django.db import transaction

from lus.events.models import Event, Stream
from lus.events.reactions import react
from lus.events.record import New, record
from lus.notifications.tell import tell
from lus.organisations.actor import CLOCK

from .models import Obligation, Subject

logger = logging.getLogger(__name__)
BATCH = 100
MAX_ATTEMPTS = 3
CATCH_UP = timedelta(seconds=60)
# What the news of a clock is called that is about no case.
KINDS: dict[str, str] = {Subject.PLAN: "plan_clock_passed", Subject.DEVIATION: "deviation_clock_passed"}


def sweep_due(*, at: datetime) -> int:
    """Fire every obligation that fell due at ``at`` or earlier; return how many fired.

    A row that fails is tried three times and then left for a human; the others go on.
    """
    due = list(
        Obligation.objects.filter(
            fired_at__isnull=True,
            met_at__isnull=True,
            cancelled_at__isnull=True,
            due_at__lte=at,
            attempts__lt=MAX_ATTEMPTS,
        )
        .order_by("due_at", "pk")
        .values_list("pk", "case_id")[:BATCH]
    )
    return sum(_fire_safely(obligation_id, case_id, at) for obligation_id, case_id in due)


def _fire_safely(obligation_id: UUID, case_id: UUID, at: datetime) -> bool:
    try:
        return fire(obligation_id, case_id, at=at)
    except Exception:
        logger.exception("an obligation could not be fired", extra={"obligation": str(obligation_id)})
        row = Obligation.objects.get(pk=obligation_id)
        Obligation.objects.filter(pk=obligation_id).update(attempts=row.attempts + 1)
        return False


@transaction.atomic
def fire(obligation_id: UUID, case_id: UUID, *, at: datetime) -> bool:
    """Fire one obligation if it is still owed and nobody else is at it; return whether it fired."""
    if not Stream.objects.select_for_update(skip_locked=True).filter(pk=case_id).exists():
        return False
    row = (
        Obligation.objects.select_for_update(skip_locked=True)
        .filter(pk=obligation_id, fired_at__isnull=True, met_at__isnull=True, cancelled_at__isnull=True)
        .first()
    )
    if row is None or row.due_at is None:
        return False
    Obligation.objects.filter(pk=row.pk, fired_at__isnull=True).update(fired_at=at)
    event = _record_passed(row, at)
    _tell(row, event, at)
    react([event])
    logger.info("obligation fired", extra={"event": event.name})
    return True


def _tell(row: Obligation, event: Event, at: datetime) -> None:
    """Tell the unit that owes. News of a plan or a deviation is seen when somebody opens it."""
    if row.unit_id is None:
        return
    kind = KINDS.get(row.subject)
    if kind:
        tell([row.unit_id], case_id=None, cause_id=event.pk, kind=kind, at=at, urgent=True)
    else:
        tell([row.unit_id], case_id=row.case_id, cause_id=row.pk, kind="clock_passed", at=at, urgent=True)


def _record_passed(row: Obligation, at: datetime) -> Event:
    assert row.due_at is not None
    late_by = at - row.due_at
    data = {
        "obligation_id": str(row.pk),
        "code": row.code,
        "key": row.key,
        "unit_id": str(row.unit_id) if row.unit_id else None,
        "due_at": row.due_at.isoformat(),
        "late_by_seconds": int(late_by.total_seconds()),
        "catch_up": late_by > CATCH_UP,
    }
    name = "day_began" if row.unit_id is None else "deadline_passed"
    return record(row.case_id, [New(name, data, happened_at=row.due_at)], actor=CLOCK, at=at)[0]
