"""Vidaresändning och vem som tar ärendet: what each event of it does to the facts."""

from __future__ import annotations

from collections.abc import Callable

from .case_draft import Draft
from .facts import EventFact


def case_forwarded(case: Draft, event: EventFact) -> None:
    """The duties follow the unit that takes over; it counts as told when its organisation was."""
    source = case.move(event.data["old_unit_id"], "forwarded", event.happened_at)
    told = source["told_at"] or event.happened_at
    case.tell(event.data["unit_id"], event.data["role"], told, event.happened_at)
    case.units[event.data["unit_id"]]["under"] = event.data["old_unit_id"]


def case_claimed(case: Draft, event: EventFact) -> None:
    case.claims[event.data["unit_id"]] = {
        "unit_id": event.data["unit_id"],
        "user_id": event.data["user_id"],
        "name": event.actor_name,
        "function": event.data["function"],
        "at": event.happened_at,
    }


def claim_released(case: Draft, event: EventFact) -> None:
    case.claims.pop(event.data["unit_id"], None)


HANDLERS: dict[str, Callable[[Draft, EventFact], None]] = {
    "case_forwarded": case_forwarded,
    "case_claimed": case_claimed,
    "claim_released": claim_released,
}
