"""Det som är känt om planens innehåll: rows, versions, answers, folded from the plan's events."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal

from .row import Row

Status = Literal["drafting", "confirming", "established"]
AnswerKind = Literal["confirmed", "confirmed_with_note", "objected"]


@dataclass(frozen=True, slots=True)
class Version:
    """A locked version. ``rows`` is the content that was locked; ``section_hashes`` by section, as at the lock."""

    no: int
    content_hash: str
    locked_at: datetime
    locked_by: str
    rows: tuple[Row, ...]
    section_hashes: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class UnitAnswer:
    """Justering: what a unit answered last. ``held``: the hash of each section that its confirmation is about."""

    unit_id: str
    no: int
    kind: AnswerKind
    note: str
    at: datetime
    held: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class GoalResult:
    """How it went with a goal at a follow-up. ``result``: a key of ``GOAL_RESULTS``."""

    goal_id: str
    result: str
    person_words: str = ""
    unit_words: str = ""


@dataclass(frozen=True, slots=True)
class Shared:
    """The person's copy: of which version, when and how (a key of ``COPY_WAYS``)."""

    no: int
    at: datetime
    way: str


@dataclass(frozen=True, slots=True)
class DocumentFacts:
    """``rows``: the live draft, in order of first save; ``removed``: last text of rows that were taken away.

    ``established``: numbers of the versions that have been in force, the last one is. ``gaps``: units that had not
    confirmed it.
    """

    status: Status = "drafting"
    rows: tuple[Row, ...] = ()
    removed: tuple[Row, ...] = ()
    versions: tuple[Version, ...] = ()
    answers: tuple[UnitAnswer, ...] = ()
    established: tuple[int, ...] = ()
    established_at: datetime | None = None
    gaps: tuple[str, ...] = ()
    gaps_reason: str = ""
    shared: tuple[Shared, ...] = ()
    results: tuple[GoalResult, ...] = ()
    followed_up_at: datetime | None = None
    next_on: date | None = None

    def row(self, row_id: str) -> Row | None:
        """The row with the id, live or taken away."""
        return next((row for row in (*self.rows, *self.removed) if row.id == row_id), None)

    @property
    def locked(self) -> Version | None:
        """The newest locked version."""
        return self.versions[-1] if self.versions else None

    @property
    def established_no(self) -> int:
        """The number of the version in force, 0 before the first."""
        return self.established[-1] if self.established else 0

    @property
    def in_force(self) -> Version | None:
        """The established version that people work by."""
        return next((one for one in self.versions if one.no == self.established_no), None)

    def answer_of(self, unit_id: str) -> UnitAnswer | None:
        """What the unit answered last, if it has."""
        return next((one for one in self.answers if one.unit_id == unit_id), None)
