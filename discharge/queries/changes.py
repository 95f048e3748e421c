"""Ändringsflödet: what has happened in the viewer's cases after a cursor, as ids and names only."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from discharge.models import BlockedEvent, CaseUnit
from lus.events.models import Change, Event
from lus.events.queries import newest_position
from lus.organisations.actor import Actor
from lus.organisations.roles import Permission

from .known_messages import MESSAGE_EVENTS, is_party
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
    known = _known(viewer, events)
    return ChangePage(
        [(change, events[change.event_id]) for change in changes if change.event_id in known],
        position,
        not more,
    )


def _known(viewer: Actor, events: Mapping[UUID, Event]) -> set[UUID]:
    """Return the ids of the events whose names the viewer may know: not those of others' messages."""
    units = {str(unit_id) for unit_id in viewer.unit_ids}
    about = {event.pk: UUID(event.data["event_id"]) for event in events.values() if _is_receipt(event)}
    sent = Event.objects.in_bulk(set(about.values())) if about else {}
    blocked = dict(BlockedEvent.objects.filter(pk__in=list(events)).values_list("pk", "unit_id"))
    known = set()
    for pk, event in events.items():
        said = sent.get(about[pk]) if pk in about else event
        if pk in blocked and blocked[pk] not in viewer.unit_ids:
            continue
        if said is None or said.name not in MESSAGE_EVENTS or _is_party(said, units):
            known.add(pk)
    return known


def _is_receipt(event: Event) -> bool:
    return event.name == "message_acknowledged" and event.data.get("kind") in MESSAGE_EVENTS


def _is_party(event: Event, units: set[str]) -> bool:
    return is_party(str(event.unit_id) if event.unit_id else None, event.data, units)
