"""Who asks and when, as the middleware has set it on the request."""

from datetime import datetime

from django.http import HttpRequest

from lus.organisations.actor import Actor
from lus.web.asked import asked


def who_asks(request: HttpRequest) -> tuple[Actor, datetime]:
    """Return the actor and the moment of the request (see ``lus/web/actor_middleware.py``)."""
    said = asked(request)
    return said.actor, said.at
