"""*Mötesläge*: one case at a time in large type, the same order all through the meeting, keys ← and →."""

from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from discharge.queries.board import VIEWS
from discharge.queries.meeting import meeting_case, meeting_order
from discharge.queries.visible import open_cases

from .meeting_words import meeting_words
from .who_asks import who_asks

ORDER = "meeting_order"  # in the session: keys of cases, no words about anybody
Words = dict[str, Any]


@never_cache
@require_http_methods(["GET", "POST"])
def meeting_page(request: HttpRequest) -> HttpResponse:
    """Start a meeting (POST ``view``), or show case number ``?n=`` of the one that goes on."""
    viewer, at = who_asks(request)
    if request.method == "POST":
        view = request.POST.get("view", "all")
        order = meeting_order(viewer, at=at, view=view if view in VIEWS else "all")
        request.session[ORDER] = {"unit": str(viewer.unit_id), "cases": [str(key) for key in order]}
        return redirect(f"{reverse('meeting')}?n=1")
    kept = request.session.get(ORDER) or {}
    cases = kept.get("cases", []) if kept.get("unit") == str(viewer.unit_id) else []
    if not cases:
        open_cases(viewer)  # asks whether the assignment may see cases at all
        return render(request, "discharge/meeting.html", {"total": 0, "board_url": reverse("board")})
    number = _number(request, len(cases))
    row = meeting_case(viewer, UUID(cases[number - 1]), at=at)
    words = meeting_words(row, viewer.unit_ids, at) if row else None
    return render(request, "discharge/meeting.html", {"case": words, **_steps(number, len(cases))})


def _number(request: HttpRequest, total: int) -> int:
    typed = request.GET.get("n", "1")
    return min(max(1, int(typed)), total) if typed.isascii() and typed.isdigit() and len(typed) < 6 else 1


def _steps(number: int, total: int) -> Words:
    address = reverse("meeting")
    return {
        "number": number,
        "total": total,
        "board_url": reverse("board"),
        "previous_url": f"{address}?n={number - 1}" if number > 1 else "",
        "next_url": f"{address}?n={number + 1}" if number < total else "",
    }
