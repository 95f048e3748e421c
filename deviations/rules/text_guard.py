"""Vakten mot personuppgifter i fri text: stop, ask, or let through. A deviation is about the event, not who was in it.

What it cannot know (a rare illness, a nickname) a reader must still see; the page says so. The limits of what is
blocked and what is asked are our own, intern rutin.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from .find_case_words import CaseWords, find_case_words
from .find_contacts import find_contacts
from .find_hints import find_hints
from .find_numbers import find_numbers
from .finding import Finding, Verdict, overlaps
from .normal_text import normal_text

NOBODY: Final = CaseWords()
# In a reference to one's own system only numbers of a person are stopped.
NUMBERS: Final = frozenset({"personnummer", "samordningsnummer", "reservnummer", "case_number"})


@dataclass(frozen=True, slots=True)
class Screened:
    """The guard's answer. ``findings`` in the order of the text; kinds and places, never the words."""

    verdict: Verdict
    findings: tuple[Finding, ...]

    @property
    def kinds(self) -> tuple[str, ...]:
        """Each kind once, what is stopped first."""
        ordered = sorted(self.findings, key=lambda one: (one.verdict != "block", one.start))
        return tuple(dict.fromkeys(one.kind for one in ordered))

    def of(self, verdict: Verdict) -> tuple[Finding, ...]:
        return tuple(one for one in self.findings if one.verdict == verdict)


def screen(text: str, *, known: CaseWords = NOBODY, allowed: frozenset[str] = frozenset()) -> Screened:
    """Return what stands in ``text`` that should not. ``known``: the case's person; ``allowed``: units' contacts."""
    normal = normal_text(text)
    found = [
        *find_numbers(normal),
        *find_case_words(normal, known),
        *find_contacts(normal, allowed),
        *find_hints(normal),
    ]
    return _answer(_without_covered(found))


def screen_reference(text: str, *, known: CaseWords = NOBODY) -> Screened:
    """Return what stands in a reference to one's own system that should not: numbers of a person, nothing else."""
    return _answer(one for one in screen(text, known=known).findings if one.kind in NUMBERS)


def _without_covered(found: Iterable[Finding]) -> Iterator[Finding]:
    """What is stopped need not be asked about as well, and the same place is told once of each kind."""
    once = list(dict.fromkeys(found))
    stopped = [one for one in once if one.verdict == "block"]
    for one in once:
        if one.verdict == "block" or not any(overlaps(one, other) for other in stopped):
            yield one


def _answer(found: Iterable[Finding]) -> Screened:
    ordered = tuple(sorted(found, key=lambda one: (one.start, one.end, one.kind)))
    verdicts = {one.verdict for one in ordered}
    verdict: Verdict = "block" if "block" in verdicts else "warn" if verdicts else "ok"
    return Screened(verdict, ordered)
