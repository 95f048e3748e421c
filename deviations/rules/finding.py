"""Vad vakten hittade: which kind of personal data, where, and how sure. Never the text itself: it ends up in logs."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, Literal

Verdict = Literal["block", "warn", "ok"]

# Kind → verdict, and what it is called on the page ("Texten innehåller …").
KINDS: Final[dict[str, tuple[Verdict, str]]] = {
    "personnummer": ("block", "ett personnummer"),
    "samordningsnummer": ("block", "ett samordningsnummer"),
    "reservnummer": ("block", "ett reservnummer"),
    "case_number": ("block", "personens nummer"),
    "case_name": ("block", "personens namn"),
    "case_address": ("block", "personens adress"),
    "email": ("block", "en e-postadress"),
    "number_shape": ("warn", "något som liknar ett personnummer"),
    "case_name_part": ("warn", "ett av personens namn"),
    "phone": ("warn", "ett telefonnummer"),
    "name": ("warn", "något som liknar ett namn"),
    "staff_name": ("warn", "något som liknar en medarbetares namn"),
    "initials": ("warn", "något som liknar initialer"),
    "birth_date": ("warn", "något som liknar ett födelsedatum"),
    "room": ("warn", "ett rum eller en sal"),
    "address": ("warn", "något som liknar en adress"),
    "diagnosis": ("warn", "något som liknar en diagnoskod"),
}


@dataclass(frozen=True, slots=True)
class Finding:
    """One hit. ``start`` and ``end``: places in the typed text, from 0, ``end`` after the last character."""

    kind: str
    start: int
    end: int

    @property
    def verdict(self) -> Verdict:
        return KINDS[self.kind][0]

    @property
    def words(self) -> str:
        return KINDS[self.kind][1]


def overlaps(one: Finding, other: Finding) -> bool:
    """Whether the two share a character."""
    return one.start < other.end and other.start < one.end
