"""Vad som saknas för steget, of the handover and what follows it: there is nothing to confirm, call about or give."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from .facts import CaseFacts
from .refusal import Refusal

NOT_THIS_STAGE: Final = "Åtgärden passar inte ärendets läge"


def leaving_refusal(act: str, facts: CaseFacts, unit_id: str | None) -> Refusal | None:
    """Return why an act of the leaving lacks what it is about, or None."""
    rule = RULES.get(act)
    return rule(facts, unit_id) if rule else None


def _nothing_sent(facts: CaseFacts, unit_id: str | None) -> Refusal | None:
    if facts.leaving.last_sent_at is not None:
        return None
    said = "Ingen överlämning är skickad än."
    return Refusal("stage-not-allowed", NOT_THIS_STAGE, said, "Vänta tills avdelningen har skickat den.")


RULES: Final[dict[str, Callable[[CaseFacts, str | None], Refusal | None]]] = {
    "confirm_handover_received": _nothing_sent,
}
