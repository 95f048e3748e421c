"""Texten som den läses: one spelling for every dash, space and digit, with the way back to what was typed."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from typing import Final

_DOTS: Final = frozenset("·•‧∙・")
_MINUS: Final = "\u2212"
# Draw a digit as a key or as an emblem, and are no part of it.
_EMBLEMS: Final = frozenset("\ufe0e\ufe0f\u20e3")


@dataclass(frozen=True, slots=True, repr=False)
class NormalText:
    """``text``: as the rules read it. ``origin``: for each of its characters, where it stood in what was typed."""

    text: str
    origin: tuple[int, ...]

    def typed_span(self, start: int, end: int) -> tuple[int, int]:
        """Return where ``text[start:end]`` stood, as first character and the one after the last, from 0."""
        return self.origin[start], self.origin[end - 1] + 1

    def __repr__(self) -> str:
        return f"<NormalText of {len(self.origin)} characters>"


def normal_text(typed: str) -> NormalText:
    """Return ``typed`` in NFKC, with ASCII digits, ``-`` for all dashes, plain spaces, and nothing invisible."""
    characters: list[str] = []
    origin: list[int] = []
    for start, cluster in _clusters(typed):
        for character in unicodedata.normalize("NFKC", cluster):
            plain = _plain(character)
            if plain:
                characters.append(plain)
                origin.append(start)
    return NormalText("".join(characters), tuple(origin))


def _clusters(typed: str) -> list[tuple[int, str]]:
    """A letter and the marks that stand on it belong together: ``a`` with a ring is ``å``."""
    found: list[tuple[int, str]] = []
    for place, character in enumerate(typed):
        if found and unicodedata.combining(character):
            start, before = found[-1]
            found[-1] = (start, before + character)
        else:
            found.append((place, character))
    return found


def _plain(character: str) -> str:
    category = unicodedata.category(character)
    if category == "Cf" or character in _EMBLEMS:
        return ""
    if category == "Nd":
        return str(unicodedata.decimal(character))
    if category == "Pd" or character == _MINUS:
        return "-"
    if character in _DOTS:
        return "."
    return " " if character.isspace() or category in ("Zs", "Cc") else character
