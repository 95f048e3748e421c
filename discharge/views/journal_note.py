"""*Kopiera till journal*: what was written and done so far as plain text, with the case's code instead of a number."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET

from discharge.queries.case_page import CasePage, case_page
from discharge.rules.facts_of_messages import Message
from lus.refusals import NotThere

from .journal_note_words import case_note, message_note
from .who_asks import who_asks


@never_cache
@require_GET
def journal_note(request: HttpRequest, case_id: UUID) -> HttpResponse:
    """Show the note in a box to copy from. ``?message=`` a message's id: that one; else the case so far."""
    viewer, at = who_asks(request)
    page = case_page(viewer, case_id, at=at, action="journal_note")
    asked = request.GET.get("message", "")
    note = message_note(page, _message(page, asked), at) if asked else case_note(page, viewer, at)
    shown = {"note": note, "rows": min(24, note.count("\n") + 2), "back_url": _back(page, asked)}
    return render(request, "discharge/journal_note.html", shown | {"code": page.case.reference})


def _message(page: CasePage, asked: str) -> Message:
    for message in page.facts.messages:
        if message.event_id == asked:
            return message
    raise NotThere


def _back(page: CasePage, asked: str) -> str:
    address = reverse("case", args=[page.case.pk])
    return f"{address}?section=messages#section" if asked else address
