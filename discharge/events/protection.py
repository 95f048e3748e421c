"""Skydd för personen: protected identity."""

from .event_type import EventType

PROTECTION: dict[str, EventType] = {
    "protected_identity_flagged": EventType("Skyddade personuppgifter", "decision", ("level",)),
}
