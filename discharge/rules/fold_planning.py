"""Planeringen, LUS 2 kap. 6 §: what each event of planning does to the facts."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any, Final

from .case_draft import Draft, instant
from .facts import EventFact
from .facts_of_planning import NO_PLANNING, AdlAssessment, AdlItem, Aid, ConfirmedTrack, FieldAnswer, Planning


def _known(case: Draft) -> Planning:
    planning: Planning = case.known.get("planning", NO_PLANNING)
    return planning


def _now(case: Draft, **changed: Any) -> None:
    case.known["planning"] = replace(_known(case), **changed)


def _ground(case: Draft, event: EventFact) -> dict[str, str]:
    ground = event.data.get("legal_ground", "")
    grounds = dict(_known(case).grounds)
    return grounds | {event.data["unit_id"]: ground} if ground else grounds


def track_confirmed(case: Draft, event: EventFact) -> None:
    reasons = tuple(event.data["reasons"])
    track = ConfirmedTrack(event.data["track"], reasons, event.actor_name, event.unit_name, event.happened_at)
    _now(case, track=track)


def track_suggested(case: Draft, event: EventFact) -> None:
    _now(case, suggested=event.data["track"])


def planning_field_answered(case: Draft, event: EventFact) -> None:
    state = "not_applicable" if event.data["not_applicable"] else "answered"
    answer = _answer(event, state, event.data["value"])
    answers = {**_known(case).answers, answer.key: answer}
    _now(case, answers=answers, grounds=_ground(case, event))


def planning_field_unknown(case: Draft, event: EventFact) -> None:
    answer = replace(_answer(event, "unknown", ""), chase_at=instant(event.data["chase_at"]))
    _now(case, answers={**_known(case).answers, answer.key: answer})


def _answer(event: EventFact, state: Any, value: str) -> FieldAnswer:
    return FieldAnswer(
        key=event.data["field"],
        state=state,
        value=value,
        unit_id=event.data["unit_id"],
        unit_name=event.unit_name,
        by=event.actor_name,
        at=event.happened_at,
        seq=event.seq,
        event_id=event.event_id,
    )


def planning_field_reassigned(case: Draft, event: EventFact) -> None:
    moved = (event.data["unit_id"], event.happened_at)
    _now(case, owners={**_known(case).owners, event.data["field"]: moved})


def planning_basis_completed(case: Draft, event: EventFact) -> None:
    _now(case, completed_at=event.happened_at)


def adl_assessed(case: Draft, event: EventFact) -> None:
    data = event.data
    one = AdlAssessment(
        event_id=event.event_id,
        unit_id=data["unit_id"],
        unit_name=event.unit_name,
        by=event.actor_name,
        assessed_by_role=data["assessed_by_role"],
        assessed_at=instant(data["assessed_at"]) or event.happened_at,
        items=tuple(AdlItem(**item) for item in data["items"]),
        comment=data["comment"],
    )
    _now(case, assessments=(*_known(case).assessments, one), grounds=_ground(case, event))


def aid_recorded(case: Draft, event: EventFact) -> None:
    data = event.data
    aid = Aid(
        what=data["what"],
        where=data["where"],
        by_day=date.fromisoformat(data["by_day"]) if data["by_day"] else None,
        owner_unit_id=data["owner_unit_id"],
        in_place=data["in_place"],
        event_id=event.event_id,
        at=event.happened_at,
    )
    aids = {**_known(case).aids, aid.what.casefold(): aid}
    _now(case, aids=aids, grounds=_ground(case, event))


HANDLERS_OF_PLANNING: Final[dict[str, Callable[[Draft, EventFact], None]]] = {
    "track_suggested": track_suggested,
    "track_confirmed": track_confirmed,
    "planning_field_answered": planning_field_answered,
    "planning_field_unknown": planning_field_unknown,
    "planning_field_reassigned": planning_field_reassigned,
    "planning_basis_completed": planning_basis_completed,
    "adl_assessed": adl_assessed,
    "aid_recorded": aid_recorded,
}
