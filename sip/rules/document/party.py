"""Vem är parten? A unit of the plan as one who writes in it: which side it is on, and whether it leads."""

from __future__ import annotations

from discharge.rules.facts import MUNICIPAL_ROLES, OUTPATIENT_ROLES, CaseFacts

from .who_writes import Writer


def writer_of(process: CaseFacts, unit_id: str, led_by: str) -> Writer | None:
    """Return the unit as a writer; None for one that has no part in the plan now. ``led_by``: "" = nobody yet."""
    unit, leads = process.unit(unit_id), unit_id == led_by
    if unit is not None and unit.is_active:
        if unit.role in MUNICIPAL_ROLES:
            return Writer(unit_id, "municipality", leads)
        return Writer(unit_id, "outpatient" if unit.role in OUTPATIENT_ROLES else "ward", leads)
    return Writer(unit_id, "ward", leads) if unit_id and unit_id == process.ward_id else None


def taking_part(process: CaseFacts) -> tuple[str, ...]:
    """Return ids of the units that a measure can be given to: those at work in the plan, and the ward."""
    ward = (process.ward_id,) if process.ward_id else ()
    return tuple(dict.fromkeys((*(unit.unit_id for unit in process.active_units), *ward)))
