"""Tell units that something is new: rows now, the world outside after commit."""

from collections.abc import Iterable
from datetime import datetime
from uuid import UUID, uuid4

from django.db import transaction

from lus.insert import insert

from .models import Channel, Notification, OutboxRow
from .wake import wake_delivery


def tell(
    units: Iterable[UUID], *, case_id: UUID, cause_id: UUID, kind: str, at: datetime, urgent: bool = False
) -> None:
    """Write one in-app notice and one e-mail nudge for each unit; a unit is told once of each cause.

    Must run inside the act's transaction. ``cause_id`` is the event or the obligation it is about.
    """
    notices = [
        Notification(
            id=uuid4(),
            unit_id=unit_id,
            case_id=case_id,
            cause_id=cause_id,
            kind=kind,
            urgent=urgent,
            created_at=at,
        )
        for unit_id in sorted(set(units))
    ]
    if not notices:
        return
    insert(notices)
    insert(
        [
            OutboxRow(notification=notice, unit_id=notice.unit_id, channel=Channel.EMAIL, due_at=at)
            for notice in notices
        ]
    )
    transaction.on_commit(wake_delivery, robust=True)
