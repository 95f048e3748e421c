"""Enkätmall: the items of one kind of survey, its scale and the words of each step. Own wording, in data files.

Source of the headings: user audit of SIP in Västra Götaland 2018 (information, delaktighet, samverkan,
meningsfullhet). Which item belongs to which heading is our own choice, intern rutin.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from functools import cache
from pathlib import Path
from typing import Any, Final

HEADINGS: Final = {
    "information": "Information",
    "delaktighet": "Delaktighet",
    "samverkan": "Samverkan",
    "meningsfullhet": "Meningsfullhet",
}
KINDS: Final = {
    "sip_person": "Den som planen gäller",
    "sip_child": "Barn",
    "sip_relative": "Vårdnadshavare eller närstående",
}
# Scale → value and word of each step, in the order of the page. What is counted as good: the two or one highest.
SCALES: Final[dict[str, dict[int, str]]] = {
    "agree": {
        1: "Stämmer inte alls",
        2: "Stämmer dåligt",
        3: "Stämmer delvis",
        4: "Stämmer bra",
        5: "Stämmer helt",
    },
    "smiley": {3: "Ja", 2: "Lite", 1: "Nej"},
}
GOOD: Final = {"agree": frozenset({4, 5}), "smiley": frozenset({3})}
GOOD_WORDS: Final = {"agree": "Andel 4–5", "smiley": "Andel Ja"}
DONT_KNOW: Final = "dont_know"
LONGEST_ITEM, LONGEST_TEXT = 120, 500
_FOLDER: Final = Path(__file__).parent / "surveys"


@dataclass(frozen=True, slots=True)
class Item:
    """One question. ``heading``: a key of HEADINGS."""

    id: str
    heading: str
    text: str
    hint: str = ""


@dataclass(frozen=True, slots=True)
class Questionnaire:
    """``scale``: a key of SCALES. ``asks_about_you``: sex and age band may be volunteered."""

    kind: str
    version: int
    language: str
    title: str
    scale: str
    asks_about_you: bool
    items: tuple[Item, ...]

    @property
    def steps(self) -> dict[int, str]:
        return SCALES[self.scale]

    def as_stored(self) -> dict[str, Any]:
        """Return what a published version keeps: plain JSON."""
        told = asdict(self)
        return {name: told[name] for name in ("title", "scale", "asks_about_you")} | {
            "items": [dict(item) for item in told["items"]]
        }


def read_questionnaire(told: Mapping[str, Any]) -> Questionnaire:
    """Return the questionnaire that a file or a published row tells. Raises ValueError when it cannot be asked."""
    items = tuple(Item(**item) for item in told["items"])
    names = ("kind", "version", "language", "title", "scale", "asks_about_you")
    made = Questionnaire(**{name: told[name] for name in names}, items=items)
    if made.kind not in KINDS or made.scale not in SCALES:
        raise ValueError(f"unknown kind or scale: {made.kind} {made.scale}")
    if len({item.id for item in items}) != len(items) or not items:
        raise ValueError(f"{made.kind}: items without names of their own")
    for item in items:
        if item.heading not in HEADINGS or not 0 < len(item.text) <= LONGEST_ITEM:
            raise ValueError(f"{made.kind} {item.id}: unknown heading, or a text that is too long")
    return made


@cache
def questionnaire(kind: str) -> Questionnaire:
    """Return the newest version of ``kind`` as its file tells it. Raises KeyError for an unknown kind."""
    if kind not in KINDS:
        raise KeyError(kind)
    return read_questionnaire(tomllib.loads((_FOLDER / f"{kind}.toml").read_text()))
