"""Nobody sees what is not theirs, and nobody sees anything without a trace: swept over every address there is.

The addresses come from the resolver, pages and API alike. A new route is swept from its first day.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any
from uuid import UUID

import pytest
from django.db import transaction
from django.http import HttpResponseBase
from django.test import Client

from discharge.models import Case
from lus.access_log.models import Entry
from lus.events.models import Event
from lus.events.queries import version_of
from lus.organisations.actor import Actor
from lus.persons.models import Person
from tests.factories import Place, a_case, a_person, a_place, signed_in
from tests.sip.outside import begun

from .conftest import EARLIER, HANDLER
from .real_bodies import real_body
from .routes import Route, every_route

ROUTES = every_route()
WHO = ("ward", "municipality", "primary_care")
ASKED = ("GET", "real POST")
# Refused before it is looked at who asks, or for the same reason whoever asks: one asks.
BY_ONE = ("POST", "PUT", "PATCH", "DELETE")
# Whoever admits may look anybody up in the register, and open a stay: shown there, and logged.
REGISTER = {
    "discharge/new/",
    "discharge/new/recipients/",
    "api/v1/persons/search",
    "api/v1/persons",
    "api/v1/cases",
}
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
    case = a_case(place, at=EARLIER, person=secret)
    begun(place, secret, EARLIER)
    return case


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


@dataclass(frozen=True)
class Asking:
    """Who asks, in the browser where they have signed in."""

    actor: Actor
    browser: Client

    def afresh(self) -> Client:
        """Return the same session as it was, whatever an earlier request did to it."""
        client = Client(raise_request_exception=False)
        client.cookies.update(self.browser.cookies)
        return client


def answers(
    route: Route, case: Case, asking: Asking, headers: dict[str, str], methods: tuple[str, ...] = ASKED
) -> Iterator[tuple[str, HttpResponseBase]]:
    """Ask the route in every way; whatever is done is undone again. ``POST`` alone sends nothing."""
    path, message = route.filled(case, _message(case)), str(_message(case))
    for method in methods:
        with transaction.atomic():
            client = asking.afresh()
            client.handler = HANDLER
            kind = "application/json" if route.is_api else "application/x-www-form-urlencoded"
            real = real_body(route, case, message, str(asking.actor.unit_id)) if method == "real POST" else ""
            body = real or ("{}" if route.is_api else "")
            sent = {"Idempotency-Key": "sweep-key-1", "If-Match": f'"{case.version}"', **headers}
            verb = method.removeprefix("real ")
            yield method, client.generic(verb, path, "" if verb == "GET" else body, kind, headers=sent)
            transaction.set_rollback(True)


def _message(case: Case) -> UUID:
    return Event.objects.get(case_id=case.pk, name="admission_notice_sent").pk


@pytest.mark.parametrize("headers", [{}, {"HX-Request": "true"}], ids=["page", "part"])
@pytest.mark.parametrize("who", WHO)
def test_who_is_not_party_sees_nothing(theirs: Case, who: str, headers: dict[str, str]) -> None:
    others = a_place("Avd 9", "Täby", "Vårdcentralen Månen")
    a_case(others, at=EARLIER)
    viewer: Actor = getattr(others, who)
    asking = Asking(viewer, signed_in(viewer))
    secrets, before, wrong = canaries(theirs, reference=True), theirs.version, []
    methods = (*ASKED, *BY_ONE) if who == WHO[0] and not headers else ASKED
    for route in ROUTES:
        if headers and route.is_api:
            continue  # REST knows no parts of pages
        for method, answer in answers(route, theirs, asking, headers, methods):
            told, looks = said(answer), Entry.objects.filter(person_ids__contains=[theirs.person_id])
            shows = [f"{method} {route.pattern} shows {word}" for word in secrets if word in told]
            if who == "ward" and method == "real POST" and route.pattern in REGISTER:
                wrong += shows if theirs.reference in told or not looks.exists() else []
                continue
            wrong += shows
            wrong += [f"{method} {route.pattern} logs a look"] if looks.exists() else []
            if answer.status_code >= 500 or (route.of_case and answer.status_code not in REFUSED):
                wrong.append(f"{method} {route.pattern} answers {answer.status_code}")
            if version_of(theirs.pk) != before:
                wrong.append(f"{method} {route.pattern} writes")
    assert not wrong


@pytest.mark.parametrize("who", WHO)
def test_who_is_party_leaves_a_trace_wherever_the_patient_is_shown(
    place: Place, theirs: Case, who: str
) -> None:
    viewer: Actor = getattr(place, who)
    asking = Asking(viewer, signed_in(viewer))
    names, shown, wrong = canaries(theirs, reference=False), 0, []
    for route in ROUTES:
        for method, answer in answers(
            route, theirs, asking, {}, (*ASKED, "POST") if who == WHO[0] else ASKED
        ):
            told = said(answer)
            if answer.status_code >= 500:
                wrong.append(f"{method} {route.pattern} answers {answer.status_code}")
            if any(word in told for word in names):
                shown += 1
                traces = Entry.objects.filter(person_ids__contains=[theirs.person_id], user_id=viewer.user_id)
                wrong += [] if traces.exists() else [f"{method} {route.pattern} shows without a trace"]
    assert not wrong
    assert shown >= 5  # guards the guard: a sweep that never meets the patient proves nothing


def test_a_wrong_recipient_sees_the_case_no_more(place: Place, theirs: Case) -> None:
    client = signed_in(place.municipality)
    path = f"/api/v1/cases/{theirs.pk}"
    assert client.get(path).status_code == 200
    sent = {"reason": "moved"}
    headers = {"Idempotency-Key": "wrong-key-1"}
    done = client.post(f"{path}/acts/report-wrong-recipient", sent, "application/json", headers=headers)
    assert done.status_code == 201
    for route in ROUTES:
        if route.of_case and not route.of_plan:
            answer = client.get(route.filled(theirs, _message(theirs)))
            assert answer.status_code in REFUSED, route.pattern
            assert "Zzkanarie" not in said(answer)
