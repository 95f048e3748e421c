"""Checklistan som värde: one dated version of the list, point by point, as its CSV file writes it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, Literal

from .condition import Condition

Side = Literal["S", "O", "K", "P"]
TRACKS: Final = ("all", "yellow", "red")
# Order is the order of the file's columns; the header must be exactly this.
COLUMNS: Final = (
    "id",
    "group",
    "text_sv",
    "owner",
    "blocking",
    "condition",
    "auto",
    "person_copy",
    "recheck",
    "track",
    "deviation_code",
    "basis",
)
STANDARD: Final = "CHK-SE-1"


@dataclass(frozen=True, slots=True)
class Point:
    """One row. ``owners``: who answers (S ward, O outpatient, K kommun, P the person, through the ward)."""

    id: str
    group: str
    text: str
    owners: tuple[Side, ...]
    blocking: bool
    condition: Condition
    auto: str
    person_copy: bool
    recheck: bool
    track: str
    deviation_code: str
    basis: str

    @property
    def code(self) -> str:
        """``K2``: what people say; the prefix only tells whose list the row comes from."""
        return self.id.partition("-")[2]


@dataclass(frozen=True, slots=True)
class Checklist:
    """One version. ``key`` is fixed in the case when it begins and never changes its rows."""

    key: str
    points: tuple[Point, ...]

    def point(self, point_id: str) -> Point | None:
        return next((point for point in self.points if point.id == point_id), None)
