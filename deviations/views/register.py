"""*Avvikelser*: what came to the unit and what it has sent; and one deviation, which is also its reporter's receipt."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET

from deviations.queries.deviation_page import deviation_page
from deviations.queries.register import Box, Sieve, boxes_of, listed_deviations
from deviations.queries.suggested import ground_changed_at
from discharge.views.who_asks import who_asks
from lus.organisations.actor import Actor
from lus.organisations.roles import Permission
from lus.web.words import clock_with_seconds, moment

from .deviation_words import deviation_words
from .register_tabs import BOXES, register_tabs
from .register_words import deviation_row, sieve_fields

EMPTY: dict[Box, str] = {
    "received": "Inga avvikelser väntar på er",
    "sent": "Ni har inte rapporterat någon avvikelse",
    "county": "Inga avvikelser i länet",
}


@never_cache
@require_GET
def deviations_page(request: HttpRequest) -> HttpResponse:
    """Show the received, or (``?box=sent``) the sent; what waits first. 403 for an assignment that may not see any."""
    viewer, at = who_asks(request)
    viewer.require(Permission.SEE_DEVIATIONS)
    if viewer.may(Permission.SEE_LIFTED_DEVIATIONS) and "box" not in request.GET:
        return redirect("lifts")  # nothing is sent to a group but by a lift
    box, sieve = _box(viewer, request.GET.get("box", "")), Sieve.read(request.GET.dict())
    rows = listed_deviations(viewer, box, sieve)
    shown = {
        "rows": [deviation_row(row, at) for row in rows],
        "box": box,
        "heading": BOXES[box],
        "empty": "Inget i det här urvalet" if sieve != Sieve() else EMPTY[box],
        "is_sieved": sieve != Sieve(),
        "fields": sieve_fields(sieve),
        "rerouted": sieve.rerouted,
        "reads_reports": viewer.may(Permission.READ_DEVIATION_REPORTS),
        "may_report": viewer.may(Permission.REPORT_DEVIATION),
        "views": register_tabs(viewer, box),
        "checked": clock_with_seconds(at),
    }
    return render(request, "deviations/register.html", shown)


def _box(viewer: Actor, asked: str) -> Box:
    known = boxes_of(viewer)
    return next((box for box in known if box == asked), known[0])


@never_cache
@require_GET
def one_deviation_page(request: HttpRequest, number: str) -> HttpResponse:
    """Show one deviation; the same 404 for one of others and for none."""
    viewer, at = who_asks(request)
    page = deviation_page(viewer, number, at=at)
    shown = {
        "deviation": deviation_words(page, viewer, at),
        "just_sent": page.is_mine and request.GET.get("sent") == "1",
        "ground_changed": moment(changed, at) if (changed := ground_changed_at(page.row.pk)) else "",
    }
    return render(request, "deviations/deviation.html", shown)
