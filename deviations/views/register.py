"""*Avvikelser*: what came to the unit and what it has sent; and one deviation, which is also its reporter's receipt."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET

from deviations.queries.register import Box, opened_deviation, own_deviations
from discharge.views.who_asks import who_asks
from lus.web.words import clock_with_seconds

from .register_words import deviation_row, deviation_words
from .suggested import suggested_tab

BOXES: tuple[tuple[Box, str], ...] = (("received", "Till oss"), ("sent", "Från oss"))


@never_cache
@require_GET
def deviations_page(request: HttpRequest) -> HttpResponse:
    """Show the received or (``?box=sent``) the sent. 403 for an assignment that may not report."""
    viewer, at = who_asks(request)
    box: Box = "sent" if request.GET.get("box") == "sent" else "received"
    shown = {
        "rows": [deviation_row(row, at) for row in own_deviations(viewer, box)],
        "sent": box == "sent",
        "views": [
            *({"label": label, "url": f"?box={key}", "current": key == box} for key, label in BOXES),
            suggested_tab(),
        ],
        "checked": clock_with_seconds(at),
    }
    return render(request, "deviations/register.html", shown)


@never_cache
@require_GET
def deviation_page(request: HttpRequest, number: str) -> HttpResponse:
    """Show one deviation; the same 404 for one of others and for none."""
    viewer, at = who_asks(request)
    opened = opened_deviation(viewer, number, at=at)
    shown = {
        "deviation": deviation_words(opened, at),
        "just_sent": opened.is_mine and request.GET.get("sent") == "1",
    }
    return render(request, "deviations/deviation.html", shown)
