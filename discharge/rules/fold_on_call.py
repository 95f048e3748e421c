"""Jour och telefon: what each of their events does to the facts."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any, Final

from .case_draft import Draft, instant
from .facts import EventFact
from .facts_of_on_call import OnCallDecision, OnCallFacts


def of(case: Draft) -> OnCallFacts:
    """Return what is known so far."""
    known: OnCallFacts = case.known.get("on_call") or OnCallFacts()
    return known


def update(case: Draft, **changes: Any) -> None:
    """Replace some of it."""
    case.known["on_call"] = replace(of(case), **changes)


def called(case: Draft, event: EventFact) -> None:
    update(case, calls={**of(case).calls, event.data["unit_id"]: event.happened_at})


def decided(case: Draft, event: EventFact) -> None:
    made = OnCallDecision(
        event.event_id,
        event.data["unit_id"],
        event.data["item"],
        event.data["outcome"],
        event.happened_at,
        instant(event.data["valid_to"]),
    )
    update(case, decisions=(*of(case).decisions, made))


HANDLERS: Final[dict[str, Callable[[Draft, EventFact], None]]] = {
    "phone_contact_recorded": called,
    "on_call_contacted": called,
    "on_call_decision_recorded": decided,
}
