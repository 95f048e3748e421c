"""Kan versionen låsas? HSL 16 kap. 4 §, LUS 4 kap. 1–2 §§: everything that is missing, at once, in the page's order."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from .lock_basis import LockBasis
from .missing import HSL, LUS, Missing
from .missing_follow_up import missing_follow_up
from .missing_measures import goals_without_measure, missing_measures, missing_of_others
from .missing_of_child import missing_handover, missing_of_child
from .row import Row, rows_in, value_in
from .section import Section
from .sections import SECTIONS, sections_of
from .sections_of_work import LPT

# Sections that must have at least one row, and what to say when they have none.
AT_LEAST_ONE: Final[dict[str, str]] = {
    "why_now": "Varför SIP nu saknas. Skriv varför.",
    "need": "Behov saknas. Skriv minst ett.",
    "goal": "Mål saknas. Skriv minst ett.",
    "participation": "Hur personen deltog saknas. Välj ett av sätten.",
    "attendance": "Deltagare saknas. Fyll i vilka som var med.",
    "decision": "Beslut saknas. Skriv beslutet och personens hållning.",
    "crisis": "Kris- och riskplan saknas. Den krävs inom psykiatri och beroende.",
    "child": "Avsnittet om barnet saknas. Fyll i det.",
}
# A samordnad vårdplan (LPT 7 a §) asks for needs, decisions, measures and units, not for goals.
NOT_WHEN_COMPULSORY: Final = frozenset({"why_now", "goal"})
# Their required fields have words and codes of their own.
JUDGED_ALONE: Final = frozenset({"intervention", "others_needed", "responsibility"})
JUDGED_FIELDS: Final = frozenset({("guardian", "consent"), ("participation", "how")})


def missing_parts(rows: tuple[Row, ...], basis: LockBasis) -> list[Missing]:
    """Return what is missing before the version can be locked: none means that it can."""
    order = {key: place for place, key in enumerate(SECTIONS)}
    return sorted(_missing(rows, basis), key=lambda one: (order[one.section], one.row_no))


def _missing(rows: tuple[Row, ...], basis: LockBasis) -> Iterator[Missing]:
    yield from _consent(basis)
    yield from _important(rows)
    yield from missing_measures(rows, basis)
    yield from goals_without_measure(rows)
    yield from missing_of_others(rows)
    yield from _responsibility(rows, basis)
    yield from _participation(rows)
    yield from missing_follow_up(rows, basis)
    if basis.is_child:
        yield from missing_of_child(rows, basis.guardians)
    if basis.is_soon_adult:
        yield from missing_handover(rows)
    shown = sections_of(
        is_child=basis.is_child,
        is_compulsory=basis.is_compulsory,
        is_short=basis.is_short,
        needs_crisis_plan=basis.needs_crisis_plan,
    )
    for section in shown:
        yield from _at_least_one(rows, section, basis)
        yield from _required_fields(rows, section)


def _responsibility(rows: tuple[Row, ...], basis: LockBasis) -> Iterator[Missing]:
    # Under ÖPT and ÖRV the chief physician answers for the plan.
    if not basis.is_compulsory and not value_in(rows, "responsibility", "overall_principal"):
        text = "Övergripande ansvar saknas. Välj region eller kommun."
        yield Missing("SIP15", "responsibility", text, "overall_principal", basis=HSL)


def _participation(rows: tuple[Row, ...]) -> Iterator[Missing]:
    taken = next(iter(rows_in(rows, "participation")), None)
    if taken is None:
        return
    if not taken.get("how"):
        yield Missing("", "participation", AT_LEAST_ONE["participation"], "how", taken.id, basis=HSL)
    elif taken.get("how") == "absent" and not taken.get("reason"):
        text = "Personen deltog inte. Skriv varför."
        yield Missing("", "participation", text, "reason", taken.id, basis=HSL)


def _at_least_one(rows: tuple[Row, ...], section: Section, basis: LockBasis) -> Iterator[Missing]:
    if section.key not in AT_LEAST_ONE or rows_in(rows, section.key):
        return
    if section.key in NOT_WHEN_COMPULSORY and basis.is_compulsory:
        return
    if section.key == "crisis" and not basis.needs_crisis_plan:
        return
    first = next((field.name for field in section.fields if field.required), "")
    yield Missing("", section.key, AT_LEAST_ONE[section.key], first, basis=section.basis)


def _required_fields(rows: tuple[Row, ...], section: Section) -> Iterator[Missing]:
    if section.key in JUDGED_ALONE:
        return
    for number, row in enumerate(rows_in(rows, section.key), start=1):
        for field in section.fields:
            if not field.required or row.get(field.name) or (section.key, field.name) in JUDGED_FIELDS:
                continue
            where = f"{section.one} {number}" if section.many else section.label
            text = f"{where}: {field.label[:1].lower()}{field.label[1:]} saknas."
            row_no = number if section.many else 0
            yield Missing("", section.key, text, field.name, row.id, row_no, section.basis)


def _consent(basis: LockBasis) -> Iterator[Missing]:
    if basis.has_consent:
        return
    if basis.is_compulsory:
        text = "Samtycke till sammanhållen dokumentation saknas. Fråga personen."
        yield Missing("", "consent_note", text, basis=LPT)
    else:
        yield Missing("", "consent_note", "Samtycke till SIP saknas. Fråga personen.", basis=LUS)


def _important(rows: tuple[Row, ...]) -> Iterator[Missing]:
    if not (value_in(rows, "important", "words") or value_in(rows, "important", "not_said")):
        text = "Vad är viktigt för dig? Skriv personens ord eller varför det saknas."
        yield Missing("SIP17", "important", text, "words", basis=HSL)
