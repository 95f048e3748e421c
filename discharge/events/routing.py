"""Vidaresändning och vem som tar ärendet: what happens inside one organisation after it was told."""

from .event_type import EventType

ROUTING: dict[str, EventType] = {
    "case_forwarded": EventType(
        "Vidaresänd inom organisationen", "message", ("unit_id", "old_unit_id", "role", "note"), answered=True
    ),
    "case_claimed": EventType("Tar ärendet", "change", ("unit_id", "user_id", "function")),
    "claim_released": EventType("Släppt", "change", ("unit_id", "user_id", "function")),
}
