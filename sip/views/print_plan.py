"""*Skriv ut*: the person's plan on paper, or the staff's with all sections. Each paper is noted."""

from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from discharge.queries.shown_person import is_child
from discharge.views.person_words import number_words, person_words
from discharge.views.who_asks import who_asks
from lus.refusals import NotThere, Refused
from lus.swedish_time import local_date
from lus.web.forms_refused import attach_refusal
from sip.actions.print_note import note_print
from sip.print_form import PrintForm
from sip.queries.document_page import DocumentPage, document_page
from sip.rules.document.when import is_compulsory

from .person_headings import LANGUAGE_NAMES
from .plan_pdf import FILE_NAME, person_pdf, staff_pdf
from .print_about import PrintAbout


@never_cache
@require_http_methods(["GET", "POST"])
def print_plan(request: HttpRequest, plan_id: UUID) -> HttpResponse:
    """Show what can be chosen, or answer the PDF. 404 for a plan of others."""
    viewer, at = who_asks(request)
    page = document_page(viewer, plan_id, at=at, action="sip_print")
    person = page.plan.person
    asked: dict[str, Any] = {
        "languages": LANGUAGE_NAMES,
        "is_protected": person.is_protected,
        "is_child": is_child(person.birth_date, local_date(at)),
    }
    if request.method != "POST":
        return _page(request, page, PrintForm(**asked))
    form = PrintForm(request.POST, **asked)
    if not form.is_valid():
        return _page(request, page, form, status=422)
    typed = form.cleaned_data
    try:
        facts, version = note_print(
            plan_id, actor=viewer, at=at, paper=typed["paper"], reason=typed.get("reason", "")
        )
    except NotThere:
        raise
    except Refused as said:
        return _page(request, page, form, status=attach_refusal(form, said))
    paper = paper_of(page, typed)
    if typed["paper"] == "staff":
        content = staff_pdf(facts, version, paper)
    else:
        content = person_pdf(facts, version, paper, size=typed["size"])
    headers = {"Content-Disposition": f'attachment; filename="{FILE_NAME}"'}
    return HttpResponse(content, content_type="application/pdf", headers=headers)


def paper_of(page: DocumentPage, typed: dict[str, Any]) -> PrintAbout:
    """Return whose plan it is and what may be said of them. ``typed``: as ``PrintForm`` asks."""
    plan, person = page.plan, page.plan.person
    number = number_words(person.identifier_kind, person.identifier)
    return PrintAbout(
        reference=plan.reference,
        name=f"{person.given_name} {person.family_name}",
        made_at=page.at,
        identifier=number if typed.get("identifier") else "",
        is_protected=person.is_protected,
        units={unit_id: unit.name for unit_id, unit in page.units.items()},
        phones={unit_id: unit.phone for unit_id, unit in page.units.items() if unit.phone},
        hidden=tuple(
            filter(None, (number, person.identifier, person.street, person.postal_code, person.town))
        ),
        language=typed["language"],
        for_guardian=typed.get("for_guardian", ""),
        plan_type="SPLPTLRV" if is_compulsory(page.process) else "SIP",
    )


def _page(request: HttpRequest, page: DocumentPage, form: PrintForm, *, status: int = 200) -> HttpResponse:
    shown = {
        "form": form,
        "refusal": page.refusal("print_plan"),
        "person": person_words(page, page.at),
        "back_url": reverse("sip_document", args=[page.plan.pk]),
    }
    return render(request, "sip/print.html", shown, status=status)
