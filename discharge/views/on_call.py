"""*Jourlista*: whom one reaches now, and the week's roster with its gaps. No patients here."""

from datetime import date, timedelta
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET

from discharge.forms.roster import monday_of
from discharge.queries.backed_up import backed_up
from discharge.queries.near_municipalities import near_municipalities
from discharge.queries.recipients import municipalities
from lus.on_call.queries import functions_kept_by, holes, open_tasks, reached, shifts_between
from lus.organisations.roles import Permission
from lus.swedish_time import local_date, local_midnight
from lus.web.words import day, moment

from .on_call_words import card, gap_row, shift_row
from .who_asks import who_asks

WEEK = timedelta(days=7)
Words = dict[str, Any]


@never_cache
@require_GET
def on_call_page(request: HttpRequest) -> HttpResponse:
    """Show the cards of the municipalities that concern the viewer, all on request, and one week of shifts."""
    viewer, at = who_asks(request)
    names = dict(municipalities())
    asked, near = request.GET.get("municipality", ""), near_municipalities(viewer)
    chosen = [asked] if asked in names else list(names) if asked == "all" or not near else near
    cards = [card(one, names.get(one.municipality, ""), at) for one in reached(chosen, at=at)]
    keeps = viewer.may(Permission.ADMINISTER_UNIT) and bool(functions_kept_by(viewer))
    shown = {
        "cards": sorted(cards, key=lambda one: (one["order"], one["name"])),
        "choices": [("", "I våra ärenden"), ("all", "Alla kommuner"), *names.items()],
        "asked": asked,
        "keeps": keeps,
        "sees_cases": viewer.may(Permission.SEE_CASES),
        "backed_up": [
            {
                "name": one.unit.name,
                "phone": one.unit.phone,
                "unread": one.unread,
                "oldest": moment(one.oldest, at),
            }
            for one in backed_up(viewer)
        ],
        "tasks": [_task(task.starts_at, task.ends_at, at) for task in open_tasks(viewer)] if keeps else [],
        "made": moment(at, at),
        **_week(_monday(request.GET.get("week", ""), local_date(at)), names, keeps, request),
    }
    return render(request, "discharge/on_call.html", shown)


def _task(starts_at: Any, ends_at: Any, at: Any) -> str:
    return f"{moment(starts_at, at)} till {moment(ends_at, at)}"


def _monday(text: str, today: date) -> date:
    try:
        return monday_of(date.fromisoformat(text))
    except ValueError:
        return monday_of(today)


def _week(monday: date, names: dict[str, str], keeps: bool, request: HttpRequest) -> Words:
    viewer, at = who_asks(request)
    start, end = local_midnight(monday), local_midnight(monday + WEEK)
    rows = [(one.starts_at, shift_row(one, names, at, viewer.unit_id)) for one in shifts_between(start, end)]
    for found in holes(at=start, ahead=end - start):
        rows += [(gap[0], gap_row(found.group, gap, names, at)) for gap in found.gaps]
    rows.sort(key=lambda row: row[0])
    return {
        "rows": [row for _, row in rows],
        "week": f"{day(monday, local_date(at))}–{day(monday + WEEK - timedelta(days=1), local_date(at))}",
        "monday": monday.isoformat(),
        "before": (monday - WEEK).isoformat(),
        "after": (monday + WEEK).isoformat(),
    }
