"""*Ny SIP*: begin a joint plan for somebody who lives at home. One page; a no is kept as well."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from discharge.views.who_asks import who_asks
from lus.organisations.roles import Permission
from lus.persons.identifiers import InvalidIdentifier
from lus.persons.queries import find_person
from lus.refusals import Refused
from lus.web.forms_refused import attach_refusal
from lus.web.idempotency import new_key, once
from sip.actions.open_plan import open_plan
from sip.start_form import UNITS, StartPlanForm

NOBODY = "Personen finns inte i registret. Kontrollera numret, eller be öppenvården registrera personen."


@never_cache
@require_http_methods(["GET", "POST"])
def start_page(request: HttpRequest) -> HttpResponse:
    """Show the form, or begin the plan. 403 for an assignment that may not lead one."""
    actor, at = who_asks(request)
    actor.require(Permission.LEAD_SIP)
    given: dict[str, Any] = {"at": at, "own_unit_id": actor.unit_id}
    if request.method != "POST":
        return _page(request, StartPlanForm(initial={"idempotency_key": new_key()}, **given))
    form = StartPlanForm(request.POST, **given)
    person_id = _person(request, form)
    if not form.is_valid() or person_id is None:
        return _page(request, form, status=422)
    try:
        result = _once(request, form, person_id)
    except Refused as said:
        return _refused(request, form, said)
    messages.success(request, result["message"])
    return redirect("sip_plan", plan_id=UUID(result["plan_id"]))


def _person(request: HttpRequest, form: StartPlanForm) -> UUID | None:
    """Return who is meant, or None with an error on the form. Looked up only when all else is right."""
    if not form.is_valid():
        return None
    actor, at = who_asks(request)
    try:
        found = find_person(actor, form.cleaned_data["number"], at, permission=Permission.LEAD_SIP)
    except InvalidIdentifier as error:
        form.add_error("number", error.message)
        return None
    if found is None:
        form.add_error("number", NOBODY)
    return found.pk if found else None


def _once(request: HttpRequest, form: StartPlanForm, person_id: UUID) -> dict[str, Any]:
    actor, at = who_asks(request)
    typed = form.cleaned_data

    def perform() -> dict[str, Any]:
        plan = open_plan(
            person_id=person_id,
            actor=actor,
            at=at,
            why=typed["why"],
            units=form.units(),
            asked=form.asked(),
            origin=typed["origin"],
            replaces_open=typed["replaces_open"],
            compulsory_ended=typed["compulsory_ended"],
            requested_by=typed["requested_by"],
            requested_on=typed["requested_on"],
        )
        said = "SIP påbörjad." if form.asked().accepted else "Svaret är sparat: personen har tackat nej."
        return {"plan_id": str(plan.pk), "message": said}

    assert actor.user_id is not None
    return once(actor.user_id, typed["idempotency_key"], "open_plan", request.POST, perform)[0]


def _refused(request: HttpRequest, form: StartPlanForm, said: Refused) -> HttpResponse:
    form.asks_about_open = said.code == "sip-plan-exists" or bool(form.cleaned_data["replaces_open"])
    form.asks_about_care = said.code == "sip-replaced-by-care-plan" or bool(
        form.cleaned_data["compulsory_ended"]
    )
    said.field = UNITS[0] if said.field == "units" else said.field
    return _page(request, form, status=attach_refusal(form, said))


def _page(request: HttpRequest, form: StartPlanForm, *, status: int = 200) -> HttpResponse:
    return render(request, "sip/start.html", {"form": form}, status=status)
