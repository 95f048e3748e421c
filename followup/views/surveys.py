"""*Enkäter*: print codes to give out after a SIP, and read what those who were there have answered."""

from datetime import datetime
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_http_methods

from discharge.views.who_asks import who_asks
from followup.actions.draw_survey_codes import DrawnCodes, draw_survey_codes
from followup.forms import DrawForm
from followup.queries.survey_report import survey_report
from followup.rules.questionnaire import KINDS
from lus.organisations.actor import Actor
from lus.organisations.roles import Permission
from lus.web.idempotency import new_key, once
from lus.web.words import clock_with_seconds

from .report_words import report_words
from .survey_sheet import sheet_words


@never_cache
@require_GET
def surveys_page(request: HttpRequest) -> HttpResponse:
    """Show the form for codes, with ``?kind=`` chosen, and the own unit's report (``?year=``).

    403 for who sees no cases.
    """
    kind = request.GET.get("kind", "")
    chosen = {"kind": kind} if kind in KINDS else {}
    return _page(request, DrawForm(initial={"idempotency_key": new_key(), **chosen}))


@never_cache
@require_http_methods(["GET", "POST"])
def draw_codes_page(request: HttpRequest) -> HttpResponse:
    """Draw codes and show the sheets, this once: the answer to the press is the only place where they stand."""
    if request.method != "POST":
        return redirect("surveys")
    actor, at = who_asks(request)
    actor.require(Permission.SEE_CASES)
    form = DrawForm(request.POST)
    if not form.is_valid():
        return _page(request, form, status=422)
    drawn = _draw_once(actor, at, form, request.POST)
    if drawn is None:
        return _page(request, DrawForm(initial={"idempotency_key": new_key()}), status=409, drawn_before=True)
    return render(request, "followup/sheet.html", sheet_words(drawn, actor.unit_name))


def _draw_once(actor: Actor, at: datetime, form: DrawForm, body: Any) -> DrawnCodes | None:
    """Return the codes, or None for a second press: what is kept of the first is a number, never the codes."""
    drawn: list[DrawnCodes] = []

    def perform() -> dict[str, Any]:
        typed = form.cleaned_data
        drawn.append(draw_survey_codes(actor=actor, at=at, kind=typed["kind"], count=typed["count"]))
        return {"drawn": typed["count"]}

    assert actor.user_id is not None
    once(actor.user_id, form.cleaned_data["idempotency_key"], "draw_survey_codes", body, perform)
    return drawn[0] if drawn else None


def _page(
    request: HttpRequest, form: DrawForm, *, status: int = 200, drawn_before: bool = False
) -> HttpResponse:
    viewer, at = who_asks(request)
    report = survey_report(viewer, _year(request), at=at)
    shown = {
        "form": form,
        "drawn_before": drawn_before,
        "report": report_words(report),
        "unit": viewer.unit_name,
        "running": report.running,
        "issued": [(name, report.issued[kind]) for kind, name in KINDS.items() if report.issued[kind]],
        "shown_after": report.shown_after,
        "checked": clock_with_seconds(at),
    }
    return render(request, "followup/surveys.html", shown, status=status)


def _year(request: HttpRequest) -> int | None:
    typed = request.GET.get("year", "")
    return int(typed) if typed.isascii() and typed.isdigit() and len(typed) == 4 and typed > "1999" else None
