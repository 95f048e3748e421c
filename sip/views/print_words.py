"""Ord på papper: whole dates, and the pieces that ``templates/pdf/sip_plan.typ`` sets."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from lus.swedish_time import local_date
from sip.rules.document.facts import DocumentFacts, Version
from sip.rules.document.hide_contact import hide_everywhere

from .print_about import PrintAbout

Words = dict[str, Any]
MONTHS = (
    "januari",
    "februari",
    "mars",
    "april",
    "maj",
    "juni",
    "juli",
    "augusti",
    "september",
    "oktober",
    "november",
    "december",
)
DRAFT_MARK = "UTKAST"
REPLACED_MARK = "ERSATT"


def whole_day(value: date | str) -> str:
    """``5 mars 2026``: paper does not know what year it is read."""
    day = date.fromisoformat(value) if isinstance(value, str) else value
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def card(title: str, *facts: tuple[str, str]) -> Words:
    """Return a piece with a heading and lines of ``(label, text)``; lines without text are left out."""
    return {"title": title, "facts": [{"label": label, "text": text} for label, text in facts if text]}


def part(heading: str, cards: Iterable[Words], *, lead: Iterable[str] = (), quote: str = "") -> Words:
    """Return one section. ``lead``: sentences before the cards; ``quote``: the person's own words, set apart."""
    return {
        "heading": heading,
        "lead": [line for line in lead if line],
        "quote": [line for line in quote.splitlines() if line.strip()],
        "cards": list(cards),
    }


def sheet(
    heading: str, about: Iterable[str], parts: Iterable[Words], *, mark: str, paper: PrintAbout, foot: str
) -> Words:
    """Return all that the template sets. Of a protected person no number or address is left in any sentence."""
    words = {
        "heading": heading,
        "about": [line for line in about if line],
        "parts": list(parts),
        "foot": foot,
        "protected": paper.is_protected,
        "mark": mark,
    }
    return hide_everywhere(words, paper.hidden) if paper.is_protected else words


def version_line(facts: DocumentFacts, version: Version, paper: PrintAbout) -> str:
    """``Version 2 · låst 5 mars 2026 · ersätter version 1 · utskrift 6 mars 2026``."""
    earlier = max((no for no in facts.established if no < version.no), default=0)
    replaces = f" · ersätter version {earlier}" if earlier else ""
    locked, made = whole_day(local_date(version.locked_at)), whole_day(local_date(paper.made_at))
    return f"Version {version.no} · låst {locked}{replaces} · utskrift {made}"


def standing(facts: DocumentFacts, version: Version) -> str:
    """Return the mark over a paper that is no plan yet or any more, "" for the version in force."""
    if facts.established_no == version.no:
        return ""
    return REPLACED_MARK if version.no in facts.established else DRAFT_MARK


def who_is_it(paper: PrintAbout) -> list[str]:
    """Return the lines that say whose plan it is. A protected person's name is written by hand."""
    if paper.is_protected:
        return [f"Plan {paper.reference}"]
    return [paper.name, paper.identifier]
