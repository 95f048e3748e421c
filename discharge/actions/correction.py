"""Rättelsen: whose the fact is, what differs, who had it, and whether the case is still possible with it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from discharge.models.cases import CareForm
from discharge.rules.correctable import CORRECTABLE, HAPPENED, Field, right_for
from discharge.rules.corrected import as_if_corrected, corrected
from discharge.rules.corrected_history import history_refusal
from discharge.rules.destinations import DESTINATIONS
from discharge.rules.facts import CaseFacts, EventFact
from discharge.rules.fold import fold
from discharge.rules.ledger_periods import ImpossibleEvents
from discharge.rules.second_person import why_second_person
from discharge.rules.stages_of_corrections import own_facts
from discharge.rules.struck import struck
from discharge.rules.time_refusal import whole_minute
from discharge.rules.told import told_units
from lus.organisations.actor import Actor
from lus.organisations.roles import Permission
from lus.refusals import InvalidInput, NotThere, StageNotAllowed, TimeNotPossible

from .case_act import refuse
from .count_again import counted_days
from .free_text import tidy_text

TEXT_LIMIT = 120


@dataclass(frozen=True)
class Change:
    """The fields that differ, as they are kept in the event: ``{key: text or None}``."""

    old: dict[str, Any]
    new: dict[str, Any]


def own_fact(facts: CaseFacts, actor: Actor, event_id: UUID) -> EventFact:
    """Return the unit's own event as it reads now. Raises NotThere, and refuses another unit's fact."""
    unit_id, wanted = str(actor.unit_id), str(event_id)
    if wanted in {event.event_id for event in own_facts(facts, unit_id)}:
        event = next(event for event in corrected(facts.events) if event.event_id == wanted)
        actor.require(Permission(right_for(event.name)))
        return event
    found = next((event for event in facts.events if event.event_id == wanted), None)
    if found is None or found.name not in CORRECTABLE:
        raise NotThere
    if wanted in struck(facts.events):
        raise StageNotAllowed("Uppgiften är redan ångrad.", "Registrera på nytt om det behövs.")
    raise StageNotAllowed(
        f"Uppgiften är registrerad av {found.unit_name}.",
        "Be enheten rätta den. Är ni inte överens: skriv ett meddelande eller en avvikelse.",
        code="not-own-fact",
        title="Bara enheten som skrev kan rätta",
        event_id=found.event_id,
    )


def difference(event: EventFact, values: Mapping[str, str]) -> Change:
    """Return what ``values`` (``{field: text}``; times ISO 8601) change. Raises InvalidInput for what cannot be."""
    fields = {field.key: field for field in CORRECTABLE[event.name]}
    unknown = values.keys() - fields.keys()
    if unknown:
        raise InvalidInput(
            "Den uppgiften kan inte rättas här.", "Rätta bara tider och uppgifter i listan.", field="values"
        )
    old: dict[str, Any] = {}
    new: dict[str, Any] = {}
    for key, text in values.items():
        was, now = _now(event, fields[key]), _read(fields[key], text)
        if not _same(fields[key], was, now):
            old[key], new[key] = was, now
    if not new:
        raise InvalidInput(
            "Uppgiften är densamma som förut.", "Ändra den, eller avbryt.", field=next(iter(fields))
        )
    _refuse_destination(event, new)
    return Change(old, new)


def _now(event: EventFact, field: Field) -> Any:
    return event.happened_at.isoformat() if field.key == HAPPENED else event.data.get(field.key)


def _read(field: Field, text: str) -> str | None:
    said = tidy_text(text, field.key, limit=80 if field.key == "destination_text" else TEXT_LIMIT)
    if not said:
        if field.required:
            raise InvalidInput(f"{field.label} saknas.", "Skriv uppgiften.", field=field.key)
        return None if field.kind == "moment" else ""
    if field.kind == "moment":
        return _moment(said, field.key)
    allowed = {"destination": set(DESTINATIONS), "care_form": set(CareForm.values)}.get(field.kind)
    if allowed is not None and said not in allowed:
        raise InvalidInput(f"{field.label} är inte ett av alternativen.", "Välj ur listan.", field=field.key)
    return said


def _moment(text: str, key: str) -> str:
    try:
        instant = datetime.fromisoformat(text)
    except ValueError:
        instant = None
    if instant is None or instant.tzinfo is None:
        raise InvalidInput("Tiden går inte att läsa.", "Skriv dag och klockslag.", field=key)
    return instant.isoformat()


def _same(field: Field, was: Any, now: Any) -> bool:
    if field.kind != "moment" or not was or not now:
        return (was or None) == (now or None)
    # Typed times have whole minutes, so the shown minute is the same time.
    first, second = datetime.fromisoformat(was), datetime.fromisoformat(now)
    return first == second or whole_minute(first) == second


def _refuse_destination(event: EventFact, new: Mapping[str, Any]) -> None:
    said = {**event.data, **new}
    if "destination" in said and (said["destination"] == "other") != bool(said.get("destination_text")):
        raise InvalidInput(
            "Vart patienten åkte behöver skrivas för Annat, och bara då.",
            "Skriv vart, eller töm fältet.",
            field="destination_text",
        )


def who_was_told(facts: CaseFacts, event: EventFact) -> list[str]:
    """Return the units that were told the original: its recipients, and those that the table tells."""
    named = [one if isinstance(one, str) else one["unit_id"] for one in event.data.get("recipients", ())]
    told = {*named, *told_units(event.name, facts, event.data.get("unit_id"))} - {event.unit_id}
    lost = {unit.unit_id for unit in facts.units if unit.state == "wrong_recipient"}
    return sorted(told - lost)


def check_history(facts: CaseFacts, data: Mapping[str, Any], at: datetime) -> str:
    """Refuse a correction that the case is not possible with. Returns why a second person is needed, or ""."""
    events = (*facts.events, as_if_corrected(facts, data, at))
    refuse(history_refusal(events, data["event_id"], at))
    after = fold(facts.case_id, events)
    try:
        was, now = counted_days(facts, at), counted_days(after, at)
    except ImpossibleEvents:
        raise TimeNotPossible(
            "Betalningsräkningen går inte ihop med den tiden.",
            "Kontrollera dag och klockslag mot de andra händelserna.",
            code="wrong-order",
            field=HAPPENED,
        ) from None
    return why_second_person(facts, was.days, now.days, at)
