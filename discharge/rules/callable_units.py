"""Vilka enheter kan kallas: those of the plan and, while the patient is there, the ward."""

from __future__ import annotations

from .facts import CaseFacts


def callable_units(facts: CaseFacts, own: str) -> list[tuple[str, str]]:
    """Return ``(unit id, role)`` of all that the unit ``own`` can call, the ward last. It is never called by itself."""
    found = [(unit.unit_id, unit.role) for unit in facts.active_units]
    if facts.ward_id and facts.discharged_at is None:
        found.append((facts.ward_id, "ward"))
    return [(unit_id, role) for unit_id, role in found if unit_id != own]


def is_party(facts: CaseFacts, unit_id: str) -> bool:
    """Whether the unit still takes part: in the plan, in the case, or as its ward."""
    return unit_id == facts.ward_id or any(unit.unit_id == unit_id for unit in facts.active_units)
