"""Vem får förslaget: the units of a case by what they answer for, as they stand in it now."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from discharge.rules.facts import MUNICIPAL_ROLES, OUTPATIENT_ROLES, CaseFacts, EventFact


def municipal(facts: CaseFacts) -> tuple[str, ...]:
    """Return the municipal units that have the case."""
    return tuple(unit.unit_id for unit in facts.active_units if unit.role in MUNICIPAL_ROLES)


def receiving(facts: CaseFacts) -> tuple[str, ...]:
    """Return the municipal and the regional outpatient units that have the case."""
    wanted = MUNICIPAL_ROLES | OUTPATIENT_ROLES
    return tuple(unit.unit_id for unit in facts.active_units if unit.role in wanted)


def still_there(facts: CaseFacts, unit_ids: Iterable[str]) -> tuple[str, ...]:
    """Return those of ``unit_ids`` that have the case still; who was told by mistake is offered nothing."""
    active = {unit.unit_id for unit in facts.active_units}
    return tuple(unit_id for unit_id in unit_ids if unit_id in active)


def recipients_of(event: EventFact) -> list[str]:
    """Return the ids of the units that the event was sent to; the record names them with or without their role."""
    return [one if isinstance(one, str) else one["unit_id"] for one in event.data["recipients"]]


def ward_at(facts: CaseFacts, at: datetime) -> str:
    """Return the ward that had the patient at ``at``."""
    return facts.chain.ward_at(at, facts.ward_id)
