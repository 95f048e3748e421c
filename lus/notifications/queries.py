"""The door to notices: those that a viewer's units have not seen, and marking them seen."""

from datetime import datetime
from uuid import UUID

from django.db.models import QuerySet

from lus.organisations.actor import Actor

from .models import Notification


def unseen_by(viewer: Actor) -> QuerySet[Notification]:
    """Return the notices that the viewer's units have not opened."""
    return Notification.objects.filter(unit_id__in=viewer.unit_ids, seen_at__isnull=True)


def mark_case_seen(viewer: Actor, case_id: UUID, *, at: datetime) -> None:
    """The unit has opened the case: its notices about it are seen."""
    Notification.objects.filter(unit_id__in=viewer.unit_ids, case_id=case_id, seen_at__isnull=True).update(
        seen_at=at
    )
