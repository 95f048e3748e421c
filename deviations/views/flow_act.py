"""One page for every act on a deviation, alone or as a dialog: few fields, done once, nothing typed is lost."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from deviations.flow_forms import FlowForm
from deviations.queries.deviation_page import DeviationPage, deviation_page
from deviations.rules.flow import flow_refusal
from discharge.views.who_asks import who_asks
from lus.refusals import NotThere, Refused
from lus.web.forms_refused import attach_refusal
from lus.web.idempotency import new_key, once

from .flow_acts import FlowPage
from .refused_text import marks_of


@never_cache
@require_http_methods(["GET", "POST"])
def flow_act(request: HttpRequest, number: str, row: FlowPage) -> HttpResponse:
    """Show the act, or do it. 404 for a deviation of others, 403 for who only reads it, 409 when it is too late."""
    actor, at = who_asks(request)
    page = deviation_page(actor, number, at=at)
    if request.method == "POST":
        return _do(request, page, row)
    said = flow_refusal(row.act, page.facts, page.standings, at)
    if said is not None:
        status = 403 if said.code == "deviation-not-yours" else 409
        shown = {"refusal": said, "back_url": reverse("deviation", args=[number])}
        return render(request, "errors/409.html", shown, status=status)
    return _page(request, page, row, row.form(page=page, at=at, initial={"idempotency_key": new_key()}))


def _do(request: HttpRequest, page: DeviationPage, row: FlowPage) -> HttpResponse:
    actor, at = who_asks(request)
    form = row.form(request.POST, request.FILES, page=page, at=at)
    if not form.is_valid():
        return _page(request, page, row, form, status=422)
    number = page.row.number

    def perform() -> dict[str, Any]:
        row.perform(number=number, actor=actor, at=at, **form.arguments())
        return {"number": number}

    assert actor.user_id is not None
    try:
        once(
            actor.user_id, form.cleaned_data["idempotency_key"], f"{row.act} {number}", request.POST, perform
        )
    except NotThere:
        raise
    except Refused as said:
        return _refused(request, page, row, form, said)
    messages.success(request, row.done)
    url = reverse("deviation", args=[number])
    if request.headers.get("HX-Request"):
        return HttpResponse(status=204, headers={"HX-Redirect": url})
    return redirect(url)


def _refused(
    request: HttpRequest, page: DeviationPage, row: FlowPage, form: FlowForm, said: Refused
) -> HttpResponse:
    marks = marks_of(form, said)
    if said.status in (403, 409):
        return _page(request, page, row, form, status=said.status, said=said)
    return _page(request, page, row, form, status=attach_refusal(form, said), marks=marks)


def _page(
    request: HttpRequest,
    page: DeviationPage,
    row: FlowPage,
    form: FlowForm,
    *,
    status: int = 200,
    said: Refused | None = None,
    marks: list[tuple[str, bool]] | None = None,
) -> HttpResponse:
    in_dialog = request.headers.get("HX-Target") == "dialog-slot"
    shown = {
        "base": "components/act_dialog.html" if in_dialog else "components/act_page.html",
        "heading": f"{row.title} · {page.row.number}",
        "form": form,
        "button": row.button,
        "refusal": said,
        "marks": marks or [],
        "action": request.path,
        "back_url": reverse("deviation", args=[page.row.number]),
        "back_label": "Stäng, tillbaka till avvikelsen",
    }
    return render(request, "deviations/act.html", shown, status=status)
