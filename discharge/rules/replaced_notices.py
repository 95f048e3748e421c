"""Ersatt meddelande (intern rutin): of notices in the same matter a unit is asked to acknowledge only the latest.

Who was told that the patient is ready and then that it was taken back reads the second; the first is no work. It
stays in the case, and what was acknowledged stays acknowledged.
"""

from __future__ import annotations

from typing import Final

from .facts import CaseFacts
from .kept import kept_with_facts

MATTER: Final = {
    "admission_notice_sent": "admission",
    "admission_notice_withdrawn": "admission",
    "expected_discharge_changed": "date",
    "ready_notice_sent": "ready",
    "ready_notice_forwarded": "ready",
    "ready_notice_withdrawn": "ready",
    "ready_notice_entered_in_error": "ready",
    "patient_discharged": "discharge",
    "discharge_corrected": "discharge",
}


@kept_with_facts
def replaced_notices(facts: CaseFacts) -> frozenset[tuple[str, str]]:
    """Return ``(event id, unit id)`` of each delivery that a later one to the same unit has taken the place of."""
    latest: dict[tuple[str, str], str] = {}
    found = set()
    for item in facts.deliveries:  # in the order that they were sent
        if item.kind not in MATTER:
            continue
        about = MATTER[item.kind], item.unit_id
        if about in latest:
            found.add((latest[about], item.unit_id))
        latest[about] = item.event_id
    return frozenset(found)
