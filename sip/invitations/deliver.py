"""Skicka kalenderfilerna, each at most once.

The summons itself stands in the product, where it is answered; a calendar file is a help.
"""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from django.conf import settings
from django.db.models import Max, QuerySet

from lus.notifications.leased import deliver_leased
from sip.models import InvitationRow
from sip.rules.invitation import Meeting, Method, PlaceKind, Posting, Status

from .ics import Invitation, uid_of
from .mail import invitation_mail

SUPERSEDED = "en nyare fil finns"
PROTECTED = "skyddade personuppgifter"


def deliver_invitations(*, at: datetime) -> int:
    """Send every file that is due at ``at``; return how many were sent."""
    return deliver_leased(queue(), why_not=no_longer, send=_send, at=at)


def queue() -> QuerySet[InvitationRow]:
    """Return the files in the order to send."""
    return InvitationRow.objects.select_related("meeting__plan__person").order_by("due_at", "sequence")


def no_longer(rows: Sequence[InvitationRow]) -> dict[UUID, str]:
    """Name what a newer file has overtaken, and what must not be sent about a protected person."""
    newest = _newest(rows)
    reasons = {row.pk: _no_longer(row, newest) for row in rows}
    return {pk: reason for pk, reason in reasons.items() if reason}


def _newest(rows: Sequence[InvitationRow]) -> dict[tuple[object, str], int]:
    found = InvitationRow.objects.filter(meeting_id__in={row.meeting_id for row in rows})
    numbers = found.values_list("meeting_id", "mailbox").annotate(Max("sequence"))
    return {(meeting_id, mailbox): number for meeting_id, mailbox, number in numbers}


def _no_longer(row: InvitationRow, newest: dict[tuple[object, str], int]) -> str:
    if row.sequence < newest[row.meeting_id, row.mailbox]:
        return SUPERSEDED
    is_protected = row.meeting.plan.person.is_protected
    return PROTECTED if is_protected and row.method == Method.REQUEST else ""


def _send(row: InvitationRow) -> None:
    invitation_mail(_invitation(row), sender=settings.DEFAULT_FROM_EMAIL).send()


def _invitation(row: InvitationRow) -> Invitation:
    link = f"{settings.PUBLIC_URL}/sip/{row.meeting.plan_id}/"
    shown = Meeting(
        row.starts_at, row.duration_min, PlaceKind(row.place_kind), "", link, is_cancelled=row.is_cancelled
    )
    status = Status(row.status) if row.status else None
    posting = Posting(row.mailbox, Method(row.method), status, row.sequence)
    return Invitation(uid_of(row.meeting_id, settings.PUBLIC_URL), shown, posting, row.organizer, row.made_at)
