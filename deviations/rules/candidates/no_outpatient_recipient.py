"""Öppenvård saknas som mottagare (AD03), LUS 2 kap. 1 §: municipal health care may be needed, and none was told."""

from __future__ import annotations

from collections.abc import Iterator

from discharge.rules.facts import OUTPATIENT_ROLES, CaseFacts

from .ground import Ground, Known
from .parties import municipal, ward_at


def find(facts: CaseFacts, _known: Known) -> Iterator[Ground]:
    """Yield the notice, as long as no regional outpatient unit has been told of the patient."""
    sent = facts.admission_notice_at
    told = any(unit.role in OUTPATIENT_ROLES and unit.told_at for unit in facts.units)
    if sent is not None and facts.need_municipal_health and not told:
        yield Ground(
            event_id=facts.admission_notice_event,
            code="K01.7",
            offered=municipal(facts),
            addressed=ward_at(facts, sent),
            so_from=sent,
        )
