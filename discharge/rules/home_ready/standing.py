"""Hemgångsklar: every point of the list as it stands in a case, and what remains.

Hemgångsklar = each visible blocking point is answered yes or not applicable. It is no law, and never the same as
*utskrivningsklar*, which only the treating physician judges (LUS 1 kap. 3 §).
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cached_property
from typing import Final

from ..facts import CaseFacts
from ..facts_of_home_ready import PointAnswer
from ..kept import kept_with_facts
from .automatic import Automatic, automatic
from .checklist import TRACKS, Checklist, Point
from .known import known
from .owners import sides_that_count, unit_of

DONE: Final = frozenset({"yes", "not_applicable"})
FAR: Final = datetime.max.replace(tzinfo=UTC)
# Grey: the patient stands outside the act; only the ward's own points.
GREY: Final = "grey"
AT_DISCHARGE: Final = "handover_sent"


@dataclass(frozen=True, slots=True)
class Standing:
    """One visible point. ``answer``: of all sides together, empty while any is missing.

    ``answers``: each side's latest, also one that is asked again (``again``). ``open_sides``: who has not said
    yes. ``auto``: what the event log says, for a point that nobody ticks. ``later``: answered at discharge only.
    """

    point: Point
    answer: str
    answers: tuple[PointAnswer, ...]
    open_sides: tuple[str, ...]
    auto: Automatic | None
    again: bool
    later: bool

    @property
    def is_done(self) -> bool:
        return self.answer in DONE

    @property
    def is_open_blocker(self) -> bool:
        return self.point.blocking and not self.is_done and not self.later

    @property
    def hindrance(self) -> PointAnswer | None:
        """The no that says when it is solved, if somebody has said no."""
        return next((answer for answer in self.answers if answer.answer == "no" and not self.again), None)


@dataclass(frozen=True)
class HomeReady:
    """The whole list of a case. ``total`` and ``answered`` count what decides: visible blocking points."""

    checklist: str
    points: tuple[Standing, ...]

    @cached_property
    def deciding(self) -> tuple[Standing, ...]:
        return tuple(item for item in self.points if item.point.blocking and not item.later)

    @cached_property
    def open(self) -> tuple[Standing, ...]:
        return tuple(item for item in self.deciding if not item.is_done)

    @property
    def total(self) -> int:
        return len(self.deciding)

    @property
    def answered(self) -> int:
        return self.total - len(self.open)

    @property
    def is_home_ready(self) -> bool:
        return bool(self.deciding) and not self.open

    @property
    def first_open(self) -> Standing | None:
        """The one thing to name: a known hindrance, the soonest solved first; else the first that people answer."""
        return min(self.open, key=_weight, default=None)


@kept_with_facts
def home_ready(facts: CaseFacts, checklist: Checklist) -> HomeReady:
    """Return the list of the case. A point is hidden only when it is known not to concern the patient."""
    words = known(facts)
    shown = [point for point in checklist.points if _is_shown(point, words, facts.home.track)]
    return HomeReady(checklist.key, tuple(_standing(point, facts) for point in shown))


def owner_unit(item: Standing, facts: CaseFacts) -> str:
    """Return the unit that the point waits for: who promised to solve it, whom the log waits for, or an owner."""
    if item.hindrance and item.hindrance.responsible_id:
        return item.hindrance.responsible_id
    if item.auto is not None and item.auto.waiting:
        return item.auto.waiting[0]
    sides = item.open_sides or item.point.owners
    return unit_of(sides[0], facts)


def _is_shown(point: Point, words: dict[str, bool | None], track: str) -> bool:
    if track == GREY:
        return point.owners == ("S",) and point.condition.holds(words) is not False
    wanted = TRACKS.index(point.track)
    known_track = {"green": 0, "yellow": 1, "red": 2}.get(track, len(TRACKS))
    return wanted <= known_track and point.condition.holds(words) is not False


def _standing(point: Point, facts: CaseFacts) -> Standing:
    later = point.auto == AT_DISCHARGE and facts.discharged_at is None
    auto = automatic(point.auto, facts)
    if auto is not None:
        return Standing(point, "yes" if auto.so else "", (), (), auto, False, later)
    answers = tuple(answer for answer in facts.home.answers if answer.point == point.id)
    again = point.recheck and any(answer.seq < facts.home.recheck_after for answer in answers)
    valid = {
        answer.side: answer.answer
        for answer in answers
        if not (point.recheck and answer.seq < facts.home.recheck_after)
    }
    sides = sides_that_count(point, facts)
    still = tuple(side for side in sides if valid.get(side) not in DONE)
    return Standing(
        point, _together([valid.get(side, "") for side in sides]), answers, still, None, again, later
    )


def _together(answers: list[str]) -> str:
    """One no is a no; all must have answered for a yes; not applicable only when all say so."""
    if "no" in answers:
        return "no"
    if "" in answers:
        return ""
    return "yes" if "yes" in answers else "not_applicable"


def _weight(item: Standing) -> tuple[bool, datetime, bool]:
    said = item.hindrance
    return said is None, said.planned_at if said and said.planned_at else FAR, item.auto is not None
