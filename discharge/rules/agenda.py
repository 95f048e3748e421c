"""Dagordning: what a meeting about a joint plan talks of, from the needs that are open (the handbook's SIP page, 5)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from .facts import CaseFacts
from .planning_basis import asked_fields
from .routing import NEED_WORDS

FIRST: Final = "Vad är viktigt för dig?"
LAST: Final = ("Vem gör vad, och när?", "Uppföljning")
MOST: Final = 8


def agenda(topics: Sequence[str], *, short: bool) -> tuple[str, ...]:
    """Return the points, what matters to the person first. *Kort SIP* has the three that every meeting has."""
    named = [] if short else [topic for topic in dict.fromkeys(topics) if topic]
    left = len(named) - MOST
    more = [f"{left} behov till"] if left > 0 else []
    return (FIRST, *named[:MOST], *more, *LAST)


def open_needs(facts: CaseFacts) -> list[str]:
    """Return the needs of a case: the services that were judged needed, and what the planning basis still asks."""
    judged = {
        "municipal_health": facts.need_municipal_health,
        "social_services": facts.need_social_services,
        "outpatient": facts.need_outpatient,
    }
    services = [f"Insatser från {NEED_WORDS[need]}" for need, is_needed in judged.items() if is_needed]
    return [*services, *(one.field.area for one in asked_fields(facts) if not one.is_settled)]


def agenda_of(facts: CaseFacts, topics: Sequence[str] = ()) -> tuple[str, ...]:
    """Return the agenda of the meeting ahead, or of one that is called now. ``topics``: of the plan's document."""
    meeting = facts.sip.meeting
    return agenda(topics or open_needs(facts), short=meeting is not None and meeting.short)
