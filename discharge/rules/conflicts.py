"""Vad som gör en öppen sida inaktuell: act → events that make the page stale."""

from __future__ import annotations

from collections.abc import Sequence

from .facts import EventFact

STALE: dict[str, frozenset[str]] = {}


def newer_conflict(act: str, events: Sequence[EventFact], seen_seq: int) -> EventFact | None:
    """Return the newest event after ``seen_seq`` that makes the page of ``act`` stale, or None."""
    names = STALE.get(act, frozenset())
    return next((event for event in reversed(events) if event.seq > seen_seq and event.name in names), None)
