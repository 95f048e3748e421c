"""From stored events to the rules' facts."""

from collections.abc import Iterable
from uuid import UUID

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


COLUMNS = (
    "pk",
    "seq",
    "name",
    "happened_at",
    "recorded_at",
    "unit_id",
    "actor_name",
    "unit_name",
    "data",
)


def facts_of(case_id: UUID) -> CaseFacts:
    """Fold what is stored of the case, in one statement."""
    rows = Event.objects.filter(case_id=case_id).order_by("seq").values_list(*COLUMNS)
    events = [
        EventFact(str(pk), seq, name, happened_at, recorded_at, str(unit_id) if unit_id else None, *rest)
        for pk, seq, name, happened_at, recorded_at, unit_id, *rest in rows
    ]
    return fold(str(case_id), events)


def facts_from(case_id: UUID, events: Iterable[Event]) -> CaseFacts:
    """Fold stored events to what is known of the case."""
    return fold(str(case_id), event_facts(events))
