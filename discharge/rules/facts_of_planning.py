"""Vad planeringen har gett: track, answers, ADL and aids, folded from the events of planning."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from types import MappingProxyType
from typing import Literal

AnswerState = Literal["answered", "not_applicable", "unknown"]


@dataclass(frozen=True)
class FieldAnswer:
    """The latest answer to one field. ``seq``: its event's number; ``chase_at``: when an unknown one is asked again."""

    key: str
    state: AnswerState
    value: str
    unit_id: str
    unit_name: str
    by: str
    at: datetime
    seq: int
    event_id: str
    chase_at: datetime | None = None

    @property
    def is_settled(self) -> bool:
        """Whether it counts as answered: "vet ej" does not."""
        return self.state != "unknown"


@dataclass(frozen=True)
class ConfirmedTrack:
    """Fastställt spår. ``key`` of a track record; ``reasons``: the Swedish sentences shown when it was confirmed."""

    key: str
    reasons: tuple[str, ...]
    by: str
    unit_name: str
    at: datetime


@dataclass(frozen=True)
class AdlItem:
    """One ADL field. ``before`` and ``now``: 0 to 3, or 9 = not judged; ``carers``: 0, 1 or 2."""

    key: str
    before: int
    now: int
    carers: int = 0
    aid: str = ""


@dataclass(frozen=True)
class AdlAssessment:
    """One assessment; the latest is shown, the earlier ones stay. ``assessed_by_role``: a key of the roles."""

    event_id: str
    unit_id: str
    unit_name: str
    by: str
    assessed_by_role: str
    assessed_at: datetime
    items: tuple[AdlItem, ...]
    comment: str = ""


@dataclass(frozen=True)
class Aid:
    """Hjälpmedel: what, where it shall stand, by which day, who sees to it, and whether it is there."""

    what: str
    where: str
    by_day: date | None
    owner_unit_id: str
    in_place: bool
    event_id: str
    at: datetime


@dataclass(frozen=True)
class Planning:
    """``suggested``: the key of the track that was suggested last, in so many words ("" = none yet).

    ``owners``: field → the unit that it was moved to, and when; ``grounds``: unit → legal ground for telling others.

    ``answers`` by field key, ``aids`` by their name in small letters, ``assessments`` oldest first.
    """

    track: ConfirmedTrack | None = None
    suggested: str = ""
    answers: Mapping[str, FieldAnswer] = field(default_factory=lambda: MappingProxyType({}))
    owners: Mapping[str, tuple[str, datetime]] = field(default_factory=lambda: MappingProxyType({}))
    grounds: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    assessments: tuple[AdlAssessment, ...] = ()
    aids: Mapping[str, Aid] = field(default_factory=lambda: MappingProxyType({}))
    completed_at: datetime | None = None

    @property
    def adl(self) -> AdlAssessment | None:
        """The latest assessment, or None."""
        return self.assessments[-1] if self.assessments else None

    def value(self, key: str) -> str:
        """Return what was answered, or an empty text."""
        answer = self.answers.get(key)
        return answer.value if answer and answer.state == "answered" else ""


NO_PLANNING = Planning()
