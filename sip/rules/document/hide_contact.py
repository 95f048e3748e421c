"""Skyddade personuppgifter på papper: no telephone number and no address, also where somebody wrote one in a sentence.

A pattern misses what it does not know, so what is known of the person (``known``) is looked for word by word too.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any, Final

HIDDEN: Final = "[dolt]"
# A number that starts with 0 or +46 and has seven digits or more; 112 and 1177 are nobody's own.
_PHONE: Final = re.compile(r"(?<![\w.])(?:\+46|0)(?:[\s()–-]{0,2}\d){6,}")
_STREET: Final = re.compile(
    r"\b[A-ZÅÄÖ][\w-]*(?:gata|gatan|vägen|väg|gränd|gränden|stigen|stig|torget|torg|allén|backen|plan)\s+\d+\s?[A-Za-z]?\b"
)
_POSTCODE: Final = re.compile(r"\b\d{3}\s\d{2}\s+[A-ZÅÄÖ][\wåäö-]+")
_MAIL: Final = re.compile(r"[\w.+-]+@[\w-]+\.[\w.-]+")


def hide_contact(text: str, known: Iterable[str] = ()) -> str:
    """Return the text with numbers, streets, postal towns, mail addresses and ``known`` words put out of sight."""
    for word in sorted(filter(None, known), key=len, reverse=True):
        text = re.sub(re.escape(word), HIDDEN, text, flags=re.IGNORECASE)
    for pattern in (_MAIL, _PHONE, _POSTCODE, _STREET):
        text = pattern.sub(HIDDEN, text)
    return text


def hide_everywhere(words: Any, known: Iterable[str] = ()) -> Any:
    """Return the same lists and dicts with every text as ``hide_contact`` leaves it."""
    known = tuple(known)
    if isinstance(words, str):
        return hide_contact(words, known)
    if isinstance(words, dict):
        return {key: hide_everywhere(value, known) for key, value in words.items()}
    if isinstance(words, list):
        return [hide_everywhere(value, known) for value in words]
    return words
