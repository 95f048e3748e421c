"""Hem när mottagaren har stängt (AD18): on a weekend or holiday, and nobody had agreed to it. No law forbids it."""

from __future__ import annotations

from collections.abc import Iterator

from discharge.rules.facts import CaseFacts, EventFact

from .ground import Ground, Known
from .parties import municipal, ward_at
from .time_words import minute_words
from .true_events import true_events

AGREED = "agreed"


def find(facts: CaseFacts, _known: Known) -> Iterator[Ground]:
    """Yield the discharge whose warning was not answered by an agreement, offered to the closed municipal units."""
    left = facts.discharged_at
    discharge: EventFact | None = None
    warned: tuple[str, ...] = ()
    agreed = False
    for event in true_events(facts):
        if event.name == "patient_discharged":
            discharge, warned, agreed = event, (), False
        elif event.name == "weekend_warning_raised" and discharge and event.data["about"] == "discharge":
            warned = tuple(one["unit_id"] for one in event.data["closed"])
        elif event.name == "weekend_warning_answered" and warned:
            agreed = event.data["choice"] == AGREED
    closed = tuple(unit_id for unit_id in municipal(facts) if unit_id in warned)
    if left is not None and discharge is not None and closed and not agreed:
        yield Ground(
            event_id=discharge.event_id,
            code="K08.2",
            offered=closed,
            addressed=ward_at(facts, left),
            so_from=discharge.recorded_at,
            values={"at": minute_words(left)},
        )
