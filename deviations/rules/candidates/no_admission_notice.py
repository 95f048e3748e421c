"""Inskrivningsmeddelande saknas (AD02), LUS 2 kap. 1 §: the patient left, needs were judged, and nobody was told."""

from __future__ import annotations

from collections.abc import Iterator

from discharge.rules.facts import CaseFacts

from .ground import Ground, Known
from .parties import receiving, ward_at
from .true_events import last_named


def find(facts: CaseFacts, _known: Known) -> Iterator[Ground]:
    """Yield the discharge, offered to the units that came into the case some other way."""
    event, left = last_named(facts, "patient_discharged"), facts.discharged_at
    needs = (facts.need_municipal_health, facts.need_social_services, facts.need_outpatient)
    if event is not None and left is not None and facts.admission_notice_at is None and any(needs):
        yield Ground(
            event_id=event.event_id,
            code="K01.1",
            offered=receiving(facts),
            addressed=ward_at(facts, left),
            so_from=event.recorded_at,
        )
