"""Deliver what waits in the outbox: claim, commit, call the world outside, mark.

A crash between "the mail server took it" and "marked" cannot be decided, so an expired lease is never sent
again: it becomes ``uncertain``. Nothing legal depends on a nudge.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from django.conf import settings
from django.core.mail import EmailMessage
from django.db import transaction

from .addresses import address_of
from .models import Audience, Channel, OutboxRow, OutboxState
from .sms import Undecided, send_sms

LEASE = timedelta(seconds=60)
BATCH = 50
MAX_ATTEMPTS = 5
SUBJECT = "LUS"
TEXT = "Du har nytt att hantera. Logga in för att läsa."
NO_ADDRESS = "enheten har ingen adress"
ALREADY_READ = "läst innan"
GATHERED = "i en samlad avisering"


@dataclass(frozen=True, slots=True)
class Claimed:
    """A row that this copy has taken. ``fence``: its number of claims; only the newest may mark it."""

    row_id: UUID
    fence: int
    unit_id: UUID
    audience: str
    channel: str


def deliver_due(*, at: datetime, channel: str | None = None) -> int:
    """Send every nudge that is due at ``at``, or those of one channel; return how many were sent.

    Safe in any number of copies.
    """
    _give_up_expired(at)
    sent = 0
    taken = True
    while taken:
        taken, claimed = _claim(at, channel)
        sent += sum(_send(row, at) for row in claimed)
    return sent


def _claim(at: datetime, channel: str | None = None) -> tuple[bool, list[Claimed]]:
    """Take a batch; return whether there was any, and what of it shall be sent."""
    only = {"channel": channel} if channel else {}
    with transaction.atomic():
        rows = list(
            OutboxRow.objects.select_for_update(skip_locked=True, of=("self",))
            .select_related("notification")
            .filter(state=OutboxState.PENDING, due_at__lte=at, **only)
            .order_by("due_at", "pk")[:BATCH]
        )
        wanted = _still_wanted(rows, at)
        for row in wanted:
            row.state, row.lease_until = OutboxState.SENDING, at + LEASE
            row.fence += 1
            row.attempts += 1
        changed = ["state", "lease_until", "fence", "attempts", "finished_at", "error"]
        OutboxRow.objects.bulk_update(rows, changed)
    claimed = [Claimed(row.pk, row.fence, row.unit_id, row.audience, row.channel) for row in wanted]
    return bool(rows), claimed


def _still_wanted(rows: Sequence[OutboxRow], at: datetime) -> list[OutboxRow]:
    """Cancel what has been read meanwhile, and all but one of what is sent together; return the rest."""
    wanted, gathered = [], set()
    for row in rows:
        group = (row.unit_id, row.audience, row.channel)
        if row.audience == Audience.UNIT and row.notification.seen_at and row.notification.case_id:
            _cancel(row, at, ALREADY_READ)
        elif row.digest and group in gathered:
            _cancel(row, at, GATHERED)
        else:
            gathered |= {group} if row.digest else set()
            wanted.append(row)
    return wanted


def _cancel(row: OutboxRow, at: datetime, why: str) -> None:
    row.state, row.finished_at, row.error = OutboxState.CANCELLED, at, why


def _send(row: Claimed, at: datetime) -> bool:
    address = address_of(row.unit_id, row.audience, row.channel)
    if not address:
        return _mark(row, at, state=OutboxState.CANCELLED, error=NO_ADDRESS)
    try:
        SENDERS[row.channel](row.row_id, address)
    except Undecided as error:
        return _mark(row, at, state=OutboxState.UNCERTAIN, error=str(error))
    except OSError as error:
        return _retry_or_fail(row, at, type(error).__name__)
    _mark(row, at, state=OutboxState.SENT)
    return True


def _mail(row_id: UUID, address: str) -> None:
    EmailMessage(subject=SUBJECT, body=f"{TEXT}\n{settings.PUBLIC_URL}/\n", to=[address]).send()


def _sms(row_id: UUID, address: str) -> None:
    send_sms(row_id, address, f"{TEXT} {settings.PUBLIC_URL}/")


SENDERS: dict[str, Callable[[UUID, str], None]] = {Channel.EMAIL: _mail, Channel.SMS: _sms}


def _retry_or_fail(row: Claimed, at: datetime, error: str) -> bool:
    attempts = OutboxRow.objects.values_list("attempts", flat=True).get(pk=row.row_id)
    if attempts >= MAX_ATTEMPTS:
        return _mark(row, at, state=OutboxState.FAILED, error=error)
    later = at + timedelta(seconds=30 * 2**attempts)
    OutboxRow.objects.filter(pk=row.row_id, fence=row.fence).update(
        state=OutboxState.PENDING, due_at=later, lease_until=None, error=error
    )
    return False


def _mark(row: Claimed, at: datetime, *, state: str, error: str = "") -> bool:
    """The fence decides: a sleeper that wakes late writes nothing."""
    OutboxRow.objects.filter(pk=row.row_id, fence=row.fence).update(
        state=state, finished_at=at, lease_until=None, error=error[:80]
    )
    return False


def _give_up_expired(at: datetime) -> None:
    OutboxRow.objects.filter(state=OutboxState.SENDING, lease_until__lt=at).update(
        state=OutboxState.UNCERTAIN, finished_at=at, lease_until=None
    )
