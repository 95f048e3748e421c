"""Hemgångslistan och orsakerna i ett ärende, folded from its events: parts of ``CaseFacts``."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal

Answer = Literal["yes", "no", "not_applicable"]


@dataclass(frozen=True, slots=True)
class PointAnswer:
    """The latest answer of one side (S, O, K, P) to one point.

    ``planned_at``, ``responsible_id``: for a no, when it is to be solved and by which unit. ``seq``: of its event.
    """

    point: str
    side: str
    answer: Answer
    comment: str
    planned_at: datetime | None
    responsible_id: str
    unit_id: str
    unit_name: str
    actor_name: str
    at: datetime
    seq: int
    event_id: str


@dataclass(frozen=True, slots=True)
class HomeReadyFacts:
    """``checklist``: the version fixed when the case began. ``reached_at``: since when the case is home-ready.

    ``recheck_after``: seq of the last withdrawn ready notice; older answers to recheck points are asked again.
    ``track``: the confirmed one, empty = not confirmed. ``of_age``: of age when admitted, None = not known;
    ``of_age_from``: for a child, the eighteenth birthday.
    """

    checklist: str = "CHK-SE-1"
    answers: tuple[PointAnswer, ...] = ()
    recheck_after: int = 0
    reached_at: datetime | None = None
    track: str = ""
    of_age: bool | None = None
    of_age_from: date | None = None


@dataclass(frozen=True, slots=True)
class WaitingReason:
    """Orsak till kvarstannande: one interval. ``since``: first day; ``until``: the day it ceased, not counted.

    ``owner_id``: the unit that is waited for. ``ended_by``: ``closed``, or what ended the ready notice.
    ``contested``: what the owner says against it, beside the ward's ``comment``; both are kept.
    """

    event_id: str
    code: str
    owner_id: str
    since: date
    comment: str
    opened_at: datetime
    opened_by: str
    until: date | None = None
    ended_by: str = ""
    ended_at: datetime | None = None
    contested: str = ""
    contested_by: str = ""
    contested_at: datetime | None = None

    @property
    def is_open(self) -> bool:
        return self.ended_at is None
