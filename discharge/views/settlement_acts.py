"""The acts of the month's review as pages: on one line, on all clean lines, and on the month."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from urllib.parse import urlencode
from uuid import UUID

from django.contrib import messages
from django.forms import RadioSelect
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.cache import never_cache

from discharge.actions.answer_payment_dispute import answer_payment_dispute
from discharge.actions.approve_payment_line import approve_payment_line
from discharge.actions.dispute_payment_line import dispute_payment_line
from discharge.actions.settlement_act import read_month
from discharge.events import EVENTS
from discharge.forms.settlement import AnswerDisputeForm, ApproveLineForm, DisputeLineForm, SettlementForm
from discharge.queries.settlement import SettlementLine, one_line
from discharge.queries.settlement_scope import officer_of
from discharge.queries.shown_person import shown
from lus.organisations.roles import Permission
from lus.refusals import InvalidInput, NotThere, Refused
from lus.swedish_time import local_date
from lus.web.forms_refused import attach_refusal
from lus.web.idempotency import new_key, once
from lus.web.words import moment

from .listed_person import listed_person
from .settlement_days import days_of_line
from .settlement_words import figure, month_words, remarks
from .who_asks import who_asks


@dataclass(frozen=True, slots=True)
class LineRow:
    """One act on a line. ``act``: its name and its address's; ``told``: what follows from it."""

    act: str
    slug: str
    perform: Callable[..., Any]
    form: type[SettlementForm]
    title: str
    button: str
    told: str
    done: str
    permission: Permission = Permission.SETTLE


LINE_ACTS = (
    LineRow(
        "approve_payment_line",
        "approve",
        approve_payment_line,
        ApproveLineForm,
        "Godkänn rad",
        "Godkänn",
        "Ni säger att dagarna stämmer. Ändras de senare blir raden ny igen.",
        "Raden är godkänd.",
    ),
    LineRow(
        "dispute_payment_line",
        "dispute",
        dispute_payment_line,
        DisputeLineForm,
        "Bestrid rad",
        "Bestrid",
        "Dagarna står kvar tills regionen har svarat.",
        "Raden är bestridd. Regionen svarar.",
    ),
    LineRow(
        "answer_payment_dispute",
        "answer",
        answer_payment_dispute,
        AnswerDisputeForm,
        "Besvara bestridande",
        "Svara",
        "Godtar ni ska avdelningen rätta. Då räknas dagarna om.",
        "Svaret är skickat till kommunen.",
    ),
)


@never_cache
def line_act(request: HttpRequest, case_id: UUID, row: LineRow) -> HttpResponse:
    """Show the act, or do it. 403 for an assignment that does not settle, 404 for a line of others."""
    viewer, at = who_asks(request)
    viewer.require(row.permission)
    month = request.POST.get("month", "") or request.GET.get("month", "")
    try:
        line = one_line(viewer, case_id, read_month(month), at=at, action=row.act)
    except InvalidInput:
        raise NotThere from None
    if line is None:
        raise NotThere
    if request.method == "POST":
        return _do(request, line, row, month)
    first = {"idempotency_key": new_key(), "month": month, "fingerprint": line.print_now}
    return _page(request, line, row, _offered(row.form(initial=first), line, at))


def _offered(form: SettlementForm, line: SettlementLine, at: datetime) -> SettlementForm:
    """Let a dispute point at an event of the case, newest first."""
    if isinstance(form, DisputeLineForm):
        known = [event for event in reversed(line.facts.events) if event.unit_id and event.name in EVENTS]
        named = [
            (event.event_id, f"{EVENTS[event.name].label}, {moment(event.happened_at, at)}")
            for event in known
        ]
        form.offer_evidence([("", "Ingen"), *named])
    return form


def _do(request: HttpRequest, line: SettlementLine, row: LineRow, month: str) -> HttpResponse:
    actor, at = who_asks(request)
    form = _offered(row.form(request.POST), line, at)
    if not form.is_valid():
        return _page(request, line, row, form, status=422)
    assert actor.user_id is not None

    def perform() -> dict[str, Any]:
        row.perform(case_id=line.case.pk, actor=actor, at=at, **form.arguments())
        return {"message": row.done}

    key, what = form.cleaned_data["idempotency_key"], f"{row.act} {line.case.pk}"
    try:
        result = once(actor.user_id, key, what, request.POST, perform)[0]
    except NotThere:
        raise
    except Refused as said:
        if said.status == 422:
            return _page(request, line, row, form, status=attach_refusal(form, said))
        return _page(request, line, row, form, status=said.status, said=said)
    messages.success(request, result["message"])
    return redirect(_back(request, line, month))


def _back(request: HttpRequest, line: SettlementLine, month: str) -> str:
    viewer, _ = who_asks(request)
    counterpart = line.facts.region_code if officer_of(viewer).side == "payer" else line.case.payer_code
    return f"{reverse('settlement')}?{urlencode({'month': month, 'with': counterpart})}"


def _page(
    request: HttpRequest,
    line: SettlementLine,
    row: LineRow,
    form: SettlementForm,
    *,
    status: int = 200,
    said: Refused | None = None,
) -> HttpResponse:
    _, at = who_asks(request)
    first = line.part.lines[0].date.replace(day=1)
    back = _back(request, line, f"{first:%Y-%m}")
    context = {
        "heading": row.title,
        "row": row,
        "person": listed_person(shown(line.case.person, local_date(at)), line.case.reference, ""),
        "month": month_words(first),
        "days": line.days,
        "amount": figure(line.amount),
        "remarks": remarks(line),
        "opened": days_of_line(line, back, at),
        "form": form,
        "parts": [
            {"kind": "choices" if isinstance(field.field.widget, RadioSelect) else "field", "field": field}
            for field in form.visible_fields()
        ],
        "refusal": said,
        "back_url": back,
        "back_label": "Stäng, tillbaka till underlaget",
    }
    return render(request, "discharge/settlement_act.html", context, status=status)
