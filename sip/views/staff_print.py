"""Personalens utskrift: every section of the plan as it was locked, and each unit's answer to it."""

from lus.swedish_time import local_date
from sip.rules.document.confirm import must_confirm
from sip.rules.document.facts import DocumentFacts, Version
from sip.rules.document.field import Field
from sip.rules.document.progress import with_progress
from sip.rules.document.row import Row, rows_in
from sip.rules.document.section import Section
from sip.rules.document.sections import ORDER

from .print_about import PrintAbout
from .print_words import Words, card, part, sheet, standing, version_line, who_is_it, whole_day

TITLES = {
    "SIP": "Samordnad individuell plan (SIP)",
    "SPU": "Samordnad plan vid utskrivning",
    "SPLPTLRV": "Samordnad vårdplan (ÖPT/ÖRV)",
}
ANSWERS = {"confirmed": "Justerad", "confirmed_with_note": "Justerad med kommentar", "objected": "Invändning"}
SIZE = 11
SHIELDED = "Skyddad"
# What leads to where somebody lives.
SHIELDED_FIELDS = frozenset({"contact", "contact_ways", "phone"})


def staff_print(facts: DocumentFacts, version: Version, paper: PrintAbout) -> Words:
    """Return what ``sip_plan.typ`` sets for staff: all sections that hold something, in the page's order."""
    rows = with_progress(facts, version)
    parts = [_section(section, rows, paper) for section in ORDER]
    parts.append(_answers(facts, version, paper))
    words = sheet(
        TITLES[paper.plan_type],
        [*who_is_it(paper), _gaps(facts, version, paper)],
        [one for one in parts if one["cards"]],
        mark=standing(facts, version),
        paper=paper,
        foot=version_line(facts, version, paper),
    )
    return {**words, "size": SIZE, "head_lang": "sv"}


def _section(section: Section, rows: tuple[Row, ...], paper: PrintAbout) -> Words:
    found = [row for row in rows_in(rows, section.key) if _may_stand(row, rows)]
    numbered = section.many and len(found) > 1
    cards = [
        card(
            f"{section.one} {number}" if numbered else "",
            *((_label(section, field), _shown(row, field, rows, paper)) for field in section.fields),
        )
        for number, row in enumerate(found, start=1)
    ]
    return part(section.label, [one for one in cards if one["facts"]])


def _label(section: Section, field: Field) -> str:
    """The field's label, "" when the heading says the same."""
    return "" if field.label == section.label else field.label


def _shown(row: Row, field: Field, rows: tuple[Row, ...], paper: PrintAbout) -> str:
    text = row.get(field.name)
    if not text:
        return ""
    if field.name in SHIELDED_FIELDS and (paper.is_protected or row.get("protected") == "yes"):
        return SHIELDED
    if field.kind == "choice":
        return field.choices.get(text, text)
    if field.kind == "date":
        return whole_day(text)
    if field.kind == "unit":
        return paper.unit(text)
    if field.kind == "goal":
        return next((goal.get("words") for goal in rows_in(rows, "goal") if goal.id == text), "")
    return text


def _may_stand(row: Row, rows: tuple[Row, ...]) -> bool:
    """A protected guardian's number is not in the list of contacts that goes round on paper."""
    protected = {
        f"guardian{one.get('number')}" for one in rows_in(rows, "guardian") if one.get("protected") == "yes"
    }
    return row.section != "contact" or row.get("kind") not in protected


def _answers(facts: DocumentFacts, version: Version, paper: PrintAbout) -> Words:
    return part("Justering", [_answer(facts, unit_id, paper) for unit_id in must_confirm(version.rows)])


def _answer(facts: DocumentFacts, unit_id: str, paper: PrintAbout) -> Words:
    answer = facts.answer_of(unit_id)
    if answer is None:
        return card(paper.unit(unit_id), ("Svar", "Inte svarat"))
    said = f"{ANSWERS[answer.kind]} {whole_day(local_date(answer.at))}, version {answer.no}"
    return card(paper.unit(unit_id), ("Svar", said), ("Kommentar", answer.note))


def _gaps(facts: DocumentFacts, version: Version, paper: PrintAbout) -> str:
    if facts.established_no != version.no or not facts.gaps:
        return ""
    names = ", ".join(paper.unit(unit_id) for unit_id in facts.gaps)
    return f"Upprättad utan svar från: {names}. Skäl: {facts.gaps_reason}"
