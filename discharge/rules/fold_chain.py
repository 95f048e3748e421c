"""Vårdkedjan viks ihop: what moves, leaves and the links between cases do to the facts."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from .case_draft import Draft
from .facts import EventFact


def ward_changed(case: Draft, event: EventFact) -> None:
    case.known["ward_id"] = event.data["to_ward_id"]
    last = case.segments[-1]
    last["end"], last["told_until"] = event.happened_at, event.recorded_at
    case.arrive(event.data["to_ward_id"], event.happened_at, from_another=True)
    _pass_on_unread(case, event.data["from_ward_id"], event.data["to_ward_id"])


def _pass_on_unread(case: Draft, old: str, new: str) -> None:
    """What nobody has read on the ward that the patient left, the next ward shall read."""
    for (event_id, unit_id), delivery in list(case.deliveries.items()):
        if unit_id == old and delivery.get("acknowledged_at") is None:
            del case.deliveries[event_id, unit_id]
            case.deliveries.setdefault((event_id, new), delivery | {"unit_id": new})


def ward_change_confirmed(case: Draft, event: EventFact) -> None:
    case.segments[-1].setdefault("confirmed_at", event.happened_at)


def leave_started(case: Draft, event: EventFact) -> None:
    case.known["stay"] = "on_leave"
    case.leave.append((event.happened_at, None))


def leave_ended(case: Draft, event: EventFact) -> None:
    case.known["stay"] = "admitted"
    case.leave[-1] = (case.leave[-1][0], event.happened_at)


def patient_transferred(case: Draft, event: EventFact) -> None:
    case.known["stay"] = "transferred"
    case.chain.update(
        transferred_at=event.happened_at,
        transferred_to=event.data["to_ward_id"],
        next_case_id=event.data["next_case_id"],
    )
    case.end_spell(event.happened_at, "transferred")


def care_chain_joined(case: Draft, event: EventFact) -> None:
    data = event.data
    case.chain.update(
        chain_id=data["care_chain_id"],
        previous_case_id=data["previous_case_id"],
        joined_as=data["how"],
        prefill=data.get("prefill") or {},
    )


def case_reopened(case: Draft, event: EventFact) -> None:
    case.known["closed_at"] = None
    case.chain["reopened_at"] = event.happened_at


def legal_status_changed(case: Draft, event: EventFact) -> None:
    case.known["legal_status"] = event.data["new"]
    case.scope["legal_since"] = event.happened_at


def marked_outside_act(case: Draft, event: EventFact) -> None:
    case.scope.update(outside_reason=event.data["reason"], outside_text=event.data.get("text", ""))


def marked_covered_by_act(case: Draft, _event: EventFact) -> None:
    case.scope.update(outside_reason="", outside_text="")


def told_outside_system(case: Draft, event: EventFact) -> None:
    case.scope.setdefault("told_outside_at", event.happened_at)


HANDLERS: Final[dict[str, Callable[[Draft, EventFact], None]]] = {
    "ward_changed": ward_changed,
    "ward_change_confirmed": ward_change_confirmed,
    "leave_started": leave_started,
    "leave_ended": leave_ended,
    "patient_transferred": patient_transferred,
    "care_chain_joined": care_chain_joined,
    "case_reopened": case_reopened,
    "legal_status_changed": legal_status_changed,
    "marked_outside_act": marked_outside_act,
    "marked_covered_by_act": marked_covered_by_act,
    "told_outside_system": told_outside_system,
}
