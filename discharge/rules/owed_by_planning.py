"""Jaga svar, intern rutin: one duty per unit for fields that are blank, one for fields that nobody knew.

Owed first when planning has begun: by a receiver when it has itself begun, by the ward when any of them has.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta
from typing import Final

from .facts import CaseFacts
from .owed import Obligation, duty_of, in_hospital
from .planning_basis import AskedField, asked_fields

# Halland counts 48 hours (regionhalland.se). Elsewhere no limit is known: the same number, as an internal routine.
FILLED_WITHIN: Final = timedelta(hours=48)


def planning_basis(facts: CaseFacts) -> Iterator[Obligation]:
    """Fyll i underlag: the unit's fields, 48 hours after it began (or after a field was moved to it)."""
    for unit_id, mine in _by_unit(facts).items():
        start = _begun(facts, unit_id)
        if start is None or _is_ready(facts, unit_id):
            continue
        blank = [one for one in mine if one.is_blank]
        met_at = None if blank else max(one.answer.at for one in mine if one.answer)
        if met_at or in_hospital(facts):
            due = min(max(start, one.moved_at or start) for one in blank or mine) + FILLED_WITHIN
            words = str(len(blank or mine))
            yield duty_of("fill_planning_basis", unit_id, start, due, met_at=met_at, fields=words)


def chase_list(facts: CaseFacts) -> Iterator[Obligation]:
    """Jaga svar: what was marked "vet ej", from the first chase time on."""
    if not in_hospital(facts):
        return
    for unit_id, mine in _by_unit(facts).items():
        unknown = [one.answer for one in mine if one.answer and one.answer.chase_at]
        if unknown:
            due = min(answer.chase_at for answer in unknown if answer.chase_at)
            start = min(answer.at for answer in unknown)
            yield duty_of("chase_planning_answers", unit_id, start, due, fields=str(len(unknown)))


def _by_unit(facts: CaseFacts) -> dict[str, Sequence[AskedField]]:
    found: dict[str, list[AskedField]] = {}
    for asked in asked_fields(facts):
        found.setdefault(asked.unit_id, []).append(asked)
    return dict(found)


def _is_ready(facts: CaseFacts, unit_id: str) -> bool:
    """A unit that has said "klar att ta emot" is not asked for the rest of its fields."""
    unit = facts.unit(unit_id)
    return unit is not None and unit.ready_at is not None


def _begun(facts: CaseFacts, unit_id: str) -> datetime | None:
    if unit_id != facts.ward_id:
        unit = facts.unit(unit_id)
        return unit.planning_at if unit else None
    begun = [unit.planning_at for unit in facts.active_units if unit.planning_at]
    return min(begun, default=None)
