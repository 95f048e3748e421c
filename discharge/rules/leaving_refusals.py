"""Vad som saknas för steget, of the handover and what follows it: there is nothing to confirm, call about or give."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from .facts import CaseFacts
from .follow_up_call import call_is_open, caller
from .last_event import last_event
from .refusal import Refusal
from .words import who_and_when

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


def _call_waits(facts: CaseFacts, unit_id: str | None) -> Refusal | None:
    """A planned call keeps the case open (docs/adr/0029)."""
    if not call_is_open(facts):
        return None
    said = "Uppföljningssamtalet är planerat men inte gjort."
    return Refusal(
        "stage-not-allowed", NOT_THIS_STAGE, said, "Gör samtalet, eller avstå från det med ett skäl."
    )


def _no_call(facts: CaseFacts, unit_id: str | None) -> Refusal | None:
    if call_is_open(facts):
        return None
    said = "Inget uppföljningssamtal väntar på att göras."
    return Refusal("stage-not-allowed", NOT_THIS_STAGE, said, "Planera ett samtal om det behövs.")


def _not_mine(facts: CaseFacts, unit_id: str | None) -> Refusal | None:
    missing = _no_call(facts, unit_id)
    if missing or unit_id in (caller(facts), facts.ward_id, None):
        return missing
    said = "En annan enhet i ärendet ska ringa patienten."
    return Refusal("stage-not-allowed", NOT_THIS_STAGE, said, "Ta över samtalet genom att planera det på er.")


def _already_called(facts: CaseFacts, unit_id: str | None) -> Refusal | None:
    call = facts.leaving.call
    if call is None or call.done_at is None:
        return None
    event = last_event(facts, ("follow_up_call_done",))
    said = f"Uppföljningssamtalet är gjort {who_and_when(event)}." if event else "Samtalet är gjort."
    return Refusal("already-done", "Redan gjort", said, "Ni behöver inte göra något mer.")


RULES: Final[dict[str, Callable[[CaseFacts, str | None], Refusal | None]]] = {
    "confirm_handover_received": _nothing_sent,
    "plan_follow_up_call": _already_called,
    "record_follow_up_call": _not_mine,
    "waive_follow_up_call": _not_mine,
    "close_case": _call_waits,
}
