"""A place with one case, the clock standing at ``NOW``, and clients with a demo token each."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta
from itertools import count
from typing import Any

import pytest
import time_machine
from django.core.cache import cache
from django.test import Client
from django.test.client import ClientHandler

from discharge.models import Case
from lus.api.demo_tokens import issue_demo_token
from lus.organisations.actor import Actor
from tests.factories import NOW, Place, a_case, a_person, a_place

EARLIER = NOW - timedelta(hours=1)
_keys = count(1)
# One for all: a handler of its own for each client reads all static files again.
HANDLER = ClientHandler(enforce_csrf_checks=False)


@dataclass(frozen=True)
class Api:
    """A client of ``actor``'s assignment. ``post`` sends a fresh key unless one is given; "" sends none."""

    actor: Actor
    token: str

    def get(self, path: str, **headers: str) -> Any:
        return self.call("GET", path, **headers)

    def post(self, path: str, body: Any = None, *, key: str | None = None, **headers: str) -> Any:
        key = f"test-key-{next(_keys)}" if key is None else key
        return self.call("POST", path, body, **({"Idempotency-Key": key} if key else {}), **headers)

    def act(self, case: Case, act: str, body: Any = None, **more: Any) -> Any:
        return self.post(f"/api/v1/cases/{case.pk}/acts/{act}", body or {}, **more)

    def call(self, method: str, path: str, body: Any = None, **headers: str) -> Any:
        sent = body if isinstance(body, str) else json.dumps(body)
        client = Client(raise_request_exception=False)
        client.handler = HANDLER
        return client.generic(
            method,
            path,
            sent if body is not None else "",
            content_type="application/json",
            headers={"Authorization": f"Bearer {self.token}", **headers},
        )


@pytest.fixture(autouse=True)
def demo_at_now(db: None, settings: Any) -> Iterator[None]:
    settings.DEMO = True
    cache.clear()
    with time_machine.travel(NOW, tick=False):
        yield


def api_of(actor: Actor) -> Api:
    assert actor.assignment_id is not None
    return Api(actor, issue_demo_token(actor.assignment_id, at=EARLIER))


@pytest.fixture
def place() -> Place:
    return a_place()


@pytest.fixture
def case(place: Place) -> Case:
    person = a_person(
        street="Storgatan 1",
        postal_code="111 22",
        town="Nacka",
        registered_municipality="0182",
        language="finska",
    )
    return a_case(place, at=EARLIER, person=person)


@pytest.fixture
def ward(place: Place) -> Api:
    return api_of(place.ward)


@pytest.fixture
def municipality(place: Place) -> Api:
    return api_of(place.municipality)


@pytest.fixture
def primary_care(place: Place) -> Api:
    return api_of(place.primary_care)


@pytest.fixture
def stranger() -> Api:
    """A ward of another hospital, party to nothing."""
    return api_of(a_place("Avd 9", "Täby", "Vårdcentralen Månen").ward)
