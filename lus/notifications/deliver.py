"""Deliver what waits in the outbox: claim, commit, call the world outside, mark.

A crash between "the mail server took it" and "marked" cannot be decided, so an expired lease is never sent
again: it becomes ``uncertain``. Nothing legal depends on an e-mail.
"""

from datetime import datetime, timedelta
from uuid import UUID

from django.conf import settings
from django.core.mail import EmailMessage
from django.db import transaction

from lus.organisations.models import Unit

from .models import OutboxRow, OutboxState

LEASE = timedelta(seconds=60)
BATCH = 50
MAX_ATTEMPTS = 5
SUBJECT = "LUS"
TEXT = "Du har nytt att hantera. Logga in för att läsa."


def deliver_due(*, at: datetime) -> int:
    """Send every nudge that is due at ``at``; return how many were sent. Safe in any number of copies."""
    _give_up_expired(at)
    sent = 0
    while claimed := _claim(at):
        sent += sum(_send(row_id, fence, unit_id, at) for row_id, fence, unit_id in claimed)
    return sent


def _claim(at: datetime) -> list[tuple[UUID, int, UUID]]:
    with transaction.atomic():
        rows = list(
            OutboxRow.objects.select_for_update(skip_locked=True)
            .filter(state=OutboxState.PENDING, due_at__lte=at)
            .order_by("due_at", "pk")[:BATCH]
        )
        for row in rows:
            row.state, row.lease_until = OutboxState.SENDING, at + LEASE
            row.fence += 1
            row.attempts += 1
        OutboxRow.objects.bulk_update(rows, ["state", "lease_until", "fence", "attempts"])
    return [(row.pk, row.fence, row.unit_id) for row in rows]


def _send(row_id: UUID, fence: int, unit_id: UUID, at: datetime) -> bool:
    address = Unit.objects.values_list("email", flat=True).get(pk=unit_id)
    if not address:
        return _mark(row_id, fence, at, state=OutboxState.CANCELLED, error="enheten har ingen adress")
    link = f"{settings.PUBLIC_URL}/"
    try:
        EmailMessage(subject=SUBJECT, body=f"{TEXT}\n{link}\n", to=[address]).send()
    except OSError as error:
        return _retry_or_fail(row_id, fence, at, type(error).__name__)
    _mark(row_id, fence, at, state=OutboxState.SENT)
    return True


def _retry_or_fail(row_id: UUID, fence: int, at: datetime, error: str) -> bool:
    row = OutboxRow.objects.get(pk=row_id)
    if row.attempts >= MAX_ATTEMPTS:
        return _mark(row_id, fence, at, state=OutboxState.FAILED, error=error)
    later = at + timedelta(seconds=30 * 2**row.attempts)
    OutboxRow.objects.filter(pk=row_id, fence=fence).update(
        state=OutboxState.PENDING, due_at=later, lease_until=None, error=error
    )
    return False


def _mark(row_id: UUID, fence: int, at: datetime, *, state: str, error: str = "") -> bool:
    """The fence decides: a sleeper that wakes late writes nothing."""
    OutboxRow.objects.filter(pk=row_id, fence=fence).update(
        state=state, finished_at=at, lease_until=None, error=error
    )
    return False


def _give_up_expired(at: datetime) -> None:
    OutboxRow.objects.filter(state=OutboxState.SENDING, lease_until__lt=at).update(
        state=OutboxState.UNCERTAIN, finished_at=at, lease_until=None
    )
