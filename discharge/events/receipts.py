"""Olästa meddelanden: what the clock does about a message that nobody has acknowledged. Intern rutin."""

from .event_type import EventType

RECEIPTS: dict[str, EventType] = {
    "acknowledgement_requested_again": EventType(
        "Ny kvittens begärd", "message", ("event_id", "recipients", "difference")
    ),
    "acknowledgement_reminded": EventType(
        "Påmint", "clock", ("event_id", "kind", "unit_id", "level", "channel", "result")
    ),
    "acknowledgement_escalated": EventType(
        "Eskalerat", "clock", ("event_id", "kind", "unit_id", "level", "channel", "result")
    ),
}
