"""*Reglerna bakom förslagen*: what each detector looks for, and how often its offers are taken up. Counts only."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET

from deviations.queries.detector_rates import DetectorRate, detector_rates
from deviations.rules.candidates.detectors import DETECTORS
from discharge.views.who_asks import who_asks
from lus.organisations.roles import Permission

from .register_tabs import RULES, register_tabs


@never_cache
@require_GET
def detector_rates_page(request: HttpRequest) -> HttpResponse:
    """Show every detector. 403 for an assignment that sees no deviations."""
    viewer, _ = who_asks(request)
    viewer.require(Permission.SEE_DEVIATIONS)
    rates = sorted(detector_rates(), key=lambda rate: (not rate.needs_review, rate.detector))
    shown = {"rows": [_row(rate) for rate in rates], "views": register_tabs(viewer, RULES)}
    return render(request, "deviations/detectors.html", shown)


def _row(rate: DetectorRate) -> dict[str, object]:
    percent = rate.acceptance_percent
    return {
        "detector": rate.detector,
        "title": rate.title,
        "direction": DETECTORS[rate.detector].direction,
        "offered": rate.offered,
        "accepted": rate.accepted,
        "dismissed": rate.dismissed,
        "percent": "–" if percent is None else f"{percent} %",
        "needs_review": rate.needs_review,
    }
