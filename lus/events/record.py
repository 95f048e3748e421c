"""The one writer of events."""

import uuid
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import connection

from lus.insert import insert
from lus.organisations.actor import Actor

from .models import Event, Stream


@dataclass(frozen=True)
class New:
    """An event about to be recorded. ``data`` is JSON (see ``discharge/events/`` for the keys of each name).

    ``by``: who did it, when that is not the one who acts (the clock, in the same transaction).
    """

    name: str
    data: dict[str, Any] = field(default_factory=dict)
    happened_at: datetime | None = None
    corrects: UUID | None = None
    by: Actor | None = None
    id: UUID = field(default_factory=uuid.uuid4)


def lock_stream(case_id: UUID) -> bool:
    """Lock the case until commit; return whether it exists. The one lock of a case: every writer takes it first."""
    return Stream.objects.select_for_update().filter(pk=case_id).exists()


def open_stream(case_id: UUID) -> None:
    """Make the stream of a new case."""
    Stream.objects.create(pk=case_id)


# The numbers are taken in the statement that writes the events.
TAKE_NUMBERS = "WITH taken AS (UPDATE events_stream SET last_seq = %s WHERE id = %s)"


def record(
    case_id: UUID, new: Sequence[New], *, actor: Actor, at: datetime, last: int | None = None
) -> list[Event]:
    """Append ``new`` to the case's stream, in order. Must run inside the act's transaction; whoever records
    calls ``reactions.react`` when its own tables are written.

    ``at`` is the moment it is recorded; an event without ``happened_at`` happened then. ``last``: the newest number,
    for whoever has locked the case and read it; two writers with the same number never both get in.
    """
    last = _last_number(case_id) if last is None else last
    events = [
        _event(case_id, seq, item, item.by or actor, at) for seq, item in enumerate(new, start=last + 1)
    ]
    insert(events, first=(TAKE_NUMBERS, [last + len(events), case_id]))
    return events


def _event(case_id: UUID, seq: int, item: New, actor: Actor, at: datetime) -> Event:
    return Event(
        id=item.id,
        case_id=case_id,
        seq=seq,
        name=item.name,
        happened_at=item.happened_at or at,
        recorded_at=at,
        actor_kind=actor.kind,
        actor_name=actor.name,
        user_id=actor.user_id,
        assignment_id=actor.assignment_id,
        unit_id=actor.unit_id,
        unit_name=actor.unit_name,
        source=actor.source,
        corrects_id=item.corrects,
        data=item.data,
    )


def _last_number(case_id: UUID) -> int:
    """Lock the case until commit, and return the number of its newest event."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT last_seq FROM events_stream WHERE id = %s FOR UPDATE", [case_id])
        row = cursor.fetchone()
    if row is None:
        raise LookupError("the case has no stream of events")
    return int(row[0])
