"""Vad som är ångrat: an event that a later one has taken back whole. It is not corrected any more."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from .facts import EventFact

# A correction strikes out the newest event of this name before it.
STRIKES: Final = {
    "admission_notice_withdrawn": "admission_notice_sent",
    "ready_notice_entered_in_error": "ready_notice_sent",
    "discharge_corrected": "patient_discharged",
    "death_record_corrected": "patient_deceased_recorded",
}


def struck(events: Sequence[EventFact]) -> dict[str, EventFact]:
    """Return ``{event id: the event that took it back}``. ``events`` in the order of ``seq``."""
    found: dict[str, EventFact] = {}
    for event in events:
        wrong = STRIKES.get(event.name)
        earlier = [
            one for one in events if one.name == wrong and one.seq < event.seq and one.event_id not in found
        ]
        if earlier:
            found[earlier[-1].event_id] = event
    return found
