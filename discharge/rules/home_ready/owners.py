"""Vem äger en punkt: which sides answer it in this case, and which unit stands for each side."""

from __future__ import annotations

from collections.abc import Iterable

from ..facts import MUNICIPAL_ROLES, OUTPATIENT_ROLES, CaseFacts
from ..kept import kept_with_facts
from ..owed_by_outpatient import summoning_unit
from .checklist import Point, Side


def sides_of(facts: CaseFacts, unit_id: str) -> frozenset[str]:
    """Return the sides that the unit answers for: the ward also for the person (P)."""
    if unit_id == facts.ward_id:
        return frozenset("SP")
    unit = facts.unit(unit_id)
    if unit is None or not unit.is_active:
        return frozenset()
    if unit.role in MUNICIPAL_ROLES:
        return frozenset("K")
    return frozenset("O") if unit.role in OUTPATIENT_ROLES else frozenset()


def sides_that_count(point: Point, facts: CaseFacts) -> tuple[Side, ...]:
    """Return the sides whose answer the point needs: of a shared one those that are in the case, if any is."""
    units = units_of_sides(facts)
    return tuple(side for side in point.owners if units[side]) or point.owners


@kept_with_facts
def units_of_sides(facts: CaseFacts) -> dict[str, str]:
    """Return ``{side: id of the unit that owes its answers, or empty}``: a municipality's reception comes first."""
    outpatient = summoning_unit(facts)
    municipal = [unit for unit in facts.active_units if unit.role in MUNICIPAL_ROLES]
    first = min(municipal, key=lambda unit: unit.role != "municipality", default=None)
    return {
        "S": facts.ward_id,
        "P": facts.ward_id,
        "O": outpatient.unit_id if outpatient else "",
        "K": first.unit_id if first else "",
    }


def unit_of(side: str, facts: CaseFacts) -> str:
    """Return the id of the unit that owes the side's answers, or empty."""
    return units_of_sides(facts)[side]


def units_of(sides: Iterable[str], facts: CaseFacts) -> set[str]:
    """Return the ids of the units that owe the answers of ``sides``; a side without a unit has none."""
    units = units_of_sides(facts)
    return {units[side] for side in sides} - {""}
