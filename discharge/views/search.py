"""*Sök*: by case code or number, among the own cases. Sent as a form: no number stands in an address."""

from datetime import date

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from discharge.queries.search import FoundCase, find_cases
from lus.persons.identifiers import InvalidIdentifier
from lus.swedish_time import local_date
from lus.web.words import clock_with_seconds, day

from .listed_duty import case_url
from .listed_person import listed_person
from .who_asks import who_asks

BOTH_FORMS = "Sök på ärendekod (till exempel N4K7P) eller personnummer (ÅÅÅÅMMDD-NNNN)."


@never_cache
@require_POST
def search_case(request: HttpRequest) -> HttpResponse:
    """Go to the case that was meant; a list when there are several, and what to do when there is none."""
    viewer, at = who_asks(request)
    try:
        found, problem = find_cases(viewer, request.POST.get("q", ""), at=at), ""
    except InvalidIdentifier as error:
        found, problem = (), f"{error.message} {BOTH_FORMS}"
    if len(found) == 1 and case_url(found[0].case.pk):
        return redirect(case_url(found[0].case.pk))
    context = {
        "rows": [_row(item, local_date(at)) for item in found],
        "problem": problem,
        "checked": clock_with_seconds(at),
    }
    return render(request, "discharge/search.html", context, status=422 if problem else 200)


def _row(item: FoundCase, today: date) -> dict[str, object]:
    case = item.case
    return {
        "person": listed_person(item.person, case.reference, case_url(case.pk)),
        "ward": case.ward.name,
        "admitted": day(local_date(case.admitted_at), today),
        "closed": day(local_date(case.closed_at), today) if case.closed_at else "",
    }
