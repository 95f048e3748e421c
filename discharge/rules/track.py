"""Spår: how much a discharge needs, as dated records per region. Colour, letter and word say the same thing."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Final, Literal

SipExpected = Literal["yes", "no", "ask"]
ANYWHERE: Final = ""


@dataclass(frozen=True, slots=True)
class Track:
    """One track. ``region_code`` "" = where the region's own tracks are not known. ``rank``: 1 least, 3 most, 0 none.

    ``colour``: gron, gul, rod, gra or neutral (the region's colour is not known). ``kept``: later answers do not
    lower it, except ``lowered_when`` (field, answer). ``trust``: fact_part or assumption.
    """

    key: str
    region_code: str
    letter: str
    label: str
    colour: str
    rank: int
    description: str
    required_steps: tuple[str, ...]
    sip_expected: SipExpected
    valid_from: date
    source: str
    trust: Literal["fact_part", "assumption"]
    kept: bool = False
    lowered_when: tuple[tuple[str, str], ...] = ()
    covered_by_act: bool = True
    readers: tuple[str, ...] = ("ward", "municipality", "outpatient")
    valid_to: date | None = None

    def is_valid(self, day: date) -> bool:
        return self.valid_from <= day and (self.valid_to is None or day <= self.valid_to)
