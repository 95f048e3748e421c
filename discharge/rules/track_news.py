"""Spår föreslås: when the suggestion has become another than the one last told, which event says so."""

from __future__ import annotations

from datetime import date
from typing import Any

from .facts import CaseFacts
from .owed import in_hospital
from .track_suggestion import suggested_track


def track_news(facts: CaseFacts, day: date) -> tuple[str, dict[str, Any]] | None:
    """Return ``(event name, data)`` when another track is suggested on ``day`` than was told last, else None.

    Told once for each new suggestion; the least track is news only after something more. Only while in hospital.
    """
    if facts.admitted_at is None or not in_hospital(facts) or facts.closed_at or facts.entered_in_error_at:
        return None
    found = None if facts.scope.is_outside else suggested_track(facts, day)
    told = facts.planning.suggested
    if found is None or found.track.key == told or (not told and found.track.rank <= 1):
        return None
    return "track_suggested", {"track": found.track.key, "reasons": list(found.reasons)}
