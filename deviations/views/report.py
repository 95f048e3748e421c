"""*Rapportera avvikelse*: two short parts, at most three minutes; from a case's event or clock, or from nothing.

What the guard stops is in the answer to the browser that sent it and nowhere else.
"""

from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from deviations.actions.answer_candidate import CandidateTaken
from deviations.actions.personal_data import PersonalData
from deviations.actions.report_deviation import report_deviation
from deviations.forms import SYSTEMATIC, DeviationForm
from deviations.queries.receivers import receivers
from deviations.queries.started_from import StartedFrom, started_from
from deviations.queries.started_from_offer import started_from_offer
from deviations.rules.candidates.offer_states import OPEN
from discharge.rules.stages import refusal
from discharge.views.who_asks import who_asks
from lus.organisations.roles import Permission
from lus.refusals import NotThere, Refused
from lus.web.forms_refused import attach_refusal
from lus.web.idempotency import new_key, once
from lus.web.words import moment

from .marked_text import marked_text
from .suggested import read_id, taken_page


@never_cache
@require_http_methods(["GET", "POST"])
def report_page(request: HttpRequest, case_id: UUID | None = None) -> HttpResponse:
    """Show the form, the other part of it, or send. 404 for a case of others, 403 for who may not report."""
    actor, at = who_asks(request)
    actor.require(Permission.REPORT_DEVIATION)
    asked = {name: request.GET.get(name, "") for name in ("event_id", "clock", "unit_id")}
    offer = None
    if request.GET.get("candidate"):
        offer, started = started_from_offer(actor, read_id(request.GET["candidate"]), at=at)
        if case_id not in (None, offer.case_id):
            raise NotThere
        if request.method == "GET" and offer.state not in OPEN:
            return taken_page(request, CandidateTaken(offer))
    else:
        started = started_from(actor, case_id, at=at, **asked)
    said = (
        refusal("report_deviation", started.page.facts, str(actor.unit_id), at=at) if started.page else None
    )
    if said is not None:
        return render(request, "errors/409.html", {"refusal": said, "back_url": _back(started)}, status=409)
    given: dict[str, Any] = {
        "at": at,
        "started": started,
        "units": receivers(at=at),
        "own_unit_id": actor.unit_id,
    }
    if request.method != "POST":
        return _page(request, DeviationForm(initial={"idempotency_key": new_key()}, **given), 1)
    form, do = DeviationForm(request.POST, request.FILES, **given), request.POST.get("do", "")
    if do == "back":
        return _page(request, DeviationForm(initial=_typed(form), **given), 1)
    if not form.is_valid():
        return _page(request, form, form.part_of_error(), status=422)
    if do == "next":
        return _page(request, form, 2)
    return _send(request, form, case_id, offer.pk if offer else None)


def _typed(form: DeviationForm) -> dict[str, Any]:
    """What was typed so far, wrong or right: the way back asks nothing."""
    return {name: form[name].value() for name in form.fields}


def _send(
    request: HttpRequest, form: DeviationForm, case_id: UUID | None, candidate_id: UUID | None
) -> HttpResponse:
    actor, at = who_asks(request)
    typed = form.cleaned_data

    def perform() -> dict[str, Any]:
        row = report_deviation(
            actor=actor,
            at=at,
            report=form.report(),
            addressed_unit_id=UUID(typed["addressed_unit_id"]),
            case_id=None if typed.get("kind") == SYSTEMATIC else case_id,
            not_personal=typed["not_personal"],
            candidate_id=candidate_id,
        )
        return {"number": row.number}

    assert actor.user_id is not None
    try:
        result, _ = once(
            actor.user_id,
            typed["idempotency_key"],
            f"report_deviation {case_id or ''}",
            request.POST,
            perform,
        )
    except NotThere:
        raise
    except CandidateTaken as said:
        return taken_page(request, said)
    except Refused as said:
        return _refused(request, form, said)
    return redirect(reverse("deviation", args=[result["number"]]) + "?sent=1")


def _refused(request: HttpRequest, form: DeviationForm, said: Refused) -> HttpResponse:
    marks: list[tuple[str, bool]] = []
    if isinstance(said, PersonalData):
        form.ask(said.kinds)
        marks = marked_text(form.cleaned_data[said.field], said.screened.findings)
    status = attach_refusal(form, said)
    return _page(request, form, form.part_of_error(), status=status, marks=marks)


def _page(
    request: HttpRequest,
    form: DeviationForm,
    part: int,
    *,
    status: int = 200,
    marks: list[tuple[str, bool]] | None = None,
) -> HttpResponse:
    _, at = who_asks(request)
    shown = {
        "form": form,
        "part": part,
        "started": _started_words(form.started, at),
        "marks": marks or [],
        "back_url": reverse("suggested_deviations") if request.GET.get("candidate") else _back(form.started),
    }
    return render(request, "deviations/report.html", shown, status=status)


def _back(started: StartedFrom) -> str:
    return reverse("case", args=[started.page.case.pk]) if started.page else reverse("deviations")


def _started_words(started: StartedFrom, at: Any) -> dict[str, str] | None:
    if started.page is None:
        return None
    return {
        "what": started.what,
        "when": moment(started.when, at) if started.when else "",
        "who": started.who,
        "code": started.page.case.reference,
    }
