"""What the middleware sets on each request: who asks, and when (see ``actor_middleware.py``)."""

from datetime import datetime
from typing import Protocol, cast

from django.http import HttpRequest

from lus.organisations.actor import Actor


class Asked(Protocol):
    """``at``: the only clock reading of the request. ``actor``: on pages that need an assignment."""

    actor: Actor
    at: datetime


def asked(request: HttpRequest) -> Asked:
    """Return the same request, as the middleware has left it."""
    return cast(Asked, request)


def moment_of(request: HttpRequest) -> datetime:
    """Return when the request came: for pages that ask nobody who they are."""
    return asked(request).at
