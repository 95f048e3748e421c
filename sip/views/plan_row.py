"""En rad: shown, written, saved. A page of its own; with htmx the same part stands in the document.

A save over somebody else's text shows both, side by side: *Spara min* or *Behåll deras*.
"""

from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from discharge.actions.case_act import refuse
from discharge.views.person_words import person_words
from discharge.views.who_asks import who_asks
from lus.refusals import NotThere, Refused
from lus.web.forms_refused import attach_refusal
from lus.web.idempotency import new_key, once
from lus.web.words import moment
from sip.actions.save_plan_row import RowChanged, save_plan_row
from sip.queries.document_page import DocumentPage, document_page
from sip.row_form import PlanRowForm
from sip.rules.document.quality_hints import quality_hints
from sip.rules.document.row import Row, rows_in
from sip.rules.document.row_ids import row_id_of
from sip.rules.document.section import Section
from sip.rules.document.sections import SECTIONS
from sip.rules.document.stale_row import StaleRow
from sip.rules.document.who_writes import refuse_writer

from .document import back_to
from .row_words import row_url, row_words, shown
from .section_words import add_words

Words = dict[str, Any]


@dataclass(frozen=True)
class Asked:
    """One row of one document, as asked for. ``row``: None for a new one."""

    request: HttpRequest
    page: DocumentPage
    section: Section
    row_id: str
    at: datetime

    @property
    def row(self) -> Row | None:
        return self.page.document.row(self.row_id)

    @property
    def in_document(self) -> bool:
        """Whether the answer is a part that the open document takes in."""
        return self.request.headers.get("HX-Request") == "true"


@never_cache
@require_http_methods(["GET", "POST"])
def plan_row(request: HttpRequest, plan_id: UUID, section: str, row_id: UUID) -> HttpResponse:
    """Show the row's form, or save it. ``?as=read``: the row as it is saved. 404 for a plan of others."""
    viewer, at = who_asks(request)
    if section not in SECTIONS:
        raise Http404
    known = row_id_of(str(plan_id), section, str(row_id))
    asked = Asked(request, document_page(viewer, plan_id, at=at), SECTIONS[section], known, at)
    if request.method == "POST":
        return _save(asked)
    if request.GET.get("as") == "read" and asked.in_document:
        return _read(asked)
    try:
        _refuse(asked)
    except Refused as said:
        return render(
            request, "errors/409.html", {"refusal": said, "back_url": back_to(plan_id, section)}, status=409
        )
    return _form(asked, _new_form(asked))


def _refuse(asked: Asked) -> None:
    page, row = asked.page, asked.row
    refuse(page.refusal("save_plan_row"))
    assert page.writer is not None
    refuse(refuse_writer(page.writer, asked.section.key, row, row.values if row else {}))


def _new_form(asked: Asked) -> PlanRowForm:
    return PlanRowForm(key=new_key(), **_of_form(asked))


def _of_form(asked: Asked) -> Words:
    ids = f"id_{asked.row_id}_%s"  # several forms may stand open in one document
    return {"page": asked.page, "section": asked.section, "row": asked.row, "auto_id": ids}


def _save(asked: Asked) -> HttpResponse:
    viewer, at = who_asks(asked.request)
    form = PlanRowForm(asked.request.POST, **_of_form(asked))
    if not form.is_valid():
        return _form(asked, form, status=422)

    def perform() -> dict[str, Any]:
        save_plan_row(
            case_id=asked.page.plan.pk,
            actor=viewer,
            at=at,
            section=asked.section.key,
            values=form.values(),
            row_id=UUID(asked.row_id),
            row_version=form.cleaned_data["row_version"] or 0,
        )
        return {}

    assert viewer.user_id is not None
    route = f"save_plan_row {asked.page.plan.pk} {asked.row_id}"
    try:
        once(viewer.user_id, form.cleaned_data["idempotency_key"], route, asked.request.POST, perform)
    except NotThere:
        raise
    except RowChanged as said:
        return _both(asked, form, said)
    except Refused as said:
        return _form(asked, form, status=attach_refusal(form, said))
    return _saved(asked)


def _saved(asked: Asked) -> HttpResponse:
    if not asked.in_document:
        return redirect(back_to(asked.page.plan.pk, asked.section.key))
    viewer, at = who_asks(asked.request)
    return _read(replace(asked, page=document_page(viewer, asked.page.plan.pk, at=at)))


def _read(asked: Asked) -> HttpResponse:
    """The row as it is saved, to stand where its form stood; of a row that is no more, nothing."""
    page, row = asked.page, asked.row
    rows = rows_in(page.document.rows, asked.section.key)
    is_there = row is not None and not row.removed
    add = add_words(page, asked.section) if asked.section.many or not is_there else None
    words: Words = {"section": _section(asked), "add": add}
    if row is not None and is_there:
        hints = quality_hints(page.document.rows)
        words["row"] = row_words(page, asked.section, row, rows.index(row) + 1, hints, asked.at)
    return render(asked.request, "sip/_row_part.html", words)


def _section(asked: Asked) -> Words:
    section = asked.section
    return {
        "key": section.key,
        "label": section.label,
        "many": section.many,
        "one": section.one or section.label,
    }


def _form(asked: Asked, form: PlanRowForm, *, status: int = 200, both: Words | None = None) -> HttpResponse:
    row = asked.row
    words = {
        "form": form,
        "row": {"id": asked.row_id, "is_new": row is None or row.removed},
        "section": _section(asked),
        "both": both,
        "action": row_url(asked.page, asked.section, asked.row_id),
        "back_url": back_to(asked.page.plan.pk, asked.section.key),
        "add": add_words(asked.page, asked.section) if asked.section.many else None,
    }
    if asked.in_document:
        return render(asked.request, "sip/_row_form_part.html", words, status=status)
    words["person"] = person_words(asked.page, asked.at)
    return render(asked.request, "sip/row.html", words, status=status)


def _both(asked: Asked, form: PlanRowForm, said: RowChanged) -> HttpResponse:
    """Both texts side by side; the form keeps what was typed, and saves it over what is shown now."""
    stale = said.stale
    form.take_over(stale.row.row_version, new_key())
    return _form(asked, form, status=409, both=_sides(asked, stale))


def _sides(asked: Asked, stale: StaleRow) -> Words:
    page, fields = asked.page, asked.section.by_name
    unit = page.units.get(stale.row.saved_by_unit)
    mine = Row(stale.row.id, stale.row.section, stale.sent, 0, asked.at)
    sides = [
        {
            "label": side.label,
            "saved": "" if stale.row.removed else shown(page, stale.row, fields[side.name], asked.at),
            "sent": shown(page, mine, fields[side.name], asked.at) if side.sent else "",
        }
        for side in stale.sides
    ]
    who = unit.name if unit else ""
    return {
        "refusal": stale.refusal,
        "removed": stale.row.removed,
        "saved_by": f"{who} {moment(stale.row.saved_at, asked.at)}".strip(),
        "sides": sides,
    }
