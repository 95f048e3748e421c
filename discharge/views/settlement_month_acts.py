"""What is done to a whole month: approve every line without remark, and close the review."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from urllib.parse import urlencode

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.cache import never_cache

from discharge.actions.approve_clean_lines import approve_clean_lines, clean_lines, seen_as
from discharge.actions.close_settlement import close_settlement
from discharge.forms.settlement import ApproveAllForm, CloseMonthForm, SettlementForm
from discharge.queries.settlement import SettlementMonth, settlement_month
from discharge.rules.settlement_line import month_of
from lus.organisations.roles import Permission
from lus.refusals import NotThere, Refused
from lus.web.idempotency import new_key, once

from .settlement import asked_month
from .settlement_words import month_words, total_amount
from .who_asks import who_asks


@dataclass(frozen=True, slots=True)
class MonthRow:
    """One act on a month. ``only_clean``: it is about the lines without remark, not all of them."""

    name: str
    slug: str
    perform: Callable[..., Any]
    form: type[SettlementForm]
    title: str
    button: str
    told: str
    done: str
    only_clean: bool = False


MONTH_ACTS = (
    MonthRow(
        "approve_all_lines",
        "approve-all",
        approve_clean_lines,
        ApproveAllForm,
        "Godkänn alla utan anmärkning",
        "Godkänn alla",
        "Rader med anmärkning godkänns en och en.",
        "Raderna är godkända.",
        only_clean=True,
    ),
    MonthRow(
        "close_settlement",
        "close",
        close_settlement,
        CloseMonthForm,
        "Avsluta månadens granskning",
        "Avsluta",
        "Dagar och belopp fryses. De ändras aldrig efteråt.",
        "Månadens granskning är avslutad.",
    ),
)


@never_cache
def month_act(request: HttpRequest, row: MonthRow) -> HttpResponse:
    """Show count and sum, or do it. 403 for an assignment that does not settle, 404 for a month without lines."""
    viewer, at = who_asks(request)
    viewer.require(Permission.SETTLE)
    if request.method == "POST":
        form = row.form(request.POST)
        return _do(request, row, form) if form.is_valid() else redirect("settlement")
    found = settlement_month(
        viewer, asked_month(request.GET.get("month", ""), at), request.GET.get("with", ""), at=at
    )
    return _page(request, found, row)


def _do(request: HttpRequest, row: MonthRow, form: SettlementForm) -> HttpResponse:
    actor, at = who_asks(request)
    assert actor.user_id is not None
    given = form.arguments()

    def perform() -> dict[str, Any]:
        row.perform(actor=actor, at=at, **given)
        return {"message": row.done}

    key, what = form.cleaned_data["idempotency_key"], f"{row.name} {given['month']} {given['counterpart']}"
    try:
        result = once(actor.user_id, key, what, request.POST, perform)[0]
    except NotThere:
        raise
    except Refused as said:
        return _refused(request, row, given, said, at)
    messages.success(request, result["message"])
    return redirect(_back(given["month"], given["counterpart"]))


def _refused(
    request: HttpRequest, row: MonthRow, given: dict[str, Any], said: Refused, at: datetime
) -> HttpResponse:
    viewer, _ = who_asks(request)
    found = settlement_month(viewer, asked_month(given["month"], at), given["counterpart"], at=at)
    return _page(request, found, row, status=said.status, said=said)


def _back(month: str, counterpart: str) -> str:
    return f"{reverse('settlement')}?{urlencode({'month': month, 'with': counterpart})}"


def _page(
    request: HttpRequest,
    found: SettlementMonth,
    row: MonthRow,
    *,
    status: int = 200,
    said: Refused | None = None,
) -> HttpResponse:
    if found.other is None:
        raise NotThere
    lines = clean_lines(found) if row.only_clean else found.lines
    month = month_of(found.first)
    first = {"idempotency_key": new_key(), "month": month, "counterpart": found.other.code}
    context = {
        "heading": row.title,
        "row": row,
        "month": month_words(found.first),
        "other": found.other.name,
        "count": len(lines),
        "days": sum(line.days for line in lines),
        "amount": total_amount(lines),
        "form": row.form(initial=first | {"seen": seen_as(lines)}),
        "refusal": said,
        "back_url": _back(month, found.other.code),
        "back_label": "Stäng, tillbaka till underlaget",
    }
    return render(request, "discharge/settlement_month_act.html", context, status=status)
