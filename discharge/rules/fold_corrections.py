"""Rättelser: what each event of a correction, or of a late registration, does to the facts."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any, Final

from . import fold_messages
from .case_draft import Draft
from .corrected import is_of_fact
from .facts import EventFact
from .facts_of_corrections import CorrectionFacts, PaperNotice, Proposal


def event_corrected(case: Draft, event: EventFact) -> None:
    """A message gets its new text here; a fact was replaced before the fold, and its proposals are settled."""
    if not is_of_fact(event):
        fold_messages.event_corrected(case, event)
        return
    left = [one for one in _known(case).proposals if one.data["event_id"] != event.data["event_id"]]
    _keep(case, proposals=tuple(left))


def event_correction_proposed(case: Draft, event: EventFact) -> None:
    data = {key: value for key, value in event.data.items() if key not in ("proposed_by", "why")}
    made = Proposal(
        event.event_id,
        event.happened_at,
        event.unit_id or "",
        event.data["proposed_by"],
        event.actor_name,
        data,
    )
    left = [one for one in _known(case).proposals if one.data["event_id"] != data["event_id"]]
    _keep(case, proposals=(*left, made))


def late_registration_made(case: Draft, event: EventFact) -> None:
    data = event.data
    made = PaperNotice(
        event.event_id,
        data["event_id"],
        data["event_name"],
        event.unit_id or "",
        data["unit_id"],
        event.happened_at,
        event.recorded_at,
        data["serial"],
    )
    _keep(case, paper=(*_known(case).paper, made))


def late_registration_confirmed(case: Draft, event: EventFact) -> None:
    _answer(case, event, event.data["how"])


def late_registration_contested(case: Draft, event: EventFact) -> None:
    _answer(case, event, "contested")


def _answer(case: Draft, event: EventFact, answer: Any) -> None:
    paper = tuple(
        replace(one, answer=answer, answered_at=event.happened_at)
        if one.event_id == event.data["registration_id"]
        else one
        for one in _known(case).paper
    )
    _keep(case, paper=paper)


def _known(case: Draft) -> CorrectionFacts:
    found: CorrectionFacts = case.known.get("corrections", CorrectionFacts())
    return found


def _keep(case: Draft, **values: Any) -> None:
    case.known["corrections"] = replace(_known(case), **values)


HANDLERS: Final[dict[str, Callable[[Draft, EventFact], None]]] = {
    "event_corrected": event_corrected,
    "event_correction_proposed": event_correction_proposed,
    "late_registration_made": late_registration_made,
    "late_registration_confirmed": late_registration_confirmed,
    "late_registration_contested": late_registration_contested,
}
