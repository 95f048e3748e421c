"""Inget att svara på: after a withdrawn notice a unit only acknowledges, until it is told anew."""

from __future__ import annotations

from datetime import datetime
from typing import Final

from .facts import CaseFacts, ConcernedUnit
from .fold_withdrawn_notice import WITHDRAWN
from .last_event import last_event
from .refusal import Refusal
from .words import who_and_when

STILL: Final = frozenset({"acknowledge", "acknowledge_information"})


def notice_taken_back(
    act: str, facts: CaseFacts, unit: ConcernedUnit | None, at: datetime | None
) -> Refusal | None:
    """Return why a receiving ``unit`` cannot do ``act``: the notice that made it concerned holds no longer."""
    if unit is None or not unit.is_active or act in STILL or facts.admission_notice_at is not None:
        return None
    event = last_event(facts, (WITHDRAWN,))
    if event is None:
        return None
    return Refusal(
        "no-admission-notice",
        "Inskrivningsmeddelandet är återkallat",
        f"Inskrivningsmeddelandet är återkallat {who_and_when(event, at)}.",
        "Kvittera återkallelsen. Berörs ni ändå kommer ett nytt meddelande.",
        event.event_id,
    )
