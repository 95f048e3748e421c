"""Villkor: when a point of the list concerns a case. A closed vocabulary with and, or, not; unknown is not false."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

WORDS: Final = frozenset(
    {
        "always",
        "psychiatric",
        "compulsory",
        "child",
        "kommun",
        "kommun_hsv",
        "home_help",
        "own_home",
        "facility",
        "sip_need",
        "dose",
        "aids",
        "supplies",
        "infection",
        "limits",
        "relative",
        "children_as_relatives",
        "takeover",
        "lives_alone",
        "weekend",
    }
)
JOINS: Final = frozenset({"and", "or", "not"})


class UnknownWord(ValueError):
    """A condition holds something that is no word of the vocabulary; the message names it."""


@dataclass(frozen=True, slots=True)
class Condition:
    """``text`` as it was written; ``any_of``: alternatives, each a row of (word, must it be so)."""

    text: str
    any_of: tuple[tuple[tuple[str, bool], ...], ...]

    def holds(self, known: Mapping[str, bool | None]) -> bool | None:
        """Return whether it holds, or None when what is known does not tell. Absent words are not known."""
        return _any([_all([_same(known, *term) for term in terms]) for terms in self.any_of])


def read_condition(text: str) -> Condition:
    """Read ``psychiatric and not own_home``; ``and`` binds closer than ``or``. Raises UnknownWord."""
    alternatives = [part.strip() for part in f" {text.strip()} ".split(" or ")]
    return Condition(text.strip(), tuple(_terms(alternative) for alternative in alternatives))


def _terms(text: str) -> tuple[tuple[str, bool], ...]:
    return tuple(_term(part.strip()) for part in f" {text} ".split(" and "))


def _term(text: str) -> tuple[str, bool]:
    negated = text.startswith("not ")
    word = text.removeprefix("not ").strip()
    if word not in WORDS:
        raise UnknownWord(word or "inget ord")
    return word, not negated


def _same(known: Mapping[str, bool | None], word: str, wanted: bool) -> bool | None:
    so = True if word == "always" else known.get(word)
    return None if so is None else so is wanted


def _all(parts: list[bool | None]) -> bool | None:
    if False in parts:
        return False
    return None if None in parts else True


def _any(parts: list[bool | None]) -> bool | None:
    if True in parts:
        return True
    return None if None in parts else False
