"""*Felrouting*: how often a notice came to the wrong unit, month by month. Figures under five are not told."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from discharge.queries.routing_errors import routing_errors

from .routing_words import month_rows
from .who_asks import who_asks


@never_cache
@require_safe
def routing_errors_page(request: HttpRequest) -> HttpResponse:
    """Show twelve months. 403 for an assignment that does not administer."""
    actor, at = who_asks(request)
    sent = actor.unit_kind in ("ward", "hospital")
    shown = {"unit": actor.unit_name, "months": month_rows(routing_errors(actor, at=at)), "sent": sent}
    return render(request, "discharge/routing_errors.html", shown)
