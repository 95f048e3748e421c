"""*Lyft*: what cooperation groups look at, one lift with its measures, and the page of each act on it."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_http_methods

from deviations import lift_forms as forms
from deviations.actions.add_to_lift import add_to_lift
from deviations.actions.close_lift import close_lift
from deviations.actions.decide_lift_measure import decide_lift_measure
from deviations.actions.put_lift_on_agenda import put_lift_on_agenda
from deviations.actions.raise_lift import raise_lift
from deviations.actions.settle_lift_measure import settle_lift_measure
from deviations.flow_forms import FlowForm
from deviations.queries.lifts import lift_page, may_act_on, recurring, visible_lifts
from deviations.rules.lift import LIFT_ACTS, LiftFacts, lift_refusal
from discharge.views.who_asks import who_asks
from lus.refusals import NotThere, Refused
from lus.web.forms_refused import attach_refusal
from lus.web.idempotency import new_key, once
from lus.web.words import clock_with_seconds

from .lift_words import lift_row, lift_words, recurring_words
from .refused_text import marks_of

MOST = 100


@dataclass(frozen=True, slots=True)
class LiftActPage:
    """``done``: the message afterwards."""

    slug: str
    perform: Callable[..., LiftFacts]
    form: type[FlowForm]
    done: str

    @property
    def act(self) -> str:
        return self.perform.__name__

    @property
    def label(self) -> str:
        return LIFT_ACTS[self.act]


LIFT_PAGES = (
    LiftActPage("agenda", put_lift_on_agenda, forms.AgendaForm, "Satt på dagordningen."),
    LiftActPage("measure", decide_lift_measure, forms.MeasureForm, "Åtgärd beslutad."),
    LiftActPage("settle", settle_lift_measure, forms.SettleForm, "Sparat."),
    LiftActPage("add", add_to_lift, forms.AddForm, "Avvikelsen är tillagd."),
    LiftActPage("raise", raise_lift, forms.RaiseForm, "Lyft vidare."),
    LiftActPage("close", close_lift, FlowForm, "Lyftet är avslutat."),
)


@never_cache
@require_GET
def lifts_page(request: HttpRequest) -> HttpResponse:
    """Show the lifts that the viewer sees, the newest first, and what has come back and could be lifted."""
    viewer, at = who_asks(request)
    shown = {
        "rows": [lift_row(row, at) for row in visible_lifts(viewer)[:MOST]],
        "recurring": recurring_words(recurring(viewer, at=at)),
        "checked": clock_with_seconds(at),
    }
    return render(request, "deviations/lifts.html", shown)


@never_cache
@require_GET
def one_lift_page(request: HttpRequest, reference: str) -> HttpResponse:
    """Show one lift; the same 404 for one of others and for none."""
    viewer, at = who_asks(request)
    return render(request, "deviations/lift.html", {"lift": lift_words(lift_page(viewer, reference), at)})


@never_cache
@require_http_methods(["GET", "POST"])
def lift_act(request: HttpRequest, reference: str, row: LiftActPage) -> HttpResponse:
    """Show the act, or do it. 404 for a lift of others, 403 for who only reads it, 409 when it is too late."""
    actor, at = who_asks(request)
    page = lift_page(actor, reference)
    said = lift_refusal(row.act, page.facts, may_act=may_act_on(actor, page.row))
    if said is not None and request.method != "POST":
        status = 403 if said.code == "deviation-not-yours" else 409
        shown = {"refusal": said, "back_url": reverse("lift", args=[reference])}
        return render(request, "errors/409.html", shown, status=status)
    if request.method != "POST":
        return _form(request, row, row.form(page=page, at=at, initial={"idempotency_key": new_key()}))
    form = row.form(request.POST, request.FILES, page=page, at=at)
    return _do(request, row, form) if form.is_valid() else _form(request, row, form, status=422)


def _do(request: HttpRequest, row: LiftActPage, form: FlowForm) -> HttpResponse:
    actor, at = who_asks(request)
    reference = form.page.row.reference

    def perform() -> dict[str, Any]:
        row.perform(reference=reference, actor=actor, at=at, **form.arguments())
        return {"reference": reference}

    assert actor.user_id is not None
    try:
        key = form.cleaned_data["idempotency_key"]
        once(actor.user_id, key, f"{row.act} {reference}", request.POST, perform)
    except NotThere:
        raise
    except Refused as said:
        marks = marks_of(form, said)
        if said.status in (403, 409):
            return _form(request, row, form, status=said.status, said=said)
        return _form(request, row, form, status=attach_refusal(form, said), marks=marks)
    messages.success(request, row.done)
    url = reverse("lift", args=[reference])
    if request.headers.get("HX-Request"):
        return HttpResponse(status=204, headers={"HX-Redirect": url})
    return redirect(url)


def _form(
    request: HttpRequest,
    row: LiftActPage,
    form: FlowForm,
    *,
    status: int = 200,
    said: Refused | None = None,
    marks: list[tuple[str, bool]] | None = None,
) -> HttpResponse:
    in_dialog = request.headers.get("HX-Target") == "dialog-slot"
    reference = form.page.row.reference
    shown = {
        "base": "components/act_dialog.html" if in_dialog else "components/act_page.html",
        "heading": f"{row.label} · {reference}",
        "form": form,
        "button": row.label if len(row.label) < 20 else "Spara",
        "refusal": said,
        "marks": marks or [],
        "action": request.path,
        "back_url": reverse("lift", args=[reference]),
        "back_label": "Stäng, tillbaka till lyftet",
    }
    return render(request, "deviations/act.html", shown, status=status)
