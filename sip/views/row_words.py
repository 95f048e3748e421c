"""En rad i planen i ord: what each field says, who saved it last, and advice on the language."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any
from uuid import UUID, uuid4

from django.urls import reverse

from lus.swedish_time import local_date
from lus.web.words import day, moment
from sip.queries.document_page import DocumentPage
from sip.row_form import goal_words
from sip.rules.document.field import Field
from sip.rules.document.quality_hints import Hint
from sip.rules.document.row import Row, rows_in
from sip.rules.document.row_ids import row_id_of
from sip.rules.document.section import Section
from sip.rules.document.who_writes import refuse_writer

Words = dict[str, Any]


def row_words(
    page: DocumentPage, section: Section, row: Row, number: int, hints: Sequence[Hint], at: datetime
) -> Words:
    """Return what ``sip/_row.html`` shows; ``number``: its place in the section, from 1."""
    facts = [
        {"label": field.label, "text": shown(page, row, field, at)}
        for field in section.fields
        if row.get(field.name)
    ]
    if len(facts) == 1 and facts[0]["label"] == section.label:
        facts[0]["label"] = ""  # the heading says it
    unit = page.units.get(row.saved_by_unit)
    return {
        "id": row.id,
        "title": f"{section.one} {number}" if section.many else "",
        "facts": facts,
        "saved": f"Sparad {moment(row.saved_at, at)}{f' av {unit.name}' if unit else ''}",
        "hints": list(dict.fromkeys(hint.text for hint in hints if hint.row_id == row.id)),
        "edit_url": row_url(page, section, row.id) if may_write(page, section, row) else "",
        "remove_url": _remove_url(page, row) if section.many and may_write(page, section, row) else "",
    }


def shown(page: DocumentPage, row: Row, field: Field, at: datetime) -> str:
    """Return the field's value as people read it."""
    text = row.get(field.name)
    if field.kind == "choice":
        return field.choices.get(text, text)
    if field.kind == "unit":
        return page.units[text].name if text in page.units else "En enhet som inte är med"
    if field.kind == "goal":
        goals = rows_in(page.document.rows, "goal")
        return next((goal_words(no, goal) for no, goal in enumerate(goals, start=1) if goal.id == text), "")
    return day(_date(text), local_date(at)) if field.kind == "date" and text else text


def may_write(page: DocumentPage, section: Section, row: Row | None) -> bool:
    """Whether the viewer's unit may save the row now."""
    if page.refusal("save_plan_row") is not None:
        return False
    assert page.writer is not None
    return refuse_writer(page.writer, section.key, row, row.values if row else {}) is None


def row_url(page: DocumentPage, section: Section, row_id: str = "") -> str:
    """Return the address of the row's form; of a new row when no id is given."""
    known = row_id_of(str(page.plan.pk), section.key, row_id) or str(uuid4())
    return reverse("save_plan_row", args=[page.plan.pk, section.key, UUID(known)])


def _remove_url(page: DocumentPage, row: Row) -> str:
    address = reverse("remove_plan_row", args=[page.plan.pk])
    return f"{address}?row_id={row.id}&row_version={row.row_version}"


def _date(text: str) -> Any:
    return datetime.fromisoformat(text).date()
