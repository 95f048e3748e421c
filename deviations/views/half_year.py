"""*Halvårsrapporter*: the list, one report as page or file, and to freeze it."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_http_methods

from deviations.actions.freeze_half_year_report import freeze_half_year_report
from deviations.actions.personal_data import PersonalData
from deviations.half_year_forms import FreezeForm
from deviations.queries.half_year_reports import half_year_report, listed_reports
from deviations.rules.half_year.period import read_half_year
from discharge.views.who_asks import who_asks
from lus.organisations.roles import Permission
from lus.refusals import NotThere, Refused
from lus.web.download import download
from lus.web.forms_refused import attach_refusal
from lus.web.idempotency import new_key, once
from lus.web.words import clock_with_seconds

from .half_year_files import half_year_csv, half_year_pdf, half_year_xlsx
from .half_year_words import listed_words, report_words
from .marked_text import marked_text

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
FILES = {
    "pdf": ("application/pdf", half_year_pdf),
    "xlsx": (XLSX, half_year_xlsx),
    "csv": ("text/csv", half_year_csv),
}


@never_cache
@require_GET
def reports_page(request: HttpRequest) -> HttpResponse:
    """List the half-years. 403 for an assignment that reads no reports."""
    viewer, at = who_asks(request)
    shown = {
        "reports": [listed_words(one) for one in listed_reports(viewer, at=at)],
        "sees_register": viewer.may(Permission.SEE_DEVIATIONS),
        "checked": clock_with_seconds(at),
    }
    return render(request, "deviations/half_year_reports.html", shown)


@never_cache
@require_GET
def report_of_half_year_page(request: HttpRequest, half_year: str) -> HttpResponse:
    """Show one report: frozen, or to the analyst as it stands now."""
    viewer, at = who_asks(request)
    found = half_year_report(viewer, half_year, at=at)
    shown = {"report": report_words(found), "may_freeze": found.may_freeze}
    return render(request, "deviations/half_year_report.html", shown)


@never_cache
@require_GET
def half_year_file(request: HttpRequest, half_year: str, kind: str) -> HttpResponse:
    """Give the report as a file, cell for cell what the page shows. ``kind``: a key of ``FILES``."""
    viewer, at = who_asks(request)
    found = half_year_report(viewer, half_year, at=at)
    if kind not in FILES:
        raise NotThere
    media, made = FILES[kind]
    return download(f"avvikelser-{found.listed.half_year}.{kind}", media, made(found))


@never_cache
@require_http_methods(["GET", "POST"])
def freeze_page(request: HttpRequest, half_year: str) -> HttpResponse:
    """Show the form, or freeze. 409 for a half-year that is not over, or is frozen."""
    actor, at = who_asks(request)
    actor.require(Permission.ANALYSE_DEVIATIONS)
    found = half_year_report(actor, half_year, at=at)
    name = str(found.listed.half_year)
    if request.method != "POST":
        if not found.may_freeze:
            return redirect("half_year_report", half_year=name)
        return _form(request, name, FreezeForm(at=at, initial={"idempotency_key": new_key()}))
    form = FreezeForm(request.POST, at=at)
    if not form.is_valid():
        return _form(request, name, form, status=422)

    def perform() -> dict[str, Any]:
        row = freeze_half_year_report(actor=actor, at=at, half_year=name, **form.arguments())
        return {"half_year": row.half_year}

    assert actor.user_id is not None
    key = form.cleaned_data["idempotency_key"]
    try:
        once(actor.user_id, key, f"freeze_half_year_report {name}", request.POST, perform)
    except NotThere:
        raise
    except Refused as said:
        return _refused(request, name, form, said)
    messages.success(request, "Rapporten är fryst.")
    return redirect("half_year_report", half_year=name)


def _refused(request: HttpRequest, name: str, form: FreezeForm, said: Refused) -> HttpResponse:
    marks: list[tuple[str, bool]] = []
    if isinstance(said, PersonalData):
        form.ask(said.kinds)
        marks = marked_text(form.cleaned_data[said.field], said.screened.findings)
    if said.status in (403, 409):
        return _form(request, name, form, status=said.status, said=said)
    return _form(request, name, form, status=attach_refusal(form, said), marks=marks)


def _form(
    request: HttpRequest,
    name: str,
    form: FreezeForm,
    *,
    status: int = 200,
    said: Refused | None = None,
    marks: list[tuple[str, bool]] | None = None,
) -> HttpResponse:
    shown = {
        "base": "components/act_page.html",
        "heading": f"Frys {read_half_year(name).words}",
        "form": form,
        "refusal": said,
        "marks": marks or [],
        "back_url": reverse("half_year_report", args=[name]),
        "back_label": "Stäng, tillbaka till rapporten",
    }
    return render(request, "deviations/freeze_report.html", shown, status=status)
