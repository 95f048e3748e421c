"""Skydd för personen: protected identity, and blocks (spärr)."""

from .event_type import EventType

PROTECTION: dict[str, EventType] = {
    "protected_identity_flagged": EventType("Skyddade personuppgifter", "decision", ("level",)),
    # What of a block others than the blocking unit see of these: discharge/queries/blocked.py.
    "block_set": EventType("Spärr satt", "decision", ("scope", "unit_id", "asked_by", "ground")),
    "block_lifted": EventType(
        "Spärr hävd",
        "decision",
        ("block_id", "ground", "unit_id", "opened_for", "valid_to", "reason", "form"),
    ),
}
