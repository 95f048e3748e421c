"""Skrivskyddat läge: pages are read as ever, nothing is changed, each look is logged in a file beside the database.

Stands just inside the session. What changes something is refused before its view is called; a database that refuses
to write turns the mode on by itself. A session is kept if the database lets us, and otherwise runs out.
"""

from collections.abc import Callable
from datetime import datetime
from typing import Any

from django.contrib.sessions.backends.base import UpdateError
from django.db import DatabaseError
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.urls import NoReverseMatch, reverse
from django.utils import timezone
from django.utils.cache import add_never_cache_headers

from lus.access_log import spool
from lus.downtime import mode
from lus.downtime.mode import Mode
from lus.refusals import Refused
from lus.web.words import moment

READING = frozenset({"GET", "HEAD", "OPTIONS"})
# Sent as forms so that nothing personal stands in an address, or about the reader's own session; nothing is changed.
MAY_POST = frozenset(
    {"search_case", "look_up_serial", "api-person-search", "login", "logout", "choose_assignment"}
)


# What is tried where the address carries no row of an act.
TRIED = {
    "new_notice": "Skicka inskrivningsmeddelande",
    "acknowledge": "Kvittera",
    "acknowledge_information": "Kvittera",
    "make_paper_pack": "Gör blanketter",
    "settle_paper_forms": "Räkna blanketter",
}


class WritingStopped(Refused):
    """Nothing is changed while the mode is on."""

    status, code, title = 503, "read-only", "Inget har sparats: LUS är skrivskyddat"


class ReadOnly:
    """Middleware: sets ``request.read_only`` (a Mode, or None in ordinary work)."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer the request; in the mode with the access log in its file."""
        now_on = mode.current()
        request.read_only = now_on  # type: ignore[attr-defined]
        token = spool.in_use.set(now_on is not None)
        try:
            response = self.get_response(request)
        finally:
            spool.in_use.reset(token)
        if mode.current() is not None:  # perhaps since a moment ago
            _keep_session(request)
        return response

    def process_view(
        self, request: HttpRequest, view: Callable[..., Any], args: Any, kwargs: dict[str, Any]
    ) -> HttpResponse | None:
        """Refuse what would change something."""
        now_on: Mode | None = request.read_only  # type: ignore[attr-defined]
        match = request.resolver_match
        if now_on is None or request.method in READING or (match and match.url_name in MAY_POST):
            return None
        return stopped_answer(request, stopped(now_on, _tried(request, kwargs), at=timezone.now()))


def stopped(now_on: Mode, tried: str = "", *, at: datetime) -> WritingStopped:
    """Return the refusal: what was tried, what is so, what to do on paper."""
    said = f"Ni försökte: {tried}. " if tried else ""
    return WritingStopped(
        f"{said}Inget kan ändras sedan {moment(now_on.since, at)}. Skäl: {now_on.why}.",
        "Skriv på en pappersblankett och ring motparten. Registrera i efterhand när läget är slut.",
    )


def stopped_by(error: BaseException, *, at: datetime) -> WritingStopped | None:
    """Turn the mode on if ``error`` says that the database takes no writes; return the refusal, else None."""
    if not mode.note_refused_write(error, at=at):
        return None
    return stopped(mode.current() or Mode(at, mode.WHY_AUTOMATIC, automatic=True), at=at)


def stopped_answer(request: HttpRequest, refused: Refused) -> HttpResponse:
    """Return the refusal as a problem under /api, as an alert to htmx, else as a page."""
    if request.path.startswith("/api/"):
        problem = {
            "type": request.build_absolute_uri(f"/problems/{refused.code}"),
            "code": refused.code,
            "status": refused.status,
            "title": refused.title,
            "detail": refused.detail,
            "advice": refused.advice,
        }
        answer: HttpResponse = JsonResponse(
            problem,
            status=refused.status,
            content_type="application/problem+json",
            headers={"Retry-After": "300"},
        )
    else:
        part = "components/refusal.html" if request.headers.get("HX-Request") else "errors/read_only.html"
        context = {"refusal": refused, "url": kit_url(), "label": "Reservrutin"}
        answer = render(request, part, context, status=refused.status)
    add_never_cache_headers(answer)
    return answer


def kit_url() -> str:
    """Return the address of *Reservrutin*, or nothing where the product has no such page."""
    try:
        return reverse("downtime")
    except NoReverseMatch:
        return ""


def _tried(request: HttpRequest, kwargs: dict[str, Any]) -> str:
    """Return the act in the words of its page, or nothing for an address that is known by neither."""
    name = request.resolver_match.url_name if request.resolver_match else ""
    return str(getattr(kwargs.get("row"), "title", "")) or TRIED.get(name or "", "")


def _keep_session(request: HttpRequest) -> None:
    """Save what is new in the session here, where a refusal costs only the session's length."""
    if not request.session.modified or request.session.is_empty():
        return
    try:
        request.session.save()
    except (DatabaseError, UpdateError):
        request.session.modified = False
