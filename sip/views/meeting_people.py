"""*Personen och närstående*: those who are called and have no account. Staff note their answers, or print a code."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_http_methods

from discharge.queries.participant_name import participant_name
from discharge.rules.facts_of_meeting import Participant
from discharge.rules.sip_choices import PERSON_ANSWERS
from discharge.views.person_words import person_words
from discharge.views.who_asks import who_asks
from lus.refusals import NotThere, Refused
from lus.web.words import moment
from sip.actions.answer_for_participant import answer_for_participant
from sip.actions.give_sip_code import give_sip_code
from sip.people_forms import GiveCodeForm, StaffAnswerForm
from sip.queries.plan_page import PlanPage, plan_page
from sip.queries.visible import readable_plans

from .code_slip import slip_words


@never_cache
@require_GET
def people_page(request: HttpRequest, plan_id: UUID) -> HttpResponse:
    """Show who is called without an account, and what each has said."""
    return _page(request, plan_id)


@never_cache
@require_GET
def people_of_case(request: HttpRequest, case_id: UUID) -> HttpResponse:
    """Lead from a case to the people of its plan; the same 404 for a case of others and for no plan."""
    viewer, _ = who_asks(request)
    plan_id = readable_plans(viewer).filter(case_id=case_id).values_list("pk", flat=True).first()
    if plan_id is None:
        raise NotThere
    return redirect("meeting_people", plan_id=plan_id)


@never_cache
@require_http_methods(["GET", "POST"])
def answer_page(request: HttpRequest, plan_id: UUID) -> HttpResponse:
    """Keep one answer."""
    if request.method != "POST":
        return _page(request, plan_id)
    actor, at = who_asks(request)
    plan_page(actor, plan_id, at=at, action="answer_for_participant")
    form = StaffAnswerForm(request.POST)
    if not form.is_valid():
        return _page(request, plan_id, said=_said(form), status=422)
    try:
        answer_for_participant(plan_id=plan_id, actor=actor, at=at, **form.cleaned_data)
    except Refused as refusal:
        return _refused(request, plan_id, refusal)
    messages.success(request, "Svaret är sparat.")
    return redirect("meeting_people", plan_id=plan_id)


@never_cache
@require_http_methods(["GET", "POST"])
def code_page(request: HttpRequest, plan_id: UUID) -> HttpResponse:
    """Make a code and show its paper: the answer to the press is the only place where it stands."""
    if request.method != "POST":
        return _page(request, plan_id)
    actor, at = who_asks(request)
    page = plan_page(actor, plan_id, at=at, action="give_sip_code")
    form = GiveCodeForm(request.POST)
    if not form.is_valid():
        return _page(request, plan_id, said=_said(form), status=422)
    try:
        given = give_sip_code(plan_id=plan_id, actor=actor, at=at, **form.cleaned_data)
    except Refused as refusal:
        return _refused(request, plan_id, refusal)
    back = reverse("meeting_people", args=[plan_id])
    shown = slip_words(given, page.facts.sip.meeting, actor.unit_name)
    return render(request, "sip/code_slip.html", {**shown, "back_url": back})


def _refused(request: HttpRequest, plan_id: UUID, refusal: Refused) -> HttpResponse:
    if isinstance(refusal, NotThere):
        raise refusal
    said = {"title": refusal.title, "text": f"{refusal.detail} {refusal.advice}"}
    return _page(request, plan_id, said=said, status=refusal.status)


def _said(form: Any) -> dict[str, str]:
    words = " ".join(text for errors in form.errors.values() for text in errors)
    return {"title": "Svaret är inte sparat", "text": words}


def _page(
    request: HttpRequest, plan_id: UUID, *, said: dict[str, str] | None = None, status: int = 200
) -> HttpResponse:
    viewer, at = who_asks(request)
    page = plan_page(viewer, plan_id, at=at, action="meeting_people")
    meeting = page.facts.sip.meeting
    people = [one for one in meeting.called if one.kind != "unit"] if meeting else []
    is_open = meeting is not None and meeting.starts_at is not None and meeting.starts_at > at
    shown = {
        "person": person_words(page, at),
        "back_url": reverse("sip_plan", args=[plan_id]),
        "when": moment(meeting.starts_at, at) if meeting and meeting.starts_at else "",
        "people": [_row(one, page, is_open) for one in people],
        "is_open": is_open,
        "said": said,
        "answer_url": reverse("answer_for_participant", args=[plan_id]),
        "code_url": reverse("give_sip_code", args=[plan_id]),
    }
    return render(request, "sip/meeting_people.html", shown, status=status)


def _row(one: Participant, page: PlanPage, is_open: bool) -> dict[str, Any]:
    given = {"participant_id": one.participant_id, "answer": one.answer or None, "text": one.answer_text}
    auto_id = f"id_{one.participant_id}_%s"
    code = GiveCodeForm(initial=given, auto_id=f"id_code_{one.participant_id}_%s")
    if not page.plan.person.is_protected:
        del code.fields["protected_reason"]
    return {
        "id": one.participant_id,
        "name": participant_name(one, page),
        "reach": one.reach,
        "word": PERSON_ANSWERS.get(one.answer, "Har inte svarat"),
        "has_code": one.has_code,
        "form": StaffAnswerForm(initial=given, auto_id=auto_id) if is_open else None,
        "code_form": code,
    }
