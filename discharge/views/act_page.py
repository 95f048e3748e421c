"""One page for every small act: tells what will happen, asks the few things it needs, and does it once.

Works as a page of its own; inside another page (htmx) the same form stands in a dialog. A refusal keeps the form
and says what is so; nothing that was typed is lost.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.cache import never_cache

from discharge.forms.act_form import ActContext, ActForm
from discharge.queries.attachments import stopped_by
from discharge.queries.case_page import case_page
from discharge.rules.aimless import nothing_to_act_on
from discharge.rules.facts import CaseFacts
from discharge.rules.refusal import Refusal
from discharge.rules.stages import refusal
from lus.organisations.actor import Actor
from lus.organisations.roles import Permission
from lus.refusals import NotThere, Refused, StatutoryFieldsOnly
from lus.web.forms_refused import attach_refusal
from lus.web.idempotency import new_key, once, with_files
from lus.web.words import clock

from .block_words import blocked_alerts
from .person_words import person_words
from .sent_words import sent_words
from .who_asks import who_asks

Tells = Callable[[ActContext], Mapping[str, Any]]
# The part of an open page that the act changed, when the request asks for it (htmx), else None.
PartOf = Callable[[HttpRequest, UUID, Actor, datetime, Refused | None], HttpResponse | None]


@dataclass(frozen=True, slots=True)
class Carrier:
    """What an act is done on. ``page``: reads it as the actor sees it (``case_page``); ``refused``: why not, or None.

    ``address``: the name of its page's address, of whose section ``?section=`` shows a part. ``versioned``: its acts
    ask which version the page showed; else they ask about the piece that they change.
    """

    page: Callable[..., Any]
    refused: Callable[[str, ActContext], Refusal | None]
    address: str
    versioned: bool = True


def _refused_in_case(act: str, context: ActContext) -> Refusal | None:
    facts, unit_id = context.page.facts, str(context.actor.unit_id)
    return refusal(act, facts, unit_id, at=context.at) or nothing_to_act_on(act, facts, unit_id)


CASE = Carrier(case_page, _refused_in_case, "case")

# What the page promised is no longer so: the form comes back with the new consequence, ready to be sent anyway.
MOVED_GROUND = frozenset({"cutoff-passed"})


@dataclass(frozen=True, slots=True)
class ActPage:
    """One row of the act table. ``act`` is the name in the rules, in ``DUTIES`` and of the address.

    ``tells`` gives the template what stands above the fields (``consequence``, ``ticks``, ``alerts``, ``history``);
    ``done`` begins the message afterwards; ``leaves``: the unit no longer sees the case;
    ``back``: the section of the case that is shown afterwards; ``stopped``: from
    the facts after and the version before, the code of what the act stopped and only noted, or ""; ``part``: see
    ``PartOf``; ``carrier``: a case, or what else the act is done on; ``then``: from the facts after, the name of the
    address of what the same person does next, or "".
    """

    act: str
    slug: str
    perform: Callable[..., CaseFacts]
    form: type[ActForm]
    permission: Permission
    title: str
    button: str
    tells: Tells = field(default=lambda context: {})
    done: str = "Sparat"
    icon: str = ""
    danger: bool = False
    leaves: bool = False
    back: str = ""
    template: str = "discharge/act.html"
    stopped: Callable[[CaseFacts, int], str] = field(default=lambda facts, before: "")
    part: PartOf = field(default=lambda request, case_id, viewer, at, said: None)
    carrier: Carrier = CASE
    then: Callable[[CaseFacts], str] = field(default=lambda facts: "")


@never_cache
def show_act(request: HttpRequest, case_id: UUID, row: ActPage) -> HttpResponse:
    """Show the act's page, or do it. 404 for a case of others, 403 for an assignment that may not."""
    actor, at = who_asks(request)
    actor.require(row.permission)
    if request.method == "POST":
        return _do(request, case_id, row)
    context = ActContext(row.carrier.page(actor, case_id, at=at, action=row.act), actor, at)
    said = row.carrier.refused(row.act, context)
    if said is not None:
        shown = {"refusal": said, "back_url": reverse(row.carrier.address, args=[case_id])}
        return render(request, "errors/409.html", shown, status=409)
    asked = {name: request.GET[name] for name in row.form.from_address if name in request.GET}
    form = row.form(context=context, initial={"idempotency_key": new_key(), **asked})
    return _page(request, row, context, form)


