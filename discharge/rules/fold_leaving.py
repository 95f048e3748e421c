"""Överlämningen, LUS 3 kap. 2 §: what each event of the handover does to the facts."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from .case_draft import Draft, counts_from
from .facts import EventFact


def handover_part_added(case: Draft, event: EventFact) -> None:
    part = case.leaving.part(event.data["part"])
    part.update(version=event.data["version"], added_at=event.happened_at)
    part.update(where=event.data["where"], text=event.data.get("text", ""), not_needed_at=None, reason="")


def handover_part_declared_not_needed(case: Draft, event: EventFact) -> None:
    key = event.data["part"]
    case.leaving.part(key).update(not_needed_at=event.happened_at, reason=event.data["reason"])
    lacked = case.known.get("handover_missing", ())
    case.known["handover_missing"] = tuple(part for part in lacked if part != key)
    if case.leaving.known.get("first_sent_at") and not case.known["handover_missing"]:
        case.known.setdefault("handover_sent_at", event.happened_at)


def handover_sent(case: Draft, event: EventFact) -> None:
    missing, at = _lacking(case, event), counts_from(event)
    case.known["handover_missing"] = missing
    case.leaving.known.setdefault("first_sent_at", at)
    case.leaving.known["last_sent_at"] = event.recorded_at
    if not missing:
        # The duty is done when nothing is missing any more, by what completed it first.
        case.known.setdefault("handover_sent_at", at)
    if "versions" not in event.data:
        case.leaving.known["old_handover"] = True
    _send(case, event, event.data["parts"])


def _lacking(case: Draft, event: EventFact) -> tuple[str, ...]:
    """What the handover lacks. Before versions were kept, each told only what it lacked itself."""
    missing = tuple(event.data.get("missing") or ())
    lacked = case.known.get("handover_missing") if case.leaving.known.get("first_sent_at") else None
    if lacked is None or "versions" in event.data:
        return missing
    return tuple(part for part in missing if part in lacked)


def _send(case: Draft, event: EventFact, keys: Iterable[str]) -> None:
    for key in keys:
        part = case.leaving.part(key)
        version = event.data.get("versions", {}).get(key) or max(1, part.get("version", 0))
        part.setdefault("version", version)
        part.update(sent_version=version, sent_at=event.happened_at)
        part.update(sent_where=part.get("where", ""), sent_text=part.get("text", ""))


def handover_received(case: Draft, event: EventFact) -> None:
    case.leaving.receipts[event.data["unit_id"]] = event.happened_at


HANDLERS: dict[str, Callable[[Draft, EventFact], Any]] = {
    "handover_part_added": handover_part_added,
    "handover_part_declared_not_needed": handover_part_declared_not_needed,
    "handover_sent": handover_sent,
    "handover_received": handover_received,
}
