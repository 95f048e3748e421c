"""Ändringsflödet: what has happened in the viewer's cases after a cursor, as ids and names only."""

from collections.abc import Sequence
from dataclasses import dataclass

from discharge.models import CaseUnit
from lus.events.models import Change, Event
from lus.events.queries import newest_position
from lus.organisations.actor import Actor
from lus.organisations.roles import Permission

from .known_to import LEFT


@dataclass(frozen=True, slots=True)
class ChangePage:
    """``position``: where to go on. ``caught_up``: there was nothing more when this was read."""

    changes: Sequence[tuple[Change, Event]]
    position: int
    caught_up: bool


def changes_for(viewer: Actor, *, after: int, limit: int) -> ChangePage:
    """Return at most ``limit`` changes after position ``after``, open and closed cases. Shows no patient."""
    viewer.require(Permission.SEE_CASES)
    newest = newest_position()  # read first: what comes meanwhile belongs to the next page
    party = CaseUnit.objects.filter(unit_id__in=viewer.unit_ids, lost_access_at__isnull=True).exclude(
        state__in=LEFT
    )
    rows = Change.objects.filter(
        position__gt=after, position__lte=newest, case_id__in=party.values("case_id")
    ).order_by("position")
    found = list(rows[: limit + 1])
    changes, more = found[:limit], len(found) > limit
    events = Event.objects.in_bulk([change.event_id for change in changes])
    position = changes[-1].position if more else max(newest, after)
    return ChangePage([(change, events[change.event_id]) for change in changes], position, not more)
