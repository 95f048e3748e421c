"""Vem gjorde det?, the last event that brought something about."""

from __future__ import annotations

from collections.abc import Collection

from .facts import CaseFacts, EventFact


def last_event(facts: CaseFacts, names: Collection[str], unit_id: str | None = None) -> EventFact | None:
    """Return the latest event with one of ``names`` (about ``unit_id``, if given), or None."""
    for event in reversed(facts.events):
        if event.name not in names:
            continue
        if unit_id is None or unit_id in (event.data.get("unit_id"), event.data.get("old_unit_id")):
            return event
    return None
