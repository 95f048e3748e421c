"""E-post och telefon i text: a way to reach somebody. A unit's own number and mailbox may stand there."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from .finding import Finding
from .normal_text import NormalText

_EMAIL: Final = re.compile(r"[\w.+\-]+ ?@ ?[\w\-]+(?:\.[\w\-]+)+")
_PHONE: Final = re.compile(r"(?<!\d)(?:\+46|0046|0)(?:[ \-()]{0,3}\d){7,11}(?!\d)")
# "08.00-16.30" and "05-03-2026" are no numbers to call.
_TIME: Final = re.compile(r"(?<![\d.])(?:[01]?\d|2[0-3])[.:][0-5]\d(?!\d)")
_DATE: Final = re.compile(r"(?<!\d)(?:\d{4}-\d\d-\d\d|\d\d-\d\d-\d{4})(?!\d)")


def find_contacts(normal: NormalText, allowed: frozenset[str]) -> Iterator[Finding]:
    """Yield e-mail addresses and phone numbers. ``allowed``: those of units, as ``contact_key`` gives them."""
    for match in _EMAIL.finditer(normal.text):
        if contact_key(match[0]) not in allowed:
            yield Finding("email", *normal.typed_span(*match.span()))
    text = _DATE.sub(_hidden, _TIME.sub(_hidden, normal.text))
    for match in _PHONE.finditer(text):
        if contact_key(match[0]) not in allowed:
            yield Finding("phone", *normal.typed_span(*match.span()))


def contact_key(contact: str) -> str:
    """Return an address or a number as it is compared: ``08-12 34 56`` and ``+46 8 123456`` are one."""
    if "@" in contact:
        return contact.replace(" ", "").casefold()
    digits = "".join(character for character in contact if character.isdigit())
    return "0" + digits.removeprefix("00").removeprefix("46") if not _is_local(contact) else digits


def _is_local(contact: str) -> bool:
    return not contact.strip().startswith(("+46", "0046"))


def _hidden(match: re.Match[str]) -> str:
    return "x" * len(match[0])
