"""Gamla nyheter i demon: no e-mail goes out about invented history, and what is old has been seen."""

from datetime import datetime, timedelta

from django.db.models import F

from lus.notifications.models import Notification, OutboxRow, OutboxState
from sip.models import InvitationRow

STILL_NEWS = timedelta(minutes=30)
INVENTED = "påhittad historik"


def forget_old_news(now: datetime) -> None:
    """Call off every nudge and calendar file that was due long before ``now``, and let old notices be seen."""
    for table in (OutboxRow, InvitationRow):
        table.objects.filter(state=OutboxState.PENDING, due_at__lt=now - STILL_NEWS).update(
            state=OutboxState.CANCELLED, finished_at=F("due_at"), error=INVENTED
        )
    Notification.objects.filter(created_at__lt=now - timedelta(hours=12)).update(seen_at=F("created_at"))
