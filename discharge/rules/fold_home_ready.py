"""Hemgångslistan och orsakerna: what each of their events does to the facts."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any, Final

from .case_draft import Draft, instant
from .facts import EventFact
from .facts_of_home_ready import HomeReadyFacts, PointAnswer


def begin_list(case: Draft, event: EventFact) -> None:
    """Fix the version of the list, and whether the patient is of age, when the case opens."""
    said: dict[str, Any] = {}
    if event.data.get("checklist"):
        said["checklist"] = event.data["checklist"]
    if "of_age_from" in event.data:
        day = event.data["of_age_from"]
        said |= {"of_age": not day, "of_age_from": date.fromisoformat(day) if day else None}
    case.known["home"] = replace(_home(case), **said)


def ask_again(case: Draft, event: EventFact) -> None:
    """A withdrawn ready notice: points that must be checked again are asked again; their answers are kept."""
    case.known["home"] = replace(_home(case), recheck_after=event.seq)


def point_answered(case: Draft, event: EventFact) -> None:
    home = _home(case)
    new = [_answer(event, side) for side in event.data["sides"]]
    taken = {(answer.point, answer.side) for answer in new}
    kept = [answer for answer in home.answers if (answer.point, answer.side) not in taken]
    case.known["home"] = replace(home, answers=(*kept, *new))


def reached(case: Draft, event: EventFact) -> None:
    case.known["home"] = replace(_home(case), reached_at=event.happened_at)


def lost(case: Draft, event: EventFact) -> None:
    case.known["home"] = replace(_home(case), reached_at=None)


def waiting_opened(case: Draft, event: EventFact) -> None:
    case.waiting[event.event_id] = {
        "event_id": event.event_id,
        "code": event.data["code"],
        "owner_id": event.data["unit_id"],
        "since": date.fromisoformat(event.data["since"]),
        "comment": event.data.get("comment", ""),
        "opened_at": event.happened_at,
        "opened_by": event.actor_name,
    }


def waiting_closed(case: Draft, event: EventFact) -> None:
    case.end_waiting(
        event.happened_at,
        "closed",
        only=event.data["reason_id"],
        until=date.fromisoformat(event.data["until"]),
    )


def waiting_contested(case: Draft, event: EventFact) -> None:
    case.waiting[event.data["reason_id"]].update(
        contested=event.data["text"], contested_by=event.unit_name, contested_at=event.happened_at
    )


def _home(case: Draft) -> HomeReadyFacts:
    home: HomeReadyFacts = case.known.get("home") or HomeReadyFacts()
    return home


def _answer(event: EventFact, side: str) -> PointAnswer:
    said = event.data
    return PointAnswer(
        point=said["point"],
        side=side,
        answer=said["answer"],
        comment=said.get("comment", ""),
        planned_at=instant(said.get("planned_at")),
        responsible_id=said.get("responsible_id", ""),
        unit_id=said["unit_id"],
        unit_name=event.unit_name,
        actor_name=event.actor_name,
        at=event.happened_at,
        seq=event.seq,
        event_id=event.event_id,
    )


HANDLERS: Final[dict[str, Callable[[Draft, EventFact], None]]] = {
    "home_ready_point_answered": point_answered,
    "home_ready_reached": reached,
    "home_ready_lost": lost,
    "waiting_reason_opened": waiting_opened,
    "waiting_reason_closed": waiting_closed,
    "waiting_reason_contested": waiting_contested,
}
