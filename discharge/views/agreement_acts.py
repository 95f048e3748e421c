"""The two steps of an activation as pages: propose a day, and approve it for the other principal."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.cache import never_cache

from discharge.actions.activate_agreement import activate_agreement, require_proposal
from discharge.actions.propose_activation import propose_activation, refuse_incomplete
from discharge.forms.agreement_activation import AgreementForm, ApproveActivationForm, ProposeActivationForm
from discharge.queries.agreement_list import ShownAgreement, agreement
from lus.refusals import NotThere, Refused
from lus.web.forms_refused import attach_refusal
from lus.web.idempotency import new_key, once

from .agreement_words import agreement_words
from .who_asks import who_asks


@dataclass(frozen=True, slots=True)
class AgreementAct:
    """One row per step. ``act``: its name and its address's; ``refuse``: says on beforehand that it cannot be done."""

    act: str
    slug: str
    perform: Callable[..., Any]
    form: type[AgreementForm]
    refuse: Callable[[ShownAgreement], Any]
    title: str
    button: str
    told: str
    done: str


AGREEMENT_ACTS = (
    AgreementAct(
        act="propose_activation",
        slug="propose",
        perform=propose_activation,
        form=ProposeActivationForm,
        refuse=lambda shown: refuse_incomplete(shown.record),
        title="Föreslå aktivering",
        button="Föreslå",
        told="Inget betalas förrän en person från den andra huvudmannen har godkänt.",
        done="Föreslaget. En person från den andra huvudmannen godkänner.",
    ),
    AgreementAct(
        act="activate_agreement",
        slug="activate",
        perform=activate_agreement,
        form=ApproveActivationForm,
        refuse=lambda shown: require_proposal(shown.row),
        title="Godkänn aktivering",
        button="Godkänn",
        told="En ny version gäller genast: dagar från och med den föreslagna dagen kan betalas.",
        done="Godkänt. Överenskommelsen är aktiverad i en ny version.",
    ),
)


@never_cache
def agreement_act(request: HttpRequest, key: str, row: AgreementAct) -> HttpResponse:
    """Show the step, or do it. 404 for an unknown key, 403 for an assignment that may not see money."""
    viewer, _ = who_asks(request)
    shown = agreement(viewer, key)
    if request.method == "POST":
        return _do(request, shown, row)
    try:
        row.refuse(shown)
    except Refused as said:
        context = {"refusal": said, "back_url": reverse("agreements")}
        return render(request, "errors/409.html", context, status=409)
    first = {"idempotency_key": new_key()}
    if shown.proposal is not None:
        first["payment_active_from"] = shown.proposal.payment_active_from.isoformat()
    return _page(request, shown, row, row.form(initial=first))


def _do(request: HttpRequest, shown: ShownAgreement, row: AgreementAct) -> HttpResponse:
    form = row.form(request.POST)
    if not form.is_valid():
        return _page(request, shown, row, form, status=422)
    try:
        result = _once(request, shown, row, form)
    except NotThere:
        raise
    except Refused as said:
        if said.status == 422:
            return _page(request, shown, row, form, status=attach_refusal(form, said))
        return _page(request, shown, row, form, status=said.status, said=said)
    messages.success(request, result["message"])
    return redirect("agreements")


def _once(
    request: HttpRequest, shown: ShownAgreement, row: AgreementAct, form: AgreementForm
) -> dict[str, Any]:
    actor, at = who_asks(request)
    assert actor.user_id is not None

    def perform() -> dict[str, Any]:
        row.perform(key=shown.row.key, actor=actor, at=at, **form.arguments())
        return {"message": row.done}

    key = form.cleaned_data["idempotency_key"]
    return once(actor.user_id, key, f"{row.act} {shown.row.key}", request.POST, perform)[0]


def _page(
    request: HttpRequest,
    shown: ShownAgreement,
    row: AgreementAct,
    form: AgreementForm,
    *,
    status: int = 200,
    said: Refused | None = None,
) -> HttpResponse:
    viewer, _ = who_asks(request)
    context = {
        "heading": row.title,
        "row": row,
        "agreement": agreement_words(shown, viewer),
        "form": form,
        "refusal": said,
        "back_url": reverse("agreements"),
        "back_label": "Stäng, tillbaka till överenskommelserna",
    }
    return render(request, "discharge/agreement_act.html", context, status=status)
