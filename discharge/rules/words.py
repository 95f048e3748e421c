"""Orden: what the rules call messages, people and times in Swedish sentences."""

from __future__ import annotations

from datetime import datetime
from typing import Final

from lus.swedish_time import local_time

from .facts import EventFact

# What stands after "Kvittera". A unit that comes in later gets the admission notice too.
MESSAGES: Final[dict[str, str]] = {
    "admission_notice_sent": "inskrivningsmeddelande",
    "admission_notice_withdrawn": "återkallat inskrivningsmeddelande",
    "concerned_unit_added": "inskrivningsmeddelande",
    "concerned_unit_readded": "inskrivningsmeddelande",
    "recipient_corrected": "inskrivningsmeddelande",
    "case_forwarded": "vidaresänt ärende",
    "expected_discharge_changed": "ändrad beräknad utskrivning",
    "ready_notice_sent": "underrättelse om utskrivningsklar",
    "ready_notice_forwarded": "underrättelse om utskrivningsklar",
    "ready_notice_withdrawn": "återtagen utskrivningsklar",
    "ready_notice_entered_in_error": "felregistrerad utskrivningsklar",
    "patient_discharged": "utskrivning",
    "discharge_corrected": "rättad utskrivning",
    "on_call_decision_recorded": "jourbeslut",
    "message_sent": "meddelande",
    "message_withdrawn": "återkallat meddelande",
    "event_corrected": "rättelse",
    "patient_transferred": "överflyttning",
    "sip_meeting_cancelled": "inställt SIP-möte",
}
WEEKDAYS: Final = ("mån", "tis", "ons", "tor", "fre", "lör", "sön")


def clock_words(instant: datetime, at: datetime | None = None) -> str:
    """``11.42`` when ``instant`` is on the same Swedish day as ``at``, else ``mån 4/5 11.42``."""
    local = local_time(instant)
    clock = f"{local:%H.%M}"
    if at is not None and local_time(at).date() == local.date():
        return clock
    return f"{WEEKDAYS[local.weekday()]} {local.day}/{local.month} {clock}"


def who_and_when(event: EventFact, at: datetime | None = None) -> str:
    """``av Karin L, Avd 72, 11.42``: who stands behind the event, for which unit, and when it happened."""
    who = ", ".join(part for part in (event.actor_name, event.unit_name) if part)
    return f"av {who}, {clock_words(event.happened_at, at)}" if who else clock_words(event.happened_at, at)
