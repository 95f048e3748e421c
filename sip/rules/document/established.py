"""Planen i korthet: what the process, the lists and the payment need to know of an established version."""

from __future__ import annotations

from typing import Any, Final

from .facts import Version
from .row import rows_in, value_in

# Lists and the case show a plan's goals as one text.
GOALS_LIMIT: Final = 600


def plan_in_short(version: Version) -> dict[str, Any]:
    """Return ``{version, goals, responsible, follow_up_on}`` as ``sip_established`` holds them."""
    goals = "\n".join(row.get("words") for row in rows_in(version.rows, "goal"))
    return {
        "version": version.no,
        "goals": goals if len(goals) <= GOALS_LIMIT else f"{goals[: GOALS_LIMIT - 1]}…",
        "responsible": value_in(version.rows, "responsibility", "overall_principal"),
        "follow_up_on": value_in(version.rows, "follow_up", "on"),
    }
