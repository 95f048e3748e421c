"""Ärendets egna uppgifter i text: the name, number and address of the person whose case it is about."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from .finding import Finding
from .normal_text import NormalText, normal_text

_SHORTEST: Final = 2  # a single letter is no name
_JOINED: Final = re.compile(r"[^\W_]")


@dataclass(frozen=True, slots=True, repr=False)
class CaseWords:
    """What is known of the person. Empty: unknown. Never shown, logged or compared outside the guard."""

    given_name: str = ""
    family_name: str = ""
    identifier: str = ""
    street: str = ""

    def __repr__(self) -> str:
        return "<CaseWords>"


def find_case_words(normal: NormalText, known: CaseWords) -> Iterator[Finding]:
    """Yield full names in either order, single names, the number in any spelling, and the street address."""
    given, family = _parts(known.given_name), _parts(known.family_name)
    names = "|".join(map(re.escape, given)), "|".join(map(re.escape, family))
    if given and family:
        for first, second in (names, names[::-1]):
            pattern = rf"\b(?:{first})s?[ ,\-]+(?:\w+[ ,\-]+)?(?:{second})s?\b"
            yield from _matches("case_name", pattern, normal)
    for name in (*given, *family):
        yield from _matches("case_name_part", rf"\b{re.escape(name)}s?\b", normal)
    if known.street:
        words = r"[ ,]+".join(map(re.escape, normal_text(known.street).text.split()))
        yield from _matches("case_address", rf"\b{words}\b", normal)
    yield from _number(known.identifier, normal)


def _parts(name: str) -> list[str]:
    return [part for part in re.split(r"[\s\-]+", normal_text(name).text) if len(part) >= _SHORTEST]


def _matches(kind: str, pattern: str, normal: NormalText) -> Iterator[Finding]:
    for match in re.finditer(pattern, normal.text, re.IGNORECASE):
        yield Finding(kind, *normal.typed_span(*match.span()))


def _number(identifier: str, normal: NormalText) -> Iterator[Finding]:
    wanted = "".join(_JOINED.findall(normal_text(identifier).text)).casefold()
    if not wanted:
        return
    kept = [place for place, character in enumerate(normal.text) if _JOINED.match(character)]
    joined = "".join(normal.text[place] for place in kept).casefold()
    at = joined.find(wanted)
    while at >= 0:
        yield Finding("case_number", *normal.typed_span(kept[at], kept[at + len(wanted) - 1] + 1))
        at = joined.find(wanted, at + 1)