def _do(request: HttpRequest, case_id: UUID, row: ActPage) -> HttpResponse:
    actor, at = who_asks(request)
    try:
        page = row.carrier.page(actor, case_id, at=at, action=row.act)
    except NotThere:
        return _after(request, case_id, row, _earlier_answer(request, case_id, row))
    context = ActContext(page, actor, at)
    changed = row.form.changed(request.POST, context)
    if changed is not None:
        return _page(request, row, context, row.form(initial=changed, context=context))
    form = row.form(request.POST, request.FILES, context=context)
    if not form.is_valid():
        return _page(request, row, context, form, status=422)
    try:
        result = _once(request, case_id, row, form)
    except NotThere:
        raise
    except Refused as said:
        return row.part(request, case_id, actor, at, said) or _refused(request, row, form, said)
    if result.get("stopped"):
        form.take_new_key(new_key())
        return _refused(request, row, form, stopped_by(result["stopped"]))
    return row.part(request, case_id, actor, at, None) or _after(request, case_id, row, result)


def _once(request: HttpRequest, case_id: UUID, row: ActPage, form: ActForm) -> dict[str, Any]:
    actor, at = who_asks(request)
    typed, before = form.cleaned_data, form.context.page.facts

    def perform() -> dict[str, Any]:
        seen = {"seen_version": typed["seen_version"]} if row.carrier.versioned else {}
        facts = row.perform(case_id=case_id, actor=actor, at=at, **seen, **form.arguments())
        said = row.stopped(facts, before.version)
        message = sent_words(row.done, before, facts, actor, clock(at))
        return {"message": message, "stopped": said, "then": row.then(facts)}

    return _keep(request, case_id, row, typed["idempotency_key"], perform)


def _earlier_answer(request: HttpRequest, case_id: UUID, row: ActPage) -> dict[str, Any]:
    """A unit that has just left the case may press twice: the first answer again, else nothing is there."""

    def nothing() -> dict[str, Any]:
        raise NotThere

    return _keep(request, case_id, row, request.POST.get("idempotency_key", ""), nothing)


def _keep(
    request: HttpRequest, case_id: UUID, row: ActPage, key: str, perform: Callable[[], dict[str, Any]]
) -> dict[str, Any]:
    actor, _ = who_asks(request)
    assert actor.user_id is not None
    sent = with_files(request.POST, request.FILES)
    return once(actor.user_id, key, f"{row.act} {case_id}", sent, perform)[0]


def _after(request: HttpRequest, case_id: UUID, row: ActPage, result: dict[str, Any]) -> HttpResponse:
    messages.success(request, result["message"])
    url = "/" if row.leaves else _case_url(case_id, row)
    if result.get("then"):
        url = reverse(result["then"], args=[case_id])
    if request.headers.get("HX-Request"):
        # Without the fragment: a browser that is there already would only scroll, and show what was.
        return HttpResponse(status=204, headers={"HX-Redirect": url.partition("#")[0]})
    return redirect(url)


def _case_url(case_id: UUID, row: ActPage) -> str:
    return reverse(row.carrier.address, args=[case_id]) + (f"?section={row.back}#section" if row.back else "")


def _refused(request: HttpRequest, row: ActPage, form: ActForm, said: Refused) -> HttpResponse:
    if said.status == 409 or said.code in MOVED_GROUND:
        form.show_as_current()
        return _page(request, row, form.context, form, status=409, said=said)
    if isinstance(said, StatutoryFieldsOnly):
        return _page(request, row, form.context, form, status=said.status, said=said)
    said.field = form.refusal_fields.get(said.field, said.field)
    status = attach_refusal(form, said)
    return _page(request, row, form.context, form, status=status)


def _page(
    request: HttpRequest,
    row: ActPage,
    context: ActContext,
    form: ActForm,
    *,
    status: int = 200,
    said: Refused | None = None,
) -> HttpResponse:
    page = context.page
    told = row.tells(context)
    in_dialog = request.headers.get("HX-Target") == "dialog-slot"
    shown = {
        "base": "components/act_dialog.html" if in_dialog else "components/act_page.html",
        "heading": row.title,
        "row": row,
        "form": form,
        "refusal": said,
        "button": "Skicka ändå" if said and said.code in MOVED_GROUND else row.button,
        "action": request.path,
        "back_url": _case_url(page.case.pk, row),
        "case_url": reverse(row.carrier.address, args=[page.case.pk]),
        "person": person_words(page, context.at),
        **told,
        "alerts": [*blocked_alerts(context, row.act), *told.get("alerts", ())],
    }
    return render(request, row.template, shown, status=status)
