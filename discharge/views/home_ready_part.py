"""Punktens rad: after an answer only the row and the sentence above the list are swapped (htmx)."""

from datetime import datetime
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from discharge.queries.case_page import case_page
from discharge.rules.home_ready.standing import home_ready
from lus.organisations.actor import Actor
from lus.refusals import Refused

from .home_ready_words import headline, point_words

TARGET = "punkt-"


def point_part(
    request: HttpRequest, case_id: UUID, viewer: Actor, at: datetime, said: Refused | None
) -> HttpResponse | None:
    """Return the row that the request asks for as it now stands, with the refusal in it, or None for a whole page."""
    target = request.headers.get("HX-Target", "")
    if not target.startswith(TARGET):
        return None
    page = case_page(viewer, case_id, at=at, action="answer_home_ready_point")
    shown = home_ready(page.facts, page.checklist)
    item = next((item for item in shown.points if item.point.id == target.removeprefix(TARGET)), None)
    if item is None:
        return None
    words = {
        "point": point_words(page, viewer, item, True, at),
        "home": headline(page, shown, at),
        "refusal": said,
        "swap": True,
    }
    return render(request, "discharge/_home_point.html", words, status=said.status if said else 200)
