"""Hemgångslistan i berättelserna: answers by each owner, what is still missing, and why somebody waits."""

from datetime import datetime, time
from uuid import UUID

from discharge.actions.answer_home_ready_point import answer_home_ready_point
from discharge.actions.close_waiting_reason import close_waiting_reason
from discharge.actions.contest_waiting_reason import contest_waiting_reason
from discharge.actions.open_waiting_reason import open_waiting_reason
from discharge.queries.checklists import checklist_of
from discharge.queries.facts import facts_of
from discharge.rules.home_ready.owners import sides_of
from discharge.rules.home_ready.standing import home_ready
from lus.organisations.actor import Actor
from lus.swedish_time import at_local

from .story_acts import Act
from .story_teller import Teller

# What most patients do not have; the facts do not say, so somebody must.
UNLIKELY = {
    "CL-I4": "Ingen smitta.",
    "CL-I6": "Ingen begränsning.",
    "CL-K7": "Åker hem till sin bostad.",
    "CL-H4": "Ingen avancerad vård i hemmet.",
}


def _points(story: Teller, actor: Actor, at: datetime, without: tuple[str, ...] = ()) -> None:
    """Let the unit say yes to every blocking point of its own, but for some: ``K2``."""
    facts = facts_of(story.case)
    mine = sides_of(facts, str(actor.unit_id))
    for item in home_ready(facts, checklist_of(facts.home.checklist)).open:
        if item.auto is None and mine & set(item.open_sides) and item.point.code not in without:
            unlikely = item.point.id in UNLIKELY
            answer_home_ready_point(
                case_id=story.case,
                actor=actor,
                at=at,
                point=item.point.id,
                answer="not_applicable" if unlikely else "yes",
                comment=UNLIKELY.get(item.point.id, ""),
            )


def _point(
    story: Teller,
    actor: Actor,
    at: datetime,
    point: str,
    answer: str = "yes",
    comment: str = "",
    planned: int | None = None,
) -> None:
    answer_home_ready_point(
        case_id=story.case,
        actor=actor,
        at=at,
        point=point,
        answer=answer,
        comment=comment,
        planned_at=at_local(story.day(planned), time(15, 0)) if planned is not None else None,
        responsible_id=actor.unit_id if answer == "no" else None,
    )


def _waits(story: Teller, actor: Actor, at: datetime, code: str, owner: str, comment: str = "") -> None:
    open_waiting_reason(
        case_id=story.case, actor=actor, at=at, code=code, owner_id=story.units[owner], comment=comment
    )


def _no_longer(story: Teller, actor: Actor, at: datetime, code: str) -> None:
    reason = next(one for one in facts_of(story.case).waiting if one.is_open and one.code == code)
    close_waiting_reason(case_id=story.case, actor=actor, at=at, reason_id=UUID(reason.event_id))


def _contest(story: Teller, actor: Actor, at: datetime, text: str) -> None:
    own = str(actor.unit_id)
    reason = next(one for one in facts_of(story.case).waiting if one.is_open and one.owner_id == own)
    contest_waiting_reason(case_id=story.case, actor=actor, at=at, reason_id=UUID(reason.event_id), text=text)


HOME_READY_ACTS: dict[str, Act] = {
    "points": _points,
    "point": _point,
    "waits": _waits,
    "no_longer": _no_longer,
    "contest": _contest,
}
