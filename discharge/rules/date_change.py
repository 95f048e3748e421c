"""Vem berörs av ett nytt datum?, LUS 2 kap. 4 §: every unit is told; only those that it touches owe a new receipt.

Moved earlier, or later by more than one day (Halland's telephone rule), touches everybody. A day later touches a unit
that has stated a first contact on the old day or after it, and one that is closed on the new day but not on the old.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Final

from lus.opening_hours import Hours, hours_on
from lus.swedish_time import local_date

from .facts import CaseFacts, ConcernedUnit

SMALL_MOVE: Final = timedelta(days=1)
WHY: Final[dict[str, str]] = {
    "earlier": "tidigare än förut",
    "much_later": "mer än en dag senare",
    "first_contact": "har angett första kontakt",
    "closed": "har stängt den dagen",
}
# By unit id; a unit that is not there has registered no hours, and is not called closed.
HoursOfUnits = Mapping[str, Hours]


def touched_units(facts: CaseFacts, new: date, hours: HoursOfUnits) -> dict[str, tuple[str, ...]]:
    """Return ``{unit id: why}`` (keys of ``WHY``) for the active units that owe a receipt for the new date."""
    old = facts.expected_discharge
    found = {unit.unit_id: _why(unit, old, new, hours.get(unit.unit_id)) for unit in facts.active_units}
    return {unit_id: why for unit_id, why in found.items() if why}


def _why(unit: ConcernedUnit, old: date | None, new: date, hours: Hours | None) -> tuple[str, ...]:
    if old is None:
        return ("earlier",)
    first = local_date(unit.first_contact_at) if unit.first_contact_at else None
    rows = (
        ("earlier", new < old),
        ("much_later", new - old > SMALL_MOVE),
        ("first_contact", first is not None and first >= old),
        ("closed", hours is not None and hours_on(hours, new) is None and hours_on(hours, old) is not None),
    )
    return tuple(key for key, holds in rows if holds)
