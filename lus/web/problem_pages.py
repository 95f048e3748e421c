"""A refusal becomes a page: what was tried, what is so, what to do. Never a stack, never another's patient.

A page that is not there and one that is not yours are the same page, word for word.
"""

import logging
from collections.abc import Callable
from typing import Any

from django.core.exceptions import RequestDataTooBig
from django.db import OperationalError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string
from django.utils import timezone
from django.utils.cache import add_never_cache_headers

from lus.logs import request_id
from lus.organisations.actor import NotPermitted
from lus.organisations.roles import MAY, ROLE_LABELS, WHOSE_TASK, Permission
from lus.refusals import NotAllowed, NotThere, Refused
from lus.web.read_only import stopped_answer, stopped_by
from lus.web.words import clock, day

logger = logging.getLogger(__name__)
TEMPLATES = {400: "422", 403: "403", 404: "404", 409: "409", 422: "422", 503: "read_only"}


# The browser still has the form, which the server has not read.
TOO_LARGE = (
    "Det du skickade är för stort. Inget har sparats.",
    "Gå tillbaka i webbläsaren: det du skrev står kvar. Korta texten och skicka igen.",
)


class _TooLarge(Refused):
    status, code, title = 413, "too-large", "För stort"


class _NotReadable(Refused):
    status, code, title = 400, "bad-request", "Går inte att läsa"


class ProblemPages:
    """Middleware: what an act or a query refuses, and no form has taken care of, is answered with a page."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer the request."""
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, error: Exception) -> HttpResponse | None:
        """Return the page for a refusal, or for a database that does not answer; other errors go on."""
        if isinstance(error, NotPermitted):
            error = refused_role(error.permission)
        stopped = stopped_by(error, at=timezone.now())
        if stopped is not None:
            return stopped_answer(request, stopped)
        if isinstance(error, Refused):
            return problem_page(request, error)
        if isinstance(error, OperationalError):
            logger.exception("the database did not answer in time")
            return _standing_alone("503")
        return None


def refused_role(permission: Permission) -> NotAllowed:
    """Return the refusal of an act that another role may do: whose task it is, or which roles may."""
    if permission in WHOSE_TASK:
        detail, advice = WHOSE_TASK[permission]
        return NotAllowed(f"{detail} Inget har ändrats.", advice)
    roles = [ROLE_LABELS[role].lower() for role, may in MAY.items() if permission in may]
    return NotAllowed(
        f"Det kräver ett annat uppdrag. Detta får göras av: {', '.join(roles)}. Inget har ändrats.",
        "Byt uppdrag om du har ett av dem. Annars: be er lokala administratör.",
    )


def problem_page(request: HttpRequest, refused: Refused) -> HttpResponse:
    """Return the page (for htmx: the alert) that says ``refused``, with its status."""
    if request.headers.get("HX-Request") and not isinstance(refused, NotThere):
        alert = render_to_string("components/refusal.html", {"refusal": refused})
        return _not_kept(HttpResponse(alert, status=refused.status))
    name = TEMPLATES.get(refused.status, "422")
    context = {"refusal": refused, **traces()}
    return _not_kept(render(request, f"errors/{name}.html", context, status=refused.status))


def not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """Django's handler404: the same page as for what belongs to others."""
    return problem_page(request, NotThere())


def not_readable(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """Django's handler400: more than the server reads, or a request that makes no sense. Nothing was begun."""
    if isinstance(exception, RequestDataTooBig):
        return problem_page(request, _TooLarge(*TOO_LARGE))
    return problem_page(
        request, _NotReadable("Något av det du skickade går inte att läsa. Inget har sparats.")
    )


def not_permitted(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """Django's handler403."""
    return problem_page(
        request, NotAllowed("Sidan kräver ett annat uppdrag.", "Byt uppdrag om du har ett annat.")
    )


def form_too_old(request: HttpRequest, reason: str = "") -> HttpResponse:
    """Django's CSRF_FAILURE_VIEW: the form was shown to another session."""
    refused = NotAllowed(
        "Sidan är för gammal: du har loggat in på nytt sedan den visades. Inget har sparats.",
        "Gå tillbaka, ladda om sidan och försök igen.",
        title="Sidan är för gammal",
    )
    return problem_page(request, refused)


def server_error(request: HttpRequest) -> HttpResponse:
    """Django's handler500: needs neither database nor session."""
    return _standing_alone("500")


def lockout(request: HttpRequest, *_: Any) -> HttpResponse:
    """django-axes' answer after too many wrong passwords."""
    return _not_kept(render(request, "errors/429.html", traces(), status=429))


def traces() -> dict[str, Any]:
    """Return when it happened and by which reference the log has it."""
    at = timezone.now()
    today = timezone.localdate(at)
    return {"at": f"{day(today, today)} {clock(at)}", "reference": request_id.get()[:8]}


def _standing_alone(status: str) -> HttpResponse:
    page = render_to_string(f"errors/{status}.html", traces())
    return _not_kept(HttpResponse(page, status=int(status)))


def _not_kept(answer: HttpResponse) -> HttpResponse:
    """What was refused now may be allowed in a moment, and to somebody else: no copy is kept on the way."""
    add_never_cache_headers(answer)
    return answer
