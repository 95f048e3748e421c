"""From stored events to the rules' facts."""

import json
from collections.abc import Iterable
from datetime import datetime
from uuid import UUID

from django.db import connection

from discharge.rules.facts import CaseFacts, EventFact
from discharge.rules.fold import fold
from lus.events.models import Event


def event_facts(events: Iterable[Event]) -> tuple[EventFact, ...]:
    """Return the events as plain facts, in the given order."""
    return tuple(
        EventFact(
            event_id=str(event.pk),
            seq=event.seq,
            name=event.name,
            happened_at=event.happened_at,
            recorded_at=event.recorded_at,
            unit_id=str(event.unit_id) if event.unit_id else None,
            actor_name=event.actor_name,
            unit_name=event.unit_name,
            data=event.data,
        )
        for event in events
    )


# Written by hand: it opens every act and every case page.
EVENTS = """
SELECT id, seq, name, happened_at, recorded_at, unit_id, actor_name, unit_name, data
FROM events_event WHERE case_id = %s ORDER BY seq
"""


def facts_of(case_id: UUID) -> CaseFacts:
    """Fold what is stored of the case, in one statement."""
    with connection.cursor() as cursor:
        cursor.execute(EVENTS, [case_id])
        events = [_fact(*row) for row in cursor.fetchall()]
    return fold(str(case_id), events)


def _fact(
    pk: UUID,
    seq: int,
    name: str,
    happened_at: datetime,
    recorded_at: datetime,
    unit_id: UUID | None,
    *rest: str,
) -> EventFact:
    actor_name, unit_name, data = rest
    unit = str(unit_id) if unit_id else None
    return EventFact(
        str(pk), seq, name, happened_at, recorded_at, unit, actor_name, unit_name, json.loads(data)
    )


def facts_from(case_id: UUID, events: Iterable[Event]) -> CaseFacts:
    """Fold stored events to what is known of the case."""
    return fold(str(case_id), event_facts(events))
