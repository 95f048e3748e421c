"""Nobody sees what is not theirs, and nobody sees anything without a trace: swept over every address there is.

The addresses come from the resolver, pages and API alike. A new route is swept from its first day.
"""

from collections.abc import Iterator
from typing import Any
from uuid import UUID

import pytest
from django.db import transaction
from django.http import HttpResponseBase

from discharge.models import Case
from lus.access_log.models import Entry
from lus.events.models import Event
from lus.organisations.actor import Actor
from lus.persons.models import Person
from tests.factories import Place, a_case, a_person, a_place, signed_in

from .conftest import EARLIER
from .routes import Route, every_route

ROUTES = every_route()
named = pytest.mark.parametrize("route", ROUTES, ids=lambda route: f"{route.name} {route.pattern}")
WHO = ("ward", "municipality", "primary_care")
METHODS = ("GET", "HEAD", "POST")
REFUSED = {302, 403, 404, 405}


@pytest.fixture(autouse=True)
def no_practice(demo_at_now: None, settings: Any) -> None:
    settings.DEMO = False


@pytest.fixture
def secret() -> Person:
    return a_person(
        "Zzkanarie",
        "Zzfågel",
        street="Zzgränd 7",
        postal_code="999 98",
        town="Zzstad",
        registered_municipality="0182",
    )


@pytest.fixture
def theirs(place: Place, secret: Person) -> Case:
    return a_case(place, at=EARLIER, person=secret)


def canaries(case: Case, *, reference: bool) -> list[str]:
    person = case.person
    number = person.identifier
    words = [
        "Zzkanarie",
        "Zzfågel",
        "Zzgränd",
        "Zzstad",
        number,
        f"{number[:8]}-{number[8:]}",
        f"{number[2:8]}-{number[8:]}",
    ]
    return [*words, case.reference] if reference else words


def said(answer: HttpResponseBase) -> str:
    """Everything that leaves: body and headers."""
    parts = answer.streaming_content if answer.streaming else [answer.content]  # type: ignore[attr-defined]
    body = b"".join(parts).decode("utf-8", "replace")
    return body + "\n" + "\n".join(f"{name}: {value}" for name, value in answer.items())


def answers(
    route: Route, case: Case, actor: Actor, headers: dict[str, str]
) -> Iterator[tuple[str, HttpResponseBase]]:
    """Ask the route in every way; whatever is done is undone again."""
    path = route.filled(case, _message(case))
    for method in METHODS:
        with transaction.atomic():
            client = signed_in(actor)
            client.raise_request_exception = False
            kind = "application/json" if route.is_api else "application/x-www-form-urlencoded"
            body = "{}" if route.is_api else ""
            sent = {"Idempotency-Key": "sweep-key-1", "If-Match": f'"{case.version}"', **headers}
            yield method, client.generic(method, path, body if method == "POST" else "", kind, headers=sent)
            transaction.set_rollback(True)


def _message(case: Case) -> UUID:
    return Event.objects.get(case_id=case.pk, name="admission_notice_sent").pk


@named
@pytest.mark.parametrize("who", WHO)
def test_who_is_not_party_sees_nothing(theirs: Case, route: Route, who: str) -> None:
    others = a_place("Avd 9", "Täby", "Vårdcentralen Månen")
    a_case(others, at=EARLIER)
    viewer: Actor = getattr(others, who)
    before = Event.objects.filter(case_id=theirs.pk).count()
    for headers in ({}, {"HX-Request": "true"}):
        for method, answer in answers(route, theirs, viewer, headers):
            assert not [word for word in canaries(theirs, reference=True) if word in said(answer)], method
            assert answer.status_code < 500
            if route.of_case:
                assert answer.status_code in REFUSED, method
            assert Event.objects.filter(case_id=theirs.pk).count() == before
    assert not Entry.objects.filter(person_ids__contains=[theirs.person_id]).exists()


@named
@pytest.mark.parametrize("who", WHO)
def test_who_is_party_leaves_a_trace_wherever_the_patient_is_shown(
    place: Place, theirs: Case, route: Route, who: str
) -> None:
    viewer: Actor = getattr(place, who)
    for method, answer in answers(route, theirs, viewer, {}):
        assert answer.status_code < 500
        if [word for word in canaries(theirs, reference=False) if word in said(answer)]:
            traces = Entry.objects.filter(person_ids__contains=[theirs.person_id], user_id=viewer.user_id)
            assert traces.exists(), method


def test_a_wrong_recipient_sees_the_case_no_more(place: Place, theirs: Case) -> None:
    client = signed_in(place.municipality)
    path = f"/api/v1/cases/{theirs.pk}"
    assert client.get(path).status_code == 200
    sent = {"reason": "moved"}
    headers = {"Idempotency-Key": "wrong-key-1"}
    done = client.post(f"{path}/acts/report-wrong-recipient", sent, "application/json", headers=headers)
    assert done.status_code == 201
    for route in ROUTES:
        if route.of_case:
            answer = client.get(route.filled(theirs, _message(theirs)))
            assert answer.status_code in REFUSED, route.pattern
            assert "Zzkanarie" not in said(answer)


def test_the_sweep_meets_the_patient_somewhere(place: Place, theirs: Case) -> None:
    """Guards the guard: a sweep that never finds the canary proves nothing."""
    shown = [
        route.pattern
        for route in ROUTES
        for method, answer in answers(route, theirs, place.ward, {})
        if method == "GET" and "Zzkanarie" in said(answer)
    ]
    assert len(shown) >= 5
