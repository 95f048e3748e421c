"""Deliver what waits in the outbox: one nudge to each unit and channel, without personal data."""

from collections.abc import Callable, Sequence
from datetime import datetime
from uuid import UUID

from django.conf import settings
from django.core.mail import EmailMessage
from django.db.models import QuerySet

from .addresses import address_of
from .leased import CalledOff, deliver_leased
from .models import Audience, Channel, OutboxRow
from .sms import send_sms

SUBJECT = "LUS"
TEXT = "Du har nytt att hantera. Logga in för att läsa."
NO_ADDRESS = "enheten har ingen adress"
ALREADY_READ = "läst innan"
GATHERED = "i en samlad avisering"


def deliver_due(*, at: datetime, channel: str | None = None) -> int:
    """Send every nudge that is due at ``at``, or those of one channel; return how many were sent."""
    return deliver_leased(queue(channel), why_not=not_wanted, send=_send, at=at)


def queue(channel: str | None = None) -> QuerySet[OutboxRow]:
    """Return the nudges of one channel or all, in the order to send."""
    rows = OutboxRow.objects.select_related("notification").order_by("due_at", "pk")
    return rows.filter(channel=channel) if channel else rows


def not_wanted(rows: Sequence[OutboxRow]) -> dict[UUID, str]:
    """Name what has been read meanwhile, and all but one of what is sent together."""
    reasons, gathered = {}, set()
    for row in rows:
        group = (row.unit_id, row.audience, row.channel)
        if row.audience == Audience.UNIT and row.notification.seen_at and row.notification.case_id:
            reasons[row.pk] = ALREADY_READ
        elif row.digest and group in gathered:
            reasons[row.pk] = GATHERED
        elif row.digest:
            gathered.add(group)
    return reasons


def _send(row: OutboxRow) -> None:
    address = address_of(row.unit_id, row.audience, row.channel)
    if not address:
        raise CalledOff(NO_ADDRESS)
    SENDERS[row.channel](row.pk, address)


def _mail(row_id: UUID, address: str) -> None:
    EmailMessage(subject=SUBJECT, body=f"{TEXT}\n{settings.PUBLIC_URL}/\n", to=[address]).send()


def _sms(row_id: UUID, address: str) -> None:
    send_sms(row_id, address, f"{TEXT} {settings.PUBLIC_URL}/")


SENDERS: dict[str, Callable[[UUID, str], None]] = {Channel.EMAIL: _mail, Channel.SMS: _sms}
