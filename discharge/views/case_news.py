"""*Uppgifterna ändrades 08.20 av …*: told above an open form, which itself is never replaced."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET

from discharge.events import EVENTS
from discharge.queries import ward_only
from discharge.queries.case_news import case_news
from discharge.queries.ward_only import reads_more
from lus.web.words import clock

from .timeline_notes import changed
from .timeline_words import SILENT
from .who_asks import who_asks


@never_cache
@require_GET
def case_news_part(request: HttpRequest, case_id: UUID) -> HttpResponse:
    """Show what came after ``?since=`` (a version), inside a page or as one; nothing (204) when nothing did."""
    viewer, at = who_asks(request)
    typed = request.GET.get("since", "")
    since = int(typed) if typed.isascii() and typed.isdigit() and len(typed) < 9 else 0
    facts, events = case_news(viewer, case_id, since=since, at=at)
    silent = SILENT if reads_more(viewer, facts) else SILENT | ward_only.EVENTS
    told = [event for event in events if event.name in EVENTS and event.name not in silent]
    if not told:
        return HttpResponse(status=204)
    rows = []
    for event in told:
        was, now = changed(event, at)
        rows.append(
            {
                "time": clock(event.recorded_at),
                "what": EVENTS[event.name].label,
                "was": was,
                "now": now,
                "who": event.unit_name or event.actor_name,
            }
        )
    shown = {"rows": rows, "last": rows[-1], "url": reverse("case", args=[case_id])}
    in_page = request.headers.get("HX-Request")
    return render(request, "discharge/_case_news.html" if in_page else "discharge/case_news.html", shown)
