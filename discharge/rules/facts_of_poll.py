"""Tidsförslag: the times that a meeting may have, and who can come when (the handbook's SIP page, 6)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Final

SLOT_ANSWERS: Final = {"yes": "Ja", "if_needed": "Om det behövs", "no": "Nej"}
# The person among those who answer; the others are units, by id.
PERSON: Final = "person"


@dataclass(frozen=True, slots=True)
class Slot:
    """One proposed time. ``slot_id``: of the proposal alone."""

    slot_id: str
    starts_at: datetime


@dataclass(frozen=True, slots=True)
class Poll:
    """``asked``: ids of the units. ``answers``: by unit id or ``PERSON``, then by slot, a key of ``SLOT_ANSWERS``.

    ``chosen``: the time that was chosen, None while the proposal is open.
    """

    opened_by: str
    opened_at: datetime
    slots: tuple[Slot, ...]
    reply_by: date
    place_kind: str
    asked: tuple[str, ...]
    answers: Mapping[str, Mapping[str, str]]
    chosen: datetime | None = None

    @property
    def is_open(self) -> bool:
        return self.chosen is None

    def awaits(self, unit_id: str) -> bool:
        """Whether the unit has been asked and has not answered."""
        return self.is_open and unit_id in self.asked and unit_id not in self.answers
