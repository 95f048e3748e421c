"""Överlämningen, LUS 3 kap. 2 §: what each event of the handover does to the facts."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from .case_draft import Draft, counts_from
from .facts import EventFact
from .facts_of_leaving import Given, Summary
from .follow_up_call import NOT_REACHED


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


def follow_up_call_planned(case: Draft, event: EventFact) -> None:
    attempts = case.leaving.call.get("attempts", ())
    case.leaving.call = {
        "unit_id": event.data["unit_id"],
        "planned_at": event.happened_at,
        "attempts": attempts,
    }


def follow_up_call_done(case: Draft, event: EventFact) -> None:
    call, result = case.leaving.call, event.data["result"]
    call["attempts"] = (*call.get("attempts", ()), (event.happened_at, result))
    if result != NOT_REACHED:
        call.update(done_at=event.happened_at, result=result, note=event.data.get("note", ""))


def follow_up_call_waived(case: Draft, event: EventFact) -> None:
    case.leaving.call.update(waived_at=event.happened_at, waived_because=event.data["reason"])


def patient_summary_written(case: Draft, event: EventFact) -> None:
    case.leaving.summaries.append(Summary(written_at=event.happened_at, **event.data))


def patient_summary_given(case: Draft, event: EventFact) -> None:
    keys = ("version", "form", "language", "to", "given_by")
    case.leaving.given.append(Given(at=counts_from(event), **{key: event.data[key] for key in keys}))


HANDLERS: dict[str, Callable[[Draft, EventFact], Any]] = {
    "handover_part_added": handover_part_added,
    "handover_part_declared_not_needed": handover_part_declared_not_needed,
    "handover_sent": handover_sent,
    "handover_received": handover_received,
    "patient_summary_written": patient_summary_written,
    "patient_summary_given": patient_summary_given,
    "follow_up_call_planned": follow_up_call_planned,
    "follow_up_call_done": follow_up_call_done,
    "follow_up_call_waived": follow_up_call_waived,
}
