"""Från händelser till läge: a deviation's stream, folded. Every later act implies that it was acknowledged (§5)."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import date
from typing import Any, Final

from discharge.rules.facts import EventFact
from lus.swedish_time import local_date

from .facts_of_deviation import DeviationFacts, Measure
from .lift import ON_DEVIATION

Handler = Callable[[DeviationFacts, EventFact], DeviationFacts]


def fold_deviation(events: Iterable[EventFact], deviation_id: str = "") -> DeviationFacts:
    """Return what is known after ``events``, oldest first. Raises ValueError when it does not begin with its report."""
    kept = tuple(events)
    if not kept or kept[0].name != "deviation_registered":
        raise ValueError("a deviation begins with its report")
    facts = _registered(kept[0], deviation_id)
    for event in kept[1:]:
        handler = HANDLERS.get(event.name)
        facts = handler(facts, event) if handler else facts
    return replace(facts, events=kept)


def _registered(event: EventFact, deviation_id: str) -> DeviationFacts:
    told = event.data
    return DeviationFacts(
        deviation_id=deviation_id,
        registered_at=event.happened_at,
        number=told["number"],
        county=told["county"],
        reporting_unit=told["reporting_unit"],
        addressed_unit=told["addressed_unit"],
        code_reported=told["code"],
        addressed_at=event.happened_at,
        round_at=event.happened_at,
    )


def _taken(facts: DeviationFacts, event: EventFact, **then: Any) -> DeviationFacts:
    """The addressee has begun, whatever it did first."""
    return replace(facts, acknowledged_at=facts.acknowledged_at or event.happened_at, **then)


def _acknowledged(facts: DeviationFacts, event: EventFact) -> DeviationFacts:
    return _taken(facts, event, state="received")


def _rerouted(facts: DeviationFacts, event: EventFact) -> DeviationFacts:
    return replace(
        facts,
        state="registered",
        former=(*facts.former, facts.addressed_unit),
        addressed_unit=event.data["to"],
        addressed_at=event.happened_at,
        round_at=event.happened_at,
        addressees=facts.addressees + 1,
        acknowledged_at=None,
    )


def _assessed(facts: DeviationFacts, event: EventFact) -> DeviationFacts:
    severity = event.data["severity"]
    return _taken(facts, event, state="assessing", assessed_at=event.happened_at, severity=severity)


def _asked(facts: DeviationFacts, event: EventFact) -> DeviationFacts:
    assessed = facts.assessed_at or event.happened_at
    return _taken(facts, event, state="awaiting_reporter", assessed_at=assessed, asked_at=event.happened_at)


def _completed(facts: DeviationFacts, event: EventFact) -> DeviationFacts:
    since = facts.asked_at or event.happened_at
    days = (local_date(event.happened_at) - local_date(since)).days
    return replace(facts, state="assessing", asked_at=None, waited_days=facts.waited_days + days)


def _decided(facts: DeviationFacts, event: EventFact) -> DeviationFacts:
    assessed = facts.assessed_at or event.happened_at
    return _taken(facts, event, state="action_decided", assessed_at=assessed, decided_at=event.happened_at)


def _measure(facts: DeviationFacts, event: EventFact) -> DeviationFacts:
    told = event.data
    due = date.fromisoformat(told["due"])
    measure = Measure(event.event_id, told["owner_unit"], told["owner_role"], due)
    return replace(_decided(facts, event), measures=(*facts.measures, measure))


def _done(facts: DeviationFacts, event: EventFact) -> DeviationFacts:
    measures = tuple(
        replace(one, done_at=event.happened_at) if one.event_id == event.data["action_id"] else one
        for one in facts.measures
    )
    return replace(facts, measures=measures)


def _answered(facts: DeviationFacts, event: EventFact) -> DeviationFacts:
    return replace(facts, state="answered", answered_at=event.happened_at)


def _closed(facts: DeviationFacts, event: EventFact) -> DeviationFacts:
    return replace(facts, state="closed", closed_at=event.happened_at)


def _again(facts: DeviationFacts, event: EventFact) -> DeviationFacts:
    return replace(
        facts,
        state="assessing",
        round=facts.round + 1,
        round_at=event.happened_at,
        waited_days=0,
        decided_at=None,
        answered_at=None,
        closed_at=None,
        is_disputed=facts.is_disputed or event.name == "deviation_disputed",
    )


def _retracted(facts: DeviationFacts, event: EventFact) -> DeviationFacts:
    return replace(facts, state="retracted", closed_at=event.happened_at)


def _recoded(facts: DeviationFacts, event: EventFact) -> DeviationFacts:
    return replace(facts, code_analysed=event.data["code"])


def _lifted(facts: DeviationFacts, event: EventFact) -> DeviationFacts:
    return _taken(facts, event, lift_level=event.name.rpartition("_")[2])


HANDLERS: Final[dict[str, Handler]] = {
    "deviation_acknowledged": _acknowledged,
    "deviation_rerouted": _rerouted,
    "deviation_assessed": _assessed,
    "deviation_completion_requested": _asked,
    "deviation_completed": _completed,
    "deviation_action_decided": _measure,
    "deviation_no_action": _decided,
    "deviation_action_done": _done,
    "deviation_feedback_given": _answered,
    "deviation_accepted": _closed,
    "deviation_disputed": _again,
    "deviation_reopened": _again,
    "deviation_retracted": _retracted,
    "deviation_recoded": _recoded,
    **dict.fromkeys(ON_DEVIATION.values(), _lifted),
}
# What is said or noted moves nothing.
NO_STATE: Final = frozenset(
    {
        "deviation_commented",
        "deviation_noted_internally",
        "deviation_redacted",
        "deadline_passed",
        "day_began",
    }
)
