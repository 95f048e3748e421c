"""SIP-axeln: where the joint plan of a case stands, as folded from its events (process §3.4)."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Final, Literal

from .facts_of_meeting import SipMeeting
from .facts_of_poll import Poll

SipState = Literal[
    "not_assessed",
    "not_relevant",
    "offered",
    "declined_by_person",
    "summoned",
    "held",
    "established",
    "followed_up",
    "closed",
    "replaced_by_care_plan",
]
STATE_WORDS: Final[dict[str, str]] = {
    "not_assessed": "Behov ej bedömt",
    "not_relevant": "Ej aktuell",
    "offered": "Erbjuden",
    "declined_by_person": "Tackat nej",
    "summoned": "Kallad",
    "held": "Möte hållet",
    "established": "Upprättad",
    "followed_up": "Uppföljd",
    "closed": "Avslutad",
    "replaced_by_care_plan": "Samordnad vårdplan (ÖPT/ÖRV)",
}
# Not assessed, but somebody has said that a plan is needed: the axis has no word of its own for it.
NEEDED_WORDS: Final = "Behov finns"
# A plan is made, or on its way to be made at a meeting.
UNDER_WAY: Final = frozenset({"summoned", "held", "established", "followed_up"})
PLANNED: Final = frozenset({"established", "followed_up"})

Answer = Literal["comes", "cannot", "sends_other"]
Principal = Literal["region", "municipality"]
PRINCIPALS: Final[dict[str, str]] = {"region": "Regionen", "municipality": "Kommunen"}


@dataclass(frozen=True, slots=True)
class SummonsAnswer:
    """Svar på kallelsen: what one called unit said last; ``text`` names who comes instead, or why nobody can."""

    unit_id: str
    answer: Answer
    text: str
    at: datetime


@dataclass(frozen=True, slots=True)
class SipFacts:
    """``state``: a key of ``STATE_WORDS``. ``requested_by``: who asked for a plan last, of ``REQUESTED_BY``, "" nobody.

    ``meeting_at``, ``place``: of the last summons, with its last change.

    ``called``: ids of the summoned units, without the one that calls (``summoned_by``). ``cancelled_at``: when the
    meeting of the last summons was called off and no new summons has been sent. ``version``: 0 before the first
    plan. ``responsible``: the principal with the overall responsibility (HSL 16:4), "" when not known.
    ``poll``: the proposed times, until the meeting is called. ``meetings``: every one
    that was called, the newest last.
    """

    state: SipState = "not_assessed"
    requested_by: str = ""
    requested_on: date | None = None
    offered_at: datetime | None = None
    meeting_at: datetime | None = None
    place: str = ""
    summoned_by: str = ""
    called: tuple[str, ...] = ()
    answers: tuple[SummonsAnswer, ...] = field(default=())
    cancelled_at: datetime | None = None
    held_at: datetime | None = None
    version: int = 0
    goals: str = ""
    responsible: str = ""
    existing: bool = False
    established_at: datetime | None = None
    follow_up_on: date | None = None
    followed_up_at: datetime | None = None
    closed_at: datetime | None = None
    poll: Poll | None = None
    meetings: tuple[SipMeeting, ...] = field(default=(), repr=False)

    @property
    def meeting(self) -> SipMeeting | None:
        """The meeting that lies ahead, or has been and is not told about yet."""
        return self.meetings[-1] if self.meetings and self.meetings[-1].state == "called" else None

    def answer_of(self, unit_id: str) -> SummonsAnswer | None:
        """What the unit has answered to the summons in force, if it has."""
        return next((one for one in self.answers if one.unit_id == unit_id), None)


def state_words(state: str, needed: bool | None) -> str:
    """``Kallad``; *Behov finns* when the need is known and nobody has offered yet."""
    return NEEDED_WORDS if state == "not_assessed" and needed else STATE_WORDS[state]
