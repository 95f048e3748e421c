"""Jour och telefon: what each of their events does to the facts."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any, Final

from .case_draft import Draft, instant
from .facts import EventFact
from .facts_of_on_call import OnCallDecision, OnCallFacts, WeekendWarning


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


def escalated(case: Draft, event: EventFact) -> None:
    delivery = case.deliveries.get((event.data["event_id"], event.data["unit_id"]))
    if delivery is not None:
        delivery["level"], delivery["level_at"] = event.data["level"], event.happened_at


def warned(case: Draft, event: EventFact) -> None:
    closed = tuple(one["unit_id"] for one in event.data["closed"])
    update(case, weekend=WeekendWarning(event.event_id, event.happened_at, event.data["day"], closed))


def answered(case: Draft, event: EventFact) -> None:
    warning = of(case).weekend
    if warning is not None:
        done = replace(warning, answered_at=event.happened_at, choice=event.data["choice"])
        update(case, weekend=done)


# What raised the warning is no longer so; a new warning, if any, follows in the same transaction.
LAPSES: Final = frozenset(
    {
        "expected_discharge_changed",
        "ready_notice_withdrawn",
        "ready_notice_entered_in_error",
        "discharge_corrected",
    }
)


def lapse(case: Draft) -> None:
    """Forget the warning of a date or notice that has been changed."""
    if of(case).weekend is not None:
        update(case, weekend=None)


HANDLERS: Final[dict[str, Callable[[Draft, EventFact], None]]] = {
    "weekend_warning_raised": warned,
    "weekend_warning_answered": answered,
    "acknowledgement_reminded": escalated,
    "acknowledgement_escalated": escalated,
    "phone_contact_recorded": called,
    "on_call_contacted": called,
    "on_call_decision_recorded": decided,
}
