"""Ett svar: what somebody ticked and wrote, and what of it cannot be. Nothing is required, but something is."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Final

from .questionnaire import DONT_KNOW, LONGEST_TEXT, Questionnaire

SEXES: Final = {"woman": "Kvinna", "man": "Man", "other": "Annat"}
AGE_BANDS: Final = {"18-44": "18–44 år", "45-64": "45–64 år", "65-79": "65–79 år", "80-": "80 år eller äldre"}
Value = int | str


@dataclass(frozen=True, slots=True, repr=False)
class GivenAnswers:
    """``values``: item → step or DONT_KNOW, only for items that were answered. "" where nothing was volunteered."""

    values: Mapping[str, Value] = field(default_factory=dict)
    sex: str = ""
    age_band: str = ""
    text: str = ""

    def __repr__(self) -> str:
        return "<GivenAnswers>"


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing that cannot be: the field it is about ("" for the whole), what is so, what to do."""

    field: str
    detail: str
    advice: str


def faults_of(given: GivenAnswers, asked: Questionnaire) -> Iterator[Fault]:
    """Yield what stands in the way of keeping the answer, the page's own order."""
    known = {item.id for item in asked.items}
    for item, value in given.values.items():
        if item not in known or (value != DONT_KNOW and value not in asked.steps):
            yield Fault(item, "Svaret finns inte.", "Välj ett av svaren.")
    if given.sex not in ("", *SEXES) or (given.sex and not asked.asks_about_you):
        yield Fault("sex", "Svaret finns inte.", "Välj ett av svaren, eller hoppa över frågan.")
    if given.age_band not in ("", *AGE_BANDS) or (given.age_band and not asked.asks_about_you):
        yield Fault("age_band", "Svaret finns inte.", "Välj ett av svaren, eller hoppa över frågan.")
    if len(given.text) > LONGEST_TEXT:
        yield Fault("text", f"Texten är längre än {LONGEST_TEXT} tecken.", "Korta texten.")
    if not given.values and not given.text.strip():
        yield Fault("", "Du har inte svarat på någon fråga.", "Svara på en fråga till att börja med.")
