"""Skicka kalenderfilerna: claim, commit, call the mail server, mark. As ``lus.notifications.deliver``.

A crash between "the mail server took it" and "marked" cannot be decided, so an expired lease is never sent again.
The summons itself stands in the product, where it is answered; a calendar file is a help.
"""

from collections.abc import Sequence
from datetime import datetime, timedelta

from django.conf import settings
from django.db import transaction
from django.db.models import Max

from lus.notifications.deliver import BATCH, LEASE, MAX_ATTEMPTS
from lus.notifications.models import OutboxState
from sip.models import InvitationRow
from sip.rules.invitation import Meeting, Method, PlaceKind, Posting, Status

from .ics import Invitation, uid_of
from .mail import invitation_mail

SUPERSEDED = "en nyare fil finns"
PROTECTED = "skyddade personuppgifter"


def deliver_invitations(*, at: datetime) -> int:
    """Send every file that is due at ``at``; return how many were sent. Safe in any number of copies."""
    unfinished = InvitationRow.objects.filter(state=OutboxState.SENDING, lease_until__lt=at)
    unfinished.update(state=OutboxState.UNCERTAIN, finished_at=at, lease_until=None)
    sent = 0
    while claimed := _claim(at):
        sent += sum(_send(row, at) for row in claimed if row.state == OutboxState.SENDING)
    return sent


@transaction.atomic
def _claim(at: datetime) -> list[InvitationRow]:
    """Take a batch. What need not be sent any more is called off at once."""
    due = InvitationRow.objects.select_for_update(skip_locked=True, of=("self",)).select_related(
        "meeting__plan__person"
    )
    rows = list(due.filter(state=OutboxState.PENDING, due_at__lte=at).order_by("due_at", "sequence")[:BATCH])
    newest = _newest(rows)
    for row in rows:
        why = _no_longer(row, newest)
        if why:
            row.state, row.finished_at, row.error = OutboxState.CANCELLED, at, why
            continue
        row.state, row.lease_until = OutboxState.SENDING, at + LEASE
        row.fence, row.attempts = row.fence + 1, row.attempts + 1
    changed = ["state", "lease_until", "fence", "attempts", "finished_at", "error"]
    InvitationRow.objects.bulk_update(rows, changed)
    return rows


def _newest(rows: Sequence[InvitationRow]) -> dict[tuple[object, str], int]:
    found = InvitationRow.objects.filter(meeting_id__in={row.meeting_id for row in rows})
    numbers = found.values_list("meeting_id", "mailbox").annotate(Max("sequence"))
    return {(meeting_id, mailbox): number for meeting_id, mailbox, number in numbers}


def _no_longer(row: InvitationRow, newest: dict[tuple[object, str], int]) -> str:
    if row.sequence < newest[row.meeting_id, row.mailbox]:
        return SUPERSEDED
    is_protected = row.meeting.plan.person.is_protected
    return PROTECTED if is_protected and row.method == Method.REQUEST else ""


def _send(row: InvitationRow, at: datetime) -> bool:
    try:
        invitation_mail(_invitation(row), sender=settings.DEFAULT_FROM_EMAIL).send()
    except OSError as error:
        _retry_or_fail(row, at, type(error).__name__)
        return False
    _mark(row, state=OutboxState.SENT, finished_at=at)
    return True


def _invitation(row: InvitationRow) -> Invitation:
    link = f"{settings.PUBLIC_URL}/sip/{row.meeting.plan_id}/"
    shown = Meeting(
        row.starts_at, row.duration_min, PlaceKind(row.place_kind), "", link, is_cancelled=row.is_cancelled
    )
    status = Status(row.status) if row.status else None
    posting = Posting(row.mailbox, Method(row.method), status, row.sequence)
    return Invitation(uid_of(row.meeting_id, settings.PUBLIC_URL), shown, posting, row.organizer, row.made_at)


def _retry_or_fail(row: InvitationRow, at: datetime, error: str) -> None:
    if row.attempts >= MAX_ATTEMPTS:
        _mark(row, state=OutboxState.FAILED, finished_at=at, error=error)
        return
    _mark(row, state=OutboxState.PENDING, due_at=at + timedelta(seconds=30 * 2**row.attempts), error=error)


def _mark(row: InvitationRow, **values: object) -> None:
    """The fence decides: a sleeper that wakes late writes nothing."""
    InvitationRow.objects.filter(pk=row.pk, fence=row.fence).update(lease_until=None, **values)
