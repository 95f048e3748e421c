"""The door to notices: those that a viewer's units have not seen, and marking them seen."""

from datetime import datetime
from uuid import UUID

from lus.organisations.actor import Actor

from .models import Notification


def mark_case_seen(viewer: Actor, case_id: UUID, *, at: datetime) -> None:
    """The unit has opened the case: its notices about it are seen."""
    Notification.objects.filter(unit_id__in=viewer.unit_ids, case_id=case_id, seen_at__isnull=True).update(
        seen_at=at
    )
