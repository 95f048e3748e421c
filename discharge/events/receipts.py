"""Levererat, och olästa meddelanden (intern rutin): what the clock notes of a message, and does about an unread one."""

from .event_type import EventType

RECEIPTS: dict[str, EventType] = {
    # In the same transaction as the message: the unit's list is where it is delivered, e-mail only nudges.
    "message_delivered": EventType("Levererat", "clock", ("event_id", "kind", "recipients")),
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
