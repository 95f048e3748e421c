"""Who asks and when: `request.actor` and `request.at`, made once at the edge and passed down from there.

Everything is closed until somebody has signed in and chosen an assignment; what is open stands in ``OPEN``.
"""

from collections.abc import Callable
from typing import Any
from urllib.parse import urlencode, urlsplit
from uuid import UUID

from django.contrib.auth import SESSION_KEY
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone

from lus.organisations.actor import Actor
from lus.organisations.queries import actor_for
from lus.swedish_time import whole_second

ASSIGNMENT = "assignment_id"  # in the session
# Names of routes that need no assignment. The REST interface signs in by itself, see lus/api/authentication.py.
OPEN = frozenset(
    {"livez", "readyz", "login", "logout", "choose_assignment", "help", "gallery", "problem", "wall"}
    | {"survey", "survey_answer", "survey_thanks", "meeting_code", "meeting_answer"}
)
API = "/api/"


class ActorMiddleware:
    """After authentication: sets ``request.at`` (aware UTC, whole seconds) and ``request.actor`` (or None)."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer the request with its actor and its moment."""
        request.at = whole_second(timezone.now())  # type: ignore[attr-defined]
        request.actor = actor_of_session(request)  # type: ignore[attr-defined]
        return self.get_response(request)

    def process_view(
        self, request: HttpRequest, view: Callable[..., Any], args: Any, kwargs: Any
    ) -> HttpResponse | None:
        """Send whoever may not go on to the log-in or to the choice of assignment."""
        match = request.resolver_match
        if request.path.startswith(API) or (match and match.url_name in OPEN):
            return None
        if getattr(request, "actor", None) is not None:
            return None
        return _first(request, "choose_assignment" if request.user.is_authenticated else "login")


def actor_of_session(request: HttpRequest) -> Actor | None:
    """Return the actor that the session's assignment stands for now, or None. At most two statements."""
    if SESSION_KEY not in request.session or not request.user.is_authenticated:
        return None
    chosen = request.session.get(ASSIGNMENT)
    if not chosen:
        return None
    source = "api" if request.path.startswith(API) else "web"
    return actor_for(UUID(chosen), request.user.pk, at=request.at, source=source)  # type: ignore[attr-defined]


def _first(request: HttpRequest, name: str) -> HttpResponse:
    """Redirect to ``name`` and back here afterwards. A part of a page cannot hold a log-in: the page moves."""
    here = request.get_full_path() if request.method in ("GET", "HEAD") else "/"
    if request.headers.get("HX-Request"):
        current = urlsplit(request.headers.get("HX-Current-URL", ""))
        here = current.path or "/"
    address = f"{reverse(name)}?{urlencode({'next': here})}" if here != "/" else reverse(name)
    if not request.headers.get("HX-Request"):
        return redirect(address)
    answer = HttpResponse(status=204)
    answer["HX-Redirect"] = address
    return answer
