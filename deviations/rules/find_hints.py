"""Det som kan peka ut någon: names, birth dates, rooms, addresses, diagnoses. Patterns only, so they only ask."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from .finding import Finding
from .given_names import GIVEN_NAMES
from .normal_text import NormalText

_NAME: Final = r"[A-ZÅÄÖÉ][a-zåäöéü]{1,}(?:-[A-ZÅÄÖ][a-zåäöé]+)?"
_STAFF: Final = (
    r"\b(?:[Dd]r\.?|[Dd]oktor|[Ss]sk\.?|[Uu]sk\.?|[Ll]äkare|[Öö]verläkare|[Ss]juksköterskan?|[Uu]ndersköterskan?"
    r"|[Bb]iståndshandläggaren?|[Hh]andläggaren?|[Kk]uratorn?|[Ss]yster)"
)
PATTERNS: Final[tuple[tuple[str, re.Pattern[str]], ...]] = (
    ("staff_name", re.compile(rf"{_STAFF} {_NAME}\b")),
    ("initials", re.compile(r"(?<![\w.])[A-ZÅÄÖ]\. ?[A-ZÅÄÖ]\.(?!\w)")),
    (
        "birth_date",
        re.compile(r"\b[Ff](?:ödd|öddes|\.)? ?(?:den )?\d{1,4}[ \-/.]?(?:\d{2}|[a-zåäö]+)[ \-/.]?\d{2,4}\b"),
    ),
    ("birth_date", re.compile(r"(?<!\d)(?:1[89]\d\d|200\d|201\d)-\d\d-\d\d(?![\d\-])")),
    ("room", re.compile(r"\b(?:[Rr]um|[Ss]al|[Ss]äng|[Ss]ängplats)(?: nr\.?)? ?\d+\b")),
    (
        "address",
        re.compile(
            r"\b[A-ZÅÄÖ][a-zåäöé]+(?:gatan|vägen|gränd|stigen|torget|backen|allén|gården|plan) \d+ ?[A-Za-z]?\b"
        ),
    ),
    ("diagnosis", re.compile(r"(?<![\w.])[A-Z]\d\d\.?\d{1,2}[A-Z]?(?![\w])")),
)
# Looks ahead, so that "Ring Anna Berg" is tried from each word.
_TWO_NAMES: Final = re.compile(rf"\b(?=({_NAME}) ({_NAME})\b)")
# K01 to K17 and K99 with one figure after the point are our own categories, not diagnoses.
_CATEGORY: Final = re.compile(r"K(?:0\d|1[0-7]|99)\.\d")


def find_hints(normal: NormalText) -> Iterator[Finding]:
    """Yield what looks like it could point somebody out."""
    for kind, pattern in PATTERNS:
        for match in pattern.finditer(normal.text):
            if not (kind == "diagnosis" and _CATEGORY.fullmatch(match[0])):
                yield Finding(kind, *normal.typed_span(*match.span()))
    for match in _TWO_NAMES.finditer(normal.text):
        if match[1].split("-")[0] in GIVEN_NAMES:
            yield Finding("name", *normal.typed_span(match.start(1), match.end(2)))
