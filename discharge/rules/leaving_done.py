"""Redan gjort?, of the handover: what is whole, received or already said."""

from __future__ import annotations

from typing import Final

from .done import SEE_CASE, Done
from .facts import CaseFacts
from .handover_parts import missing_parts, unsent_parts


def handover_whole(facts: CaseFacts) -> bool:
    """Whether a handover has been sent, nothing is missing from it and nothing new waits to be sent."""
    return facts.leaving.first_sent_at is not None and not missing_parts(facts) and not unsent_parts(facts)


def handover_received(facts: CaseFacts, unit_id: str | None) -> bool:
    """Whether the unit has confirmed everything that was sent."""
    return (
        unit_id is not None
        and facts.leaving.received_at(unit_id) is not None
        and not facts.leaving.owes_receipt(unit_id)
    )


LEAVING_DONE: Final[dict[str, Done]] = {
    "send_handover": Done(
        lambda asked: handover_whole(asked.facts),
        ("handover_sent",),
        "Överlämningen är redan skickad",
        "Lägg till en ny version av en del om något har ändrats.",
    ),
    "confirm_handover_received": Done(
        lambda asked: handover_received(asked.facts, asked.unit_id),
        ("handover_received",),
        "Överlämningen är redan bekräftad",
        SEE_CASE,
        own=True,
    ),
}
