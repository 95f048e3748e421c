"""Hem före beräknat datum (AD07): the patient left on a day before the last expected one, and no change was told."""

from __future__ import annotations

from collections.abc import Iterator

from discharge.rules.facts import CaseFacts
from discharge.rules.swedish_words import short_day
from lus.swedish_time import local_date

from .expected_dates import expected_dates
from .ground import Ground, Known
from .parties import municipal, ward_at
from .true_events import last_named


def find(facts: CaseFacts, _known: Known) -> Iterator[Ground]:
    """Yield the discharge, against the date that was the last one told when the patient left."""
    event, left = last_named(facts, "patient_discharged"), facts.discharged_at
    if event is None or left is None:
        return
    told = [day for said_at, day, _ in expected_dates(facts) if said_at <= left]
    if told and local_date(left) < told[-1]:
        yield Ground(
            event_id=event.event_id,
            code="K02.1",
            offered=municipal(facts),
            addressed=ward_at(facts, left),
            so_from=event.recorded_at,
            values={"left": short_day(local_date(left)), "day": short_day(told[-1])},
        )
