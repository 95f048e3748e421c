"""*Kvittera*: one press, from Min tur or from the case."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_GET, require_POST

from discharge.actions.acknowledge import acknowledge
from discharge.actions.acknowledge_information import acknowledge_information
from discharge.queries.my_turn import turn_limits
from lus.web.safe_next import safe_next
from lus.web.words import clock

from .my_turn_words import turn_head
from .who_asks import who_asks


@require_POST
def acknowledge_page(request: HttpRequest, case_id: UUID, message_id: UUID) -> HttpResponse:
    """Acknowledge one message for the own unit and go back. Needs no key: doing it twice changes nothing.

    For htmx the row's verb is replaced by what was done, and so is the line above the list.
    """
    viewer, at = who_asks(request)
    acknowledge(case_id=case_id, message_id=message_id, actor=viewer, at=at)
    words = f"Kvitterad {clock(at)}"
    if request.headers.get("HX-Request"):
        shown = {"words": words, "head": turn_head(turn_limits(viewer, at=at), at)}
        return render(request, "discharge/_row_done.html", shown)
    messages.success(request, f"{words}.")
    return redirect(safe_next(request))


@require_POST
def acknowledge_information_page(request: HttpRequest, case_id: UUID) -> HttpResponse:
    """Acknowledge all information in the case for the own unit. Needs no key: doing it twice changes nothing."""
    viewer, at = who_asks(request)
    acknowledge_information(case_id=case_id, actor=viewer, at=at)
    messages.success(request, f"Informationen kvitterad {clock(at)}.")
    return redirect("read_messages", case_id)


@require_GET
def read_messages(request: HttpRequest, case_id: UUID) -> HttpResponse:
    """*Läs*: the case with its messages open. Tells nothing by itself."""
    return redirect(f"{reverse('case', args=[case_id])}?section=messages#section")
