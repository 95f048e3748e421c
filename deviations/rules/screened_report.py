"""Vakten på hela rapporten: every free text of a report, each with the guard that fits it."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from typing import Final

from .find_case_words import CaseWords
from .finding import KINDS
from .report import Report
from .text_guard import Screened, screen, screen_reference

SCREENED: Final = ("description", "code_words", "immediate_action", "suggestion", "routine_words")
REFERENCE: Final = "own_ref"


@dataclass(frozen=True, slots=True)
class ScreenedReport:
    """``by_field``: only fields in which something was found, in the order of the form."""

    by_field: dict[str, Screened]

    def first(self, verdict: str) -> tuple[str, Screened] | None:
        """Return the first field with that verdict."""
        return next(((name, one) for name, one in self.by_field.items() if one.verdict == verdict), None)

    @property
    def asked_kinds(self) -> tuple[str, ...]:
        """Return the kinds that the reporter must answer for, each once."""
        kinds = [found.kind for one in self.by_field.values() for found in one.of("warn")]
        return tuple(dict.fromkeys(kinds))

    def unanswered(self, not_personal: Collection[str]) -> tuple[str, ...]:
        """Return the kinds that nobody has yet said are no personal data."""
        return tuple(kind for kind in self.asked_kinds if kind not in not_personal)


def screen_report(report: Report, *, known: CaseWords, allowed: frozenset[str]) -> ScreenedReport:
    """Return what stands in the report's texts that should not. ``known``, ``allowed``: as ``screen`` takes them."""
    answers = {name: screen(getattr(report, name), known=known, allowed=allowed) for name in SCREENED}
    answers[REFERENCE] = screen_reference(report.own_ref, known=known)
    return ScreenedReport({name: one for name, one in answers.items() if one.findings})


def stopped_words(screened: Screened) -> tuple[str, str]:
    """Return what is so and what to do, with places counted from 1: never the text itself."""
    found = screened.of("block")
    what = " och ".join(dict.fromkeys(one.words for one in found))
    places = ", ".join(f"tecken {one.start + 1}–{one.end}" for one in found)
    return f"Texten innehåller {what}: {places}.", "Ta bort det. Skriv t.ex. patienten."


def asked_words(kinds: Collection[str]) -> tuple[str, str]:
    """Return the question about what only looks like personal data."""
    what = " och ".join(KINDS[kind][1] for kind in kinds)
    return f"Texten kan innehålla {what}.", "Ändra texten, eller intyga att det inte är en personuppgift."
