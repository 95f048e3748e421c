"""*Nytt inskrivningsmeddelande*: one page, at most a minute. Who, what may be needed, until when, to whom.

Without script the buttons *Hämta person* and *Föreslå mottagare* show the same page again with more on it; with
script the parts come by themselves. Numbers are only ever posted, never part of an address.
"""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from discharge.actions.admit_and_notify import admit_and_notify
from discharge.actions.register_admission import register_admission
from discharge.forms.admission_notice import NewNoticeForm, as_recipients
from lus.organisations.roles import Permission
from lus.persons.register import NewPerson, register_person
from lus.refusals import InvalidInput, Refused, StatutoryFieldsOnly
from lus.web.forms_refused import attach_refusal
from lus.web.idempotency import new_key, once
from lus.web.words import clock

from .notice_draft import NoticeDraft, draft_of
from .who_asks import who_asks

KEEP = frozenset({"find", "suggest"})
STAY = "stay"
Perform = Callable[[HttpRequest, NewNoticeForm, NoticeDraft], dict[str, Any]]
# What the acts call things, and what the fields are called here.
FIELDS = {"person": "number", "expected_discharge": "expected_choice", "need_assessed_at": "need_assessed_at"}


@never_cache
def new_notice(request: HttpRequest) -> HttpResponse:
    """Show the form, fill in what can be proposed, or send."""
    actor, at = who_asks(request)
    actor.require(Permission.REGISTER_STAY)
    if request.method != "POST":
        form = NewNoticeForm(at=at, initial={"idempotency_key": new_key()})
        return _page(request, form, draft_of(form, actor, at))
    if request.POST.get("do") == STAY:
        return register_stay(request)
    if request.POST.get("do") in KEEP:
        form = NewNoticeForm.keeping(request.POST, at=at)
        return _page(request, form, draft_of(form, actor, at))
    return _send(request)


@never_cache
@require_POST
def notice_parts(request: HttpRequest) -> HttpResponse:
    """Answer htmx with the parts that follow from what has been typed: person, recipients, preview."""
    actor, at = who_asks(request)
    actor.require(Permission.REGISTER_STAY)
    form = NewNoticeForm.keeping(request.POST, at=at)
    shown = {"form": form, "draft": draft_of(form, actor, at), "swapped": True}
    return render(request, "discharge/_new_notice_parts.html", shown)


def _send(request: HttpRequest) -> HttpResponse:
    return _do(request, "new_notice", _perform, stay_only=False)


def register_stay(request: HttpRequest) -> HttpResponse:
    """Register the stay without a notice: need is not judged yet, and the 24 hours run from the admission."""
    return _do(request, "new_stay", _register, stay_only=True)


def _do(request: HttpRequest, route: str, perform: Perform, *, stay_only: bool) -> HttpResponse:
    actor, at = who_asks(request)
    form = NewNoticeForm(request.POST, at=at, stay_only=stay_only)
    sound = form.is_valid()
    draft = draft_of(form, actor, at)
    try:
        form.refuse_a_fifth_item()
    except StatutoryFieldsOnly as said:
        return _page(request, form, draft, status=said.status, said=said)
    if sound and draft.person is None and not form.cleaned_data["family_name"]:
        form.add_error(
            "number", draft.trouble or "Personen finns inte i registret. Fyll i uppgifterna för hand."
        )
    if sound and not stay_only:
        form.refuse_unseen(draft.receivers)
    if not form.is_valid():
        return _page(request, form, draft, status=422)
    try:
        assert actor.user_id is not None
        key = form.cleaned_data["idempotency_key"]
        result, _ = once(actor.user_id, key, route, request.POST, lambda: perform(request, form, draft))
    except Refused as said:
        return _refused(request, form, draft, said)
    messages.success(request, result["message"])
    return redirect("case", case_id=UUID(result["case_id"]))


def _register(request: HttpRequest, form: NewNoticeForm, draft: NoticeDraft) -> dict[str, Any]:
    actor, at = who_asks(request)
    person = draft.person or register_person(_by_hand(form), actor=actor, at=at)
    admitted_at = form.cleaned_data["admitted_at"]
    case = register_admission(person_id=person.pk, actor=actor, admitted_at=admitted_at, at=at)
    return {
        "case_id": str(case.pk),
        "message": "Inskrivningen är registrerad. Inget meddelande är skickat än.",
    }


def _perform(request: HttpRequest, form: NewNoticeForm, draft: NoticeDraft) -> dict[str, Any]:
    actor, at = who_asks(request)
    typed = form.cleaned_data
    person = draft.person or register_person(_by_hand(form), actor=actor, at=at)
    facts = admit_and_notify(
        person_id=person.pk,
        actor=actor,
        at=at,
        admitted_at=typed["admitted_at"],
        needs=form.asked_needs(),
        expected_discharge=typed["expected_discharge"],
        recipients=as_recipients(form.chosen(), draft.receivers),
    )
    told = len(facts.deliveries)
    words = f"Skickat {clock(at)} till {told} {'enhet' if told == 1 else 'enheter'}."
    return {"case_id": facts.case_id, "message": words}


def _by_hand(form: NewNoticeForm) -> NewPerson:
    typed = {name: form.cleaned_data[name] for name in form.manual_fields}
    return NewPerson(number=form.cleaned_data["number"], **typed)


def _refused(request: HttpRequest, form: NewNoticeForm, draft: NoticeDraft, said: Refused) -> HttpResponse:
    if isinstance(said, InvalidInput) or said.status in (400, 422):
        said.field = FIELDS.get(said.field, said.field)
        return _page(request, form, draft, status=attach_refusal(form, said))
    return _page(request, form, draft, status=said.status, said=said)


def _page(
    request: HttpRequest,
    form: NewNoticeForm,
    draft: NoticeDraft,
    *,
    status: int = 200,
    said: Refused | None = None,
) -> HttpResponse:
    existing = draft.open_case_id
    shown = {
        "form": form,
        "draft": draft,
        "refusal": said,
        "case_url": reverse("case", args=[existing]) if existing else "",
        "parts_url": reverse("notice_parts"),
    }
    return render(request, "discharge/new_notice.html", shown, status=status)
