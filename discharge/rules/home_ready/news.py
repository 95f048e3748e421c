"""Hemgångsklar nås eller tappas: which derived event the list asks for, when the facts have just changed."""

from __future__ import annotations

from typing import Any

from ..facts import CaseFacts
from ..owed import in_hospital
from .checklist import Checklist
from .standing import home_ready


def home_ready_news(facts: CaseFacts, checklist: Checklist) -> tuple[str, dict[str, Any]] | None:
    """Return ``(event name, data)`` when what is recorded is no longer so, else None. Only while in hospital."""
    if facts.admitted_at is None or not in_hospital(facts) or facts.closed_at or facts.entered_in_error_at:
        return None
    now = home_ready(facts, checklist)
    if now.is_home_ready and facts.home.reached_at is None:
        return "home_ready_reached", {"checklist": checklist.key}
    if not now.is_home_ready and facts.home.reached_at is not None:
        return "home_ready_lost", {"points": [item.point.id for item in now.open]}
    return None
