"""Återkallat inskrivningsmeddelande: nobody has been told any more, and the next notice counts from its own time."""

from __future__ import annotations

from typing import Final

from .case_draft import AT_WORK, Draft
from .facts import EventFact

WITHDRAWN: Final = "admission_notice_withdrawn"
# What nobody needs to acknowledge when the notice that it rests on is withdrawn.
RESTS_ON_NOTICE: Final = frozenset(
    {
        "admission_notice_sent",
        "concerned_unit_added",
        "concerned_unit_readded",
        "recipient_corrected",
        "case_forwarded",
        "expected_discharge_changed",
    }
)


def admission_notice_withdrawn(case: Draft, event: EventFact) -> None:
    case.known.pop("admission_notice_at", None)
    case.known.pop("admission_notice_event", None)
    case.claims.clear()
    for unit_id, unit in case.units.items():
        at_work = unit["state"] in AT_WORK
        case.units[unit_id] = {
            "unit_id": unit_id,
            "role": unit["role"],
            "state": "new" if at_work else unit["state"],
            "told_at": None,
            "changed_at": event.happened_at if at_work else unit.get("changed_at"),
        }
    for key, delivery in list(case.deliveries.items()):
        if delivery["kind"] in RESTS_ON_NOTICE and delivery.get("acknowledged_at") is None:
            del case.deliveries[key]


def leave_out_the_untold(case: Draft, event: EventFact) -> None:
    """After a new notice: the units that only had the withdrawn one are concerned no longer."""
    for unit_id, unit in case.units.items():
        if unit["told_at"] is None and unit["state"] == "new":
            case.move(unit_id, "removed", event.happened_at)
