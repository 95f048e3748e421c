"""Skicka högst en gång: take a batch, commit, call the world outside, mark.

A crash between "the mail server took it" and "marked" cannot be decided, so an expired lease is never sent again:
it becomes ``uncertain``. Nothing legal depends on what is sent this way.
"""

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime, timedelta
from typing import Any, TypeVar

from django.db import transaction
from django.db.models import QuerySet

from .models import Leased, OutboxState

Row = TypeVar("Row", bound=Leased)
WhyNot = Callable[[Sequence[Row]], Mapping[Any, str]]

LEASE = timedelta(seconds=60)
BATCH = 50
MAX_ATTEMPTS = 5


class CalledOff(Exception):
    """There is nobody to send it to: it is not tried again."""


class Undecided(Exception):
    """Whether it was taken cannot be told: sending again might send twice."""


def deliver_leased(
    queue: QuerySet[Row], *, why_not: WhyNot[Row], send: Callable[[Row], None], at: datetime
) -> int:
    """Send every row of ``queue`` that is due at ``at``; return how many were sent. Safe in any number of copies.

    ``queue``: in the order to send. ``why_not``: of those taken, why some are not sent, by key. ``send``: raises
    OSError to be tried again later, ``CalledOff`` or ``Undecided`` not to be.
    """
    _give_up_expired(queue, at)
    sent = 0
    while batch := take(queue, why_not, at=at):
        sent += sum(_try(row, send, at) for row in batch if row.state == OutboxState.SENDING)
    return sent


@transaction.atomic
def take(queue: QuerySet[Row], why_not: WhyNot[Row], *, at: datetime) -> list[Row]:
    """Take a batch for the time of a lease. What need not be sent any more is called off at once."""
    due = queue.select_for_update(skip_locked=True, of=("self",))
    rows = list(due.filter(state=OutboxState.PENDING, due_at__lte=at)[:BATCH])
    reasons = why_not(rows)
    for row in rows:
        if reason := reasons.get(row.pk):
            row.state, row.finished_at, row.error = OutboxState.CANCELLED, at, reason
            continue
        row.state, row.lease_until = OutboxState.SENDING, at + LEASE
        row.fence, row.attempts = row.fence + 1, row.attempts + 1
    changed = ["state", "lease_until", "fence", "attempts", "finished_at", "error"]
    queue.model._default_manager.bulk_update(rows, changed)
    return rows


def mark(row: Leased, **values: Any) -> None:
    """Write how it went. The fence decides: a sleeper that wakes late writes nothing."""
    held = type(row)._default_manager.filter(pk=row.pk, fence=row.fence)
    held.update(lease_until=None, **values)


def _try(row: Row, send: Callable[[Row], None], at: datetime) -> bool:
    try:
        send(row)
    except CalledOff as reason:
        mark(row, state=OutboxState.CANCELLED, finished_at=at, error=str(reason))
    except Undecided as error:
        mark(row, state=OutboxState.UNCERTAIN, finished_at=at, error=str(error)[:80])
    except OSError as error:
        _retry_or_fail(row, at, type(error).__name__)
    else:
        mark(row, state=OutboxState.SENT, finished_at=at, error="")
        return True
    return False


def _retry_or_fail(row: Leased, at: datetime, error: str) -> None:
    if row.attempts >= MAX_ATTEMPTS:
        mark(row, state=OutboxState.FAILED, finished_at=at, error=error)
        return
    mark(row, state=OutboxState.PENDING, due_at=at + timedelta(seconds=30 * 2**row.attempts), error=error)


def _give_up_expired(queue: QuerySet[Row], at: datetime) -> None:
    expired = queue.model._default_manager.filter(state=OutboxState.SENDING, lease_until__lt=at)
    expired.update(state=OutboxState.UNCERTAIN, finished_at=at, lease_until=None)
