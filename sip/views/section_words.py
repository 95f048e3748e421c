"""Ett avsnitt i planen i ord: its rows, and how one more is added."""

from datetime import datetime
from typing import Any

from sip.queries.document_page import DocumentPage, lock_basis_of
from sip.rules.document.quality_hints import quality_hints
from sip.rules.document.row import rows_in
from sip.rules.document.section import Section
from sip.rules.document.sections import sections_of

from .row_words import may_write, row_url, row_words

Words = dict[str, Any]
FIRST = "important"


def document_sections(page: DocumentPage, at: datetime, *, is_short: bool) -> list[Words]:
    """Return the sections of the plan, what matters to the person first; a short plan hides what is optional."""
    basis = lock_basis_of(page.plan, page.process, at, has_consent=True)
    found = sections_of(
        is_child=basis.is_child,
        is_compulsory=basis.is_compulsory,
        is_short=is_short,
        needs_crisis_plan=basis.needs_crisis_plan,
    )
    ordered = sorted(found, key=lambda section: section.key != FIRST)
    return [section_words(page, section, at) for section in ordered]


def section_words(page: DocumentPage, section: Section, at: datetime) -> Words:
    """Return ``{key, label, basis, rows, add}``; ``add``: None when the unit writes nothing new here."""
    rows, hints = rows_in(page.document.rows, section.key), quality_hints(page.document.rows)
    return {
        "key": section.key,
        "label": section.label,
        "basis": section.basis,
        "rows": [row_words(page, section, row, no, hints, at) for no, row in enumerate(rows, start=1)],
        "add": add_words(page, section) if section.many or not rows else None,
    }


def add_words(page: DocumentPage, section: Section) -> Words | None:
    """Return ``{url, label, of}`` for one more row, or None. Each time another id: two new rows are two."""
    if not may_write(page, section, None):
        return None
    label = "Lägg till" if section.many else "Skriv"
    return {"url": row_url(page, section), "label": label, "of": section.one or section.label}
