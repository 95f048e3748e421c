"""A session ends after 20 minutes without acts, and after 12 hours whatever happens (HSLF-FS 2016:40, 4 kap.).

Idle time slides: at most once a minute the session is saved with a new end, so a page costs no extra write. A request
that the page makes by itself (the polling board) says so with `X-Background: 1` and keeps nobody signed in.
"""

from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Any

from django.conf import settings
from django.contrib.auth import SESSION_KEY
from django.http import HttpRequest, HttpResponse
from django.utils import timezone

SECONDS_BETWEEN_SAVES = 60
_STARTED, _SEEN = "started_at", "seen_at"


class SessionLimits:
    """Middleware between the session and the user: ends old sessions, lets used ones slide."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer the request, as nobody when the session has lived too long."""
        if SESSION_KEY in request.session:
            _keep_or_end(request, now=timezone.now().timestamp())
        return self.get_response(request)


def is_over(data: Mapping[str, Any], *, now: datetime) -> bool:
    """Tell whether a stored session has lived too long at ``now``; asking keeps nobody signed in."""
    moment = now.timestamp()
    return _is_too_old(data.get(_STARTED, moment), data.get(_SEEN, moment), moment)


def _is_too_old(started: float, seen: float, now: float) -> bool:
    return now - started >= settings.SESSION_ABSOLUTE_SECONDS or now - seen >= settings.SESSION_IDLE_SECONDS


def _keep_or_end(request: HttpRequest, *, now: float) -> None:
    session = request.session
    started = session.setdefault(_STARTED, now)
    seen = session.setdefault(_SEEN, now)
    if _is_too_old(started, seen, now):
        session.flush()
        return
    if now - seen >= SECONDS_BETWEEN_SAVES and request.headers.get("X-Background") != "1":
        session[_SEEN] = now
