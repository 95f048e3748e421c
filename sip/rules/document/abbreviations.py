"""Förkortningar som behöver ord: what staff write without thinking, and what the person reads instead."""

from __future__ import annotations

import re
from typing import Final

INSTEAD: Final[dict[str, str]] = {
    "adl": "vardagliga sysslor",
    "at": "arbetsterapeut",
    "bh": "biståndshandläggare",
    "bs": "blodsocker",
    "bup": "barn- och ungdomspsykiatri",
    "dsk": "distriktssköterska",
    "ftj": "färdtjänst",
    "hsl": "hälso- och sjukvårdslagen",
    "htj": "hemtjänst",
    "lm": "läkemedel",
    "lss": "lagen om stöd och service",
    "sg": "sjukgymnast",
    "sol": "socialtjänstlagen",
    "ssk": "sjuksköterska",
    "usk": "undersköterska",
    "vc": "vårdcentral",
}
# Words that people know as they are.
KNOWN: Final = frozenset({"SIP", "TV", "SMS", "OK", "GPS", "PIN", "CD", "WC", "SL", "IKEA", "ID", "QR"})
_WORD: Final = re.compile(r"[^\W\d_]+")
_CAPITALS: Final = re.compile(r"\b[A-ZÅÄÖ]{2,6}\b")


def unexplained(text: str, whole: str = "") -> list[tuple[str, str]]:
    """Return ``(abbreviation, words instead or "")`` for each that nothing in ``whole`` explains, once each.

    Explained: its letters stand in brackets after the words, or words in brackets after the letters.
    A text all in capitals shouts; it is not taken for abbreviations.
    """
    if text.upper() == text:
        return []
    found: dict[str, str] = {}
    for word in _WORD.findall(text):
        listed = INSTEAD.get(word.lower(), "")
        # Small letters: only those that are no Swedish words of their own.
        short = word in _CAPITALS.findall(word) or (listed and word.islower() and word != "sol")
        if short and word not in KNOWN and not _explained(word, whole or text):
            found.setdefault(word, listed)
    return list(found.items())


def _explained(word: str, whole: str) -> bool:
    return re.search(rf"\({re.escape(word)}\)|\b{re.escape(word)}\s*\(", whole) is not None
