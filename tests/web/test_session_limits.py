"""A session slides with use, ends after 20 idle minutes and after 12 hours, and is not kept alive by polling."""

from datetime import UTC, datetime, timedelta
from importlib import import_module
from typing import Any

import pytest
import time_machine
from django.conf import settings
from django.contrib.auth import SESSION_KEY
from django.http import HttpRequest, HttpResponse

from lus.web.session_limits import SessionLimits

MORNING = datetime(2026, 3, 2, 6, 0, tzinfo=UTC)


class Visitor:
    """One signed-in browser: makes requests at chosen times, as the middleware sees them."""

    def __init__(self) -> None:
        self.session = import_module(settings.SESSION_ENGINE).SessionStore()
        self.session[SESSION_KEY] = "1"
        self.limits = SessionLimits(lambda request: HttpResponse())

    def asks(self, after: timedelta, **headers: str) -> bool:
        """Make a request so long after the morning; tell whether the visitor is still signed in."""
        request = HttpRequest()
        request.session = self.session
        request.META.update(headers)
        with time_machine.travel(MORNING + after, tick=False):
            self.limits(request)
        return SESSION_KEY in self.session

    def saves(self, after: timedelta, **headers: str) -> bool:
        """Tell whether a request at that time makes the session be saved."""
        self.session.modified = False
        self.asks(after, **headers)
        modified: Any = self.session.modified
        return bool(modified)


@pytest.fixture
def visitor(db: None) -> Visitor:
    person = Visitor()
    person.asks(timedelta())
    return person


def minutes(number: float) -> timedelta:
    return timedelta(minutes=number)


def test_use_keeps_the_session_alive_beyond_twenty_minutes(visitor: Visitor) -> None:
    assert all(visitor.asks(minutes(after)) for after in (15, 30, 45))


def test_twenty_idle_minutes_end_it(visitor: Visitor) -> None:
    assert visitor.asks(minutes(19.9))
    assert not visitor.asks(minutes(40))


def test_twelve_hours_end_it_however_busy_it_is(visitor: Visitor) -> None:
    assert all(visitor.asks(minutes(after)) for after in range(10, 12 * 60, 10))
    assert not visitor.asks(minutes(12 * 60))


def test_polling_keeps_nobody_signed_in(visitor: Visitor) -> None:
    for after in range(1, 20):
        assert visitor.asks(minutes(after), HTTP_X_BACKGROUND="1")
    assert not visitor.asks(minutes(20), HTTP_X_BACKGROUND="1")


def test_the_session_is_saved_at_most_once_a_minute(visitor: Visitor) -> None:
    assert [visitor.saves(minutes(after)) for after in (0.5, 1.0, 1.5, 2.0)] == [False, True, False, True]
