"""Rättelser och efterregistrering: nothing is edited; a correction is an event that points at the first one.

``event_corrected`` itself stands among the messages (``messages.py``).
"""

from .event_type import EventType

CORRECTIONS: dict[str, EventType] = {
    "event_correction_proposed": EventType(
        "Rättelse föreslagen",
        "change",
        ("event_id", "event_name", "old", "new", "reason", "recipients", "proposed_by", "why"),
    ),
    "late_registration_made": EventType(
        "Efterregistrerat från papper",
        "message",
        ("event_id", "event_name", "unit_id", "reason", "serial", "channel", "receiver"),
    ),
    "late_registration_confirmed": EventType(
        "Efterregistrering bekräftad", "decision", ("registration_id", "event_id", "unit_id", "how")
    ),
    "late_registration_contested": EventType(
        "Efterregistrering bestriden", "decision", ("registration_id", "event_id", "unit_id", "text")
    ),
}
