"""A past case as table rows: folded by the rules and cut into columns by the same functions that the acts use."""

from collections.abc import Iterator
from typing import Any
from uuid import UUID

from django.db import models

from discharge.actions.picture import case_columns, delivery_columns, unit_columns, ward_columns
from discharge.models import Case, CaseUnit, Delivery
from discharge.rules.facts import CaseFacts, EventFact
from discharge.rules.fold import fold
from lus.events.models import Change, Event, Stream
from lus.persons.models import Person

from .history import PastCase

Row = tuple[type[models.Model], dict[str, Any]]


def rows_of(past: PastCase) -> Iterator[Row]:
    """Yield (table, {column: value}) for everything that a closed case leaves behind, but its place in the feed."""
    facts = fold(str(past.case_id), past.events)
    yield Person, _person(past.person)
    yield Stream, {"id": past.case_id, "last_seq": facts.version}
    yield Case, _case(past, facts)
    yield CaseUnit, {"case_id": past.case_id, "unit_id": facts.ward_id, **ward_columns(facts)}
    for unit in facts.units:
        yield CaseUnit, {"case_id": past.case_id, "unit_id": unit.unit_id, **unit_columns(unit, facts)}
    for item in facts.deliveries:
        key = {"case_id": past.case_id, "unit_id": item.unit_id, "event_id": item.event_id}
        yield Delivery, key | delivery_columns(item)
    for event in past.events:
        yield Event, _event(past.case_id, event)


def change_of(case_id: UUID, event: EventFact) -> Row:
    """Return the event's row in the change feed; its position is given by the table."""
    return Change, {"event_id": event.event_id, "case_id": case_id, "name": event.name}


def _person(person: Person) -> dict[str, Any]:
    return {field.attname: getattr(person, field.attname) for field in Person._meta.local_fields}


def _case(past: PastCase, facts: CaseFacts) -> dict[str, Any]:
    # No ready notice is in force in a closed case, so no agreement is needed for its columns.
    return {
        "id": past.case_id,
        "reference": facts.reference,
        "person_id": past.person.pk,
        "care_form": facts.care_form,
        "registered_municipality": facts.registered_municipality,
        **case_columns(facts, None),
    }


def _event(case_id: UUID, event: EventFact) -> dict[str, Any]:
    by_clock = event.unit_id is None
    return {
        "id": event.event_id,
        "case_id": case_id,
        "seq": event.seq,
        "name": event.name,
        "happened_at": event.happened_at,
        "recorded_at": event.recorded_at,
        "actor_kind": "clock" if by_clock else "person",
        "actor_name": event.actor_name,
        "user_id": None,
        "assignment_id": None,
        "unit_id": event.unit_id,
        "unit_name": event.unit_name,
        "source": "clock" if by_clock else "web",
        "corrects_id": None,
        "data": event.data,
    }
