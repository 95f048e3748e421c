"""The door to notices: those that a viewer's units have not seen, and marking them seen."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import NamedTuple
from uuid import UUID

from lus.access_log import spool
from lus.organisations.actor import Actor

from .models import Notification


def mark_case_seen(viewer: Actor, case_id: UUID, *, at: datetime) -> None:
    """The unit has opened the case: its notices about it are seen. In read-only mode they stay unseen."""
    if spool.in_use.get():
        return
    Notification.objects.filter(unit_id__in=viewer.unit_ids, case_id=case_id, seen_at__isnull=True).update(
        seen_at=at
    )


class Unseen(NamedTuple):
    """A notice that nobody of the unit has opened. ``kind``: an event's name or ``clock_passed``."""

    case_id: UUID
    kind: str
    urgent: bool
    created_at: datetime


def unseen_of(viewer: Actor) -> list[Unseen]:
    """Return what the viewer's units have not seen, newest first (index ``unseen_by_unit``)."""
    waiting = Notification.objects.filter(
        unit_id__in=viewer.unit_ids, seen_at__isnull=True, case_id__isnull=False
    )
    found = waiting.order_by("-created_at", "pk").values_list("case_id", "kind", "urgent", "created_at")
    return [Unseen(row[0], *row[1:]) for row in found if row[0] is not None]


def unseen_of_no_case(viewer: Actor) -> set[str]:
    """Return the kinds of news that are about no case and that nobody has seen (``backup_asked``)."""
    waiting = Notification.objects.filter(
        unit_id__in=viewer.unit_ids, seen_at__isnull=True, case_id__isnull=True
    )
    return set(waiting.values_list("kind", flat=True).distinct())


def mark_causes_seen(viewer: Actor, cause_ids: Sequence[UUID], *, at: datetime) -> None:
    """The unit has opened what the notices are about. In read-only mode they stay unseen."""
    if spool.in_use.get():
        return
    Notification.objects.filter(
        unit_id__in=viewer.unit_ids, cause_id__in=cause_ids, case_id__isnull=True, seen_at__isnull=True
    ).update(seen_at=at)


def mark_all_seen(viewer: Actor, *, up_to: datetime, at: datetime) -> int:
    """The unit has read the list as it was at ``up_to``; what came since stays new. Returns how many."""
    if spool.in_use.get():
        return 0
    waiting = Notification.objects.filter(unit_id__in=viewer.unit_ids, seen_at__isnull=True)
    return waiting.filter(created_at__lte=up_to).update(seen_at=at)


def withdraw_notices(causes: Mapping[UUID, UUID | None], *, at: datetime) -> None:
    """Count the unseen notices of each cause as seen, but for those of the unit that it is mapped to."""
    waiting = Notification.objects.filter(cause_id__in=list(causes), seen_at__isnull=True)
    gone = [
        pk for pk, cause, unit in waiting.values_list("pk", "cause_id", "unit_id") if causes[cause] != unit
    ]
    if gone:
        Notification.objects.filter(pk__in=gone).update(seen_at=at)
