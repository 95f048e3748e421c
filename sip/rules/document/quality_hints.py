"""Skrivråd: what would make the plan easier to read and follow. Shown while one writes; never in the way of a save."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from .abbreviations import unexplained
from .row import Row
from .sections import SECTIONS

WORDS_LIMIT: Final = 20
_SENTENCE_END: Final = re.compile(r"(?<=[.!?])\s+|\n+")


@dataclass(frozen=True, slots=True)
class Hint:
    """One piece of advice about a row: which field, and what to do. Holds at most a word of what was written."""

    row_id: str
    section: str
    field: str
    text: str


def quality_hints(rows: tuple[Row, ...]) -> list[Hint]:
    """Return the advice for the whole draft, in the rows' order."""
    whole = "\n".join(text for row in rows for text in row.values.values())
    return [hint for row in rows for hint in _of_row(row, whole)]


def _of_row(row: Row, whole: str) -> Iterator[Hint]:
    def hint(field: str, text: str) -> Hint:
        return Hint(row.id, row.section, field, text)

    if row.section == "goal" and not row.get("target_on"):
        yield hint("target_on", "Målet har ingen dag. När ska det vara nått?")
    if row.section == "intervention" and not row.get("who"):
        yield hint("who", "Insatsen har ingen person eller funktion. Vem gör den?")
    for field in SECTIONS[row.section].fields:
        text = row.get(field.name)
        if field.kind != "text" or not text:
            continue
        long = longest_sentence(text)
        if long > WORDS_LIMIT:
            yield hint(field.name, f"En mening har {long} ord. Dela den; högst {WORDS_LIMIT} läses lätt.")
        for word, instead in unexplained(text, whole):
            advice = f"Skriv hellre {instead}." if instead else "Skriv ut vad den betyder."
            yield hint(field.name, f"Förkortningen {word} är inte förklarad. {advice}")


def longest_sentence(text: str) -> int:
    """Return the number of words in the longest sentence; a new line ends a sentence."""
    return max((len(part.split()) for part in _SENTENCE_END.split(text)), default=0)
