"""*SIP-översikt*: which joint plans wait for us, and when is the next meeting?"""

from typing import Final

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET

from discharge.views.who_asks import who_asks
from lus.organisations.roles import Permission
from lus.web.words import clock_with_seconds
from sip.queries.overview import MOST, Show, plans_overview, show_called

from .overview_words import plan_row

SHOWS: Final[dict[Show, str]] = {
    "open": "Pågående",
    "ours": "Väntar på oss",
    "meeting": "Möten",
    "late": "Försenade",
    "children": "Barn",
    "ended": "Avslutade",
}
EMPTY: Final[dict[Show, str]] = {
    "open": "Ingen pågående SIP",
    "ours": "Ingen SIP väntar",
    "meeting": "Inget möte är bokat",
    "late": "Ingen SIP är försenad",
    "children": "Ingen pågående SIP för barn",
    "ended": "Ingen avslutad SIP",
}


@never_cache
@require_GET
def overview_page(request: HttpRequest) -> HttpResponse:
    """Show the plans of the viewer's units; ``?show=`` chooses which. 403 for an assignment that sees no patients."""
    viewer, at = who_asks(request)
    show = show_called(request.GET.get("show", "")) or "open"
    found = plans_overview(viewer, show, at=at)
    shown = {
        "rows": [plan_row(item, at) for item in found.rows],
        "views": [
            {"label": label, "url": f"?show={key}", "current": key == show} for key, label in SHOWS.items()
        ],
        "empty": EMPTY[show],
        "heading": SHOWS[show],
        "more": f"Här visas {MOST}. {found.more} till finns." if found.more else "",
        "may_start": viewer.may(Permission.LEAD_SIP),
        "checked": clock_with_seconds(at),
    }
    return render(request, "sip/overview.html", shown)
