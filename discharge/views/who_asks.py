"""Who asks and when, as the middleware has set it on the request."""

from datetime import datetime

from django.http import HttpRequest

from lus.organisations.actor import Actor


def who_asks(request: HttpRequest) -> tuple[Actor, datetime]:
    """Return the actor and the moment of the request (see ``lus/web/actor_middleware.py``)."""
    return request.actor, request.at  # type: ignore[attr-defined]
