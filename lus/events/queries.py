"""The door to the record: a case's events, and the change feed after a cursor."""

from collections.abc import Iterable, Iterator, Sequence
from uuid import UUID

from .models import Change, Event, Stream


def events_of(case_id: UUID) -> list[Event]:
    """Return all events of a case in order."""
    return list(Event.objects.filter(case_id=case_id).order_by("seq"))


def events_of_cases(case_ids: Iterable[UUID]) -> dict[UUID, list[Event]]:
    """Return the events of many cases, in one statement."""
    found: dict[UUID, list[Event]] = {case_id: [] for case_id in case_ids}
    for event in Event.objects.filter(case_id__in=list(found)).order_by("case_id", "seq"):
        found[event.case_id].append(event)
    return found


def named(name: str) -> Iterator[Event]:
    """Yield every event of one name, whichever case. Reads the whole record: for proofs, not for pages."""
    yield from Event.objects.filter(name=name).order_by("recorded_at", "pk").iterator()


def version_of(case_id: UUID) -> int:
    """Return the case's version: the number of its newest event."""
    return Stream.objects.values_list("last_seq", flat=True).get(pk=case_id)


def changes_after(position: int, limit: int = 500) -> Sequence[Change]:
    """Return the feed after ``position``, oldest first, at most ``limit`` rows."""
    return list(Change.objects.filter(position__gt=position).order_by("position")[:limit])


def newest_position() -> int:
    """Return the cursor of somebody who has seen everything."""
    return Change.objects.order_by("-position").values_list("position", flat=True).first() or 0
