"""*Granskningsunderlag*: one month between a region and a municipality, for the officers of the two. A calculation."""

import csv
from datetime import date, datetime
from io import StringIO
from typing import Any
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from discharge.actions.approve_clean_lines import clean_lines
from discharge.queries.settlement import SettlementMonth, settlement_month
from discharge.rules.settlement_line import first_of, month_before, month_of
from lus.notifications.queries import mark_all_seen
from lus.organisations.roles import Permission
from lus.swedish_time import local_date

from .settlement_days import days_of_line
from .settlement_words import is_over, month_words, months_to_choose, rows, summary, total_amount
from .who_asks import who_asks

COLUMNS = (
    ("Ärende", "code"),
    ("Sjukhus", "hospital"),
    ("Avdelning", "ward"),
    ("Utskrivningsklar skickad", "ready_sent"),
    ("Dag noll", "day_zero"),
    ("Utskriven", "left"),
    ("Dagar (n)", "days"),
    ("Fristdagar (n)", "grace"),
    ("Betalningsdagar (n)", "counted"),
    ("Villkor", "conditions"),
    ("Belopp (kr)", "amount"),
    ("Status", "state"),
)


@never_cache
@require_safe
def settlement_page(request: HttpRequest) -> HttpResponse:
    """Show the month. 403 for an assignment that does not settle; what is not there answers 404."""
    viewer, at = who_asks(request)
    viewer.require(Permission.SETTLE)
    found = settlement_month(
        viewer, asked_month(request.GET.get("month", ""), at), request.GET.get("with", ""), at=at
    )
    mark_all_seen(viewer, up_to=at, at=at)
    return render(request, "discharge/settlement.html", _context(request, found, at))


@never_cache
@require_safe
def settlement_csv(request: HttpRequest) -> HttpResponse:
    """Give the same rows and figures as a file. Names stay on the page: the file has case codes."""
    viewer, at = who_asks(request)
    viewer.require(Permission.SETTLE)
    found = settlement_month(
        viewer,
        asked_month(request.GET.get("month", ""), at),
        request.GET.get("with", ""),
        at=at,
        action="settlement_csv",
    )
    text = StringIO()
    writer = csv.writer(text, delimiter=";")
    writer.writerow([label for label, _ in COLUMNS])
    listed = rows(found, at)
    writer.writerows([row[key] for _, key in COLUMNS] for row in listed)
    writer.writerow(_total(found, listed))
    answer = HttpResponse("\ufeff" + text.getvalue(), content_type="text/csv; charset=utf-8")
    answer["Content-Disposition"] = f'attachment; filename="granskningsunderlag-{month_of(found.first)}.csv"'
    return answer


def _total(found: SettlementMonth, listed: list[dict[str, Any]]) -> list[Any]:
    sums = {key: sum(row[key] for row in listed) for key in ("days", "grace", "counted")}
    total = {"code": "Summa, beräkning", **sums, "amount": total_amount(found.lines)}
    return [total.get(key, "") for _, key in COLUMNS]


def asked_month(text: str, at: datetime) -> date:
    """Return the month that ``text`` names; the last one that is over when none, or none that can be read, is given."""
    try:
        return first_of(text)
    except ValueError:
        return month_before(local_date(at))


def _context(request: HttpRequest, found: SettlementMonth, at: datetime) -> dict[str, Any]:
    listed, opened = rows(found, at), request.GET.get("open", "")
    asked = {"month": month_of(found.first), "with": found.other.code if found.other else ""}
    by_case = {str(line.case.pk): line for line in found.lines}
    for row in listed:
        is_open = row["case_id"] == opened
        query = asked if is_open else asked | {"open": row["case_id"]}
        row["url"] = f"{reverse('settlement')}?{urlencode(query)}#rad-{row['code']}"
        row["opened"] = days_of_line(by_case[opened], row["url"], at) if is_open else None
    return {
        "month": month_words(found.first),
        "months": months_to_choose(found.first, at),
        "others": [
            {"code": one.code, "name": one.name, "chosen": one == found.other} for one in found.others
        ],
        "other": found.other.name if found.other else "",
        "own": found.officer.name,
        "rows": listed,
        "summary": summary(found, at),
        "total": dict(zip([key for _, key in COLUMNS], _total(found, listed), strict=True)),
        "empty": f"Inga rader för {month_words(found.first)}.",
        "over": is_over(found, at),
        "closed": found.closed,
        "clean": len(clean_lines(found)) if is_over(found, at) and not found.closed else 0,
        "query": urlencode(asked),
    }
