"""Personnummer, samordningsnummer, reservnummer i text: in every spelling, proven by their check digit.

The numbers' own rules: ``lus/persons/identifiers.py``. Digits are read across spaces, dots, dashes, plus signs,
slashes and underscores, from the edge of one group of digits to the edge of another.
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterator
from typing import Final

from lus.persons.identifiers import COORDINATION_DAY_SHIFT, check_digit

from .finding import Finding
from .normal_text import NormalText

_GROUP: Final = re.compile(r"\d+")
_BETWEEN: Final = re.compile(r"[ .\-+/_]{1,12}")
_LENGTHS: Final = (10, 12)
_CENTURIES: Final = ("18", "19", "20")
_LEAP_YEAR: Final = 2000  # a year without century may have been one

_DAY: Final = r"20[2-9]\d-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])"
_CLOCK: Final = r"(?:[01]\d|2[0-3])"
# A day of our own time with a clock after it, or with another day: has as many digits as a number of a person.
_MOMENT: Final = re.compile(rf"(?<!\d){_DAY}(?: ?T?{_CLOCK}[.:][0-5]\d| {_CLOCK}-{_CLOCK})(?!\d)")
_RANGE: Final = re.compile(rf"(?<!\d){_DAY}(?=[ /\-]{{1,3}}{_DAY}(?!\d))")

_LETTER: Final = "A-HJ-NPR-UX-Z"
# Joined, in any case; after a space only as it is printed, or "20260305 rum4" would be one.
_RESERVE: Final = (
    re.compile(
        rf"(?<![0-9A-ZÅÄÖ])\d{{8}}-?(?=\d{{0,2}}[{_LETTER}])[{_LETTER}\d]{{3}}\d(?![0-9A-ZÅÄÖ])", re.I
    ),
    re.compile(
        rf"(?<![0-9A-Za-zÅÄÖåäö])\d{{8}}[ .\-]{{1,3}}(?=\d{{0,2}}[{_LETTER}])[{_LETTER}\d]{{3}}\d"
        r"(?![0-9A-Za-zÅÄÖåäö])"
    ),
)


def find_numbers(normal: NormalText) -> Iterator[Finding]:
    """Yield each number of a person; ``number_shape`` where only the check digit speaks against it."""
    text = _RANGE.sub(_hidden, _MOMENT.sub(_hidden, normal.text))
    for start, end, digits in _windows(text):
        kind = _kind(digits)
        if kind:
            yield Finding(kind, *normal.typed_span(start, end))
    for shape in _RESERVE:
        for match in shape.finditer(normal.text):
            yield Finding("reservnummer", *normal.typed_span(*match.span()))


def _hidden(match: re.Match[str]) -> str:
    return "x" * len(match[0])


def _windows(text: str) -> Iterator[tuple[int, int, str]]:
    groups = list(_GROUP.finditer(text))
    for first, group in enumerate(groups):
        digits, last = group[0], first
        while len(digits) <= max(_LENGTHS):
            if len(digits) in _LENGTHS:
                yield group.start(), groups[last].end(), digits
            following = last + 1
            if following == len(groups) or not _BETWEEN.fullmatch(
                text, groups[last].end(), groups[following].start()
            ):
                break
            digits, last = digits + groups[following][0], following


def _kind(digits: str) -> str:
    if len(digits) == max(_LENGTHS) and not digits.startswith(_CENTURIES):
        return ""
    ten = digits[-10:]
    month, day = int(ten[2:4]), int(ten[4:6])
    coordination = day > COORDINATION_DAY_SHIFT
    day -= COORDINATION_DAY_SHIFT if coordination else 0
    if not (1 <= month <= 12 and 1 <= day <= monthrange(_LEAP_YEAR, month)[1]):
        return ""
    if check_digit(ten[:9]) != int(ten[9]):
        return "number_shape"
    return "samordningsnummer" if coordination else "personnummer"
