"""*Nytt sedan sist*: a line in the timeline between what the reader has not seen and what was there before."""

from typing import Any

from discharge.queries.case_page import CasePage
from lus.organisations.actor import Actor

Words = dict[str, Any]


def divide(days: list[Words], page: CasePage, viewer: Actor, seen: int | None) -> list[Words]:
    """Mark the newest event that was ``seen`` (newest first); nothing when all that is new is the reader's own."""
    if seen is None or not any(
        event.seq > seen and event.actor_name != viewer.name for event in page.facts.events
    ):
        return days
    shown = [event for day in days for event in day["events"]]
    if shown and shown[0]["seq"] > seen:
        for event in shown:
            if event["seq"] <= seen:
                event["since"] = "sist"
                break
    return days
