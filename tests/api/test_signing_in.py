"""Who is let in: a session with CSRF, or a demo token for one assignment; everybody else gets a problem."""

from datetime import timedelta
from io import StringIO
from typing import Any

import pytest
from django.core.management import CommandError, call_command
from django.test import Client

from lus.api.demo_tokens import LIFETIME, issue_demo_token, revoke_demo_token
from lus.api.models import DemoToken
from lus.events.models import Event
from lus.organisations.models import Assignment, User
from tests.factories import NOW, Place, a_person, signed_in

from .conftest import EARLIER, Api, api_of
from .problem import problem

ME = "/api/v1/me"


def test_nobody_is_asked_to_sign_in() -> None:
    answer = Client().get(ME)
    problem(answer, 401, "token-missing")
    assert answer["WWW-Authenticate"].startswith("Bearer")


@pytest.mark.parametrize("token", ["", "demo_", "demo_" + "x" * 43, "eyJhbGciOi", "demo_é"])
def test_an_unknown_token_is_refused(token: str) -> None:
    answer = Client().get(ME, headers={"Authorization": f"Bearer {token}"})
    problem(answer, 401, "token-invalid")


def test_a_token_works_only_in_the_demo(ward: Api, settings: Any) -> None:
    assert ward.get(ME).status_code == 200
    settings.DEMO = False
    problem(ward.get(ME), 401, "token-invalid")


def test_a_revoked_token_is_refused(ward: Api) -> None:
    revoke_demo_token(DemoToken.objects.get().pk, at=NOW)
    problem(ward.get(ME), 401, "token-invalid")


def test_an_old_token_has_expired(place: Place) -> None:
    assert place.ward.assignment_id is not None
    token = issue_demo_token(place.ward.assignment_id, at=NOW - LIFETIME)
    problem(Api(place.ward, token).get(ME), 401, "token-expired")


def test_a_token_ends_with_its_assignment(place: Place, ward: Api) -> None:
    Assignment.objects.filter(pk=str(place.ward.assignment_id)).update(valid_to=EARLIER)
    problem(ward.get(ME), 401, "token-expired")


def test_a_token_ends_with_its_user(place: Place, ward: Api) -> None:
    User.objects.filter(pk=str(place.ward.user_id)).update(is_active=False)
    problem(ward.get(ME), 401, "token-invalid")


def test_the_token_itself_is_not_stored(ward: Api) -> None:
    row = DemoToken.objects.get()
    assert ward.token not in str(vars(row))
    assert row.last_four == ward.token[-4:]


def test_a_session_reads_as_a_person(place: Place) -> None:
    assert signed_in(place.ward).get(ME).json()["kind"] in ("person", "client")


def test_a_session_without_assignment_must_choose(place: Place) -> None:
    client = Client()
    client.force_login(User.objects.get(pk=str(place.ward.user_id)))
    problem(client.get(ME), 403, "assignment-missing")


def test_a_session_needs_the_csrf_token_to_act(place: Place) -> None:
    client = signed_in(place.ward)
    client.handler.enforce_csrf_checks = True
    sent = {"person_id": str(a_person().pk), "admitted_at": (NOW - timedelta(hours=1)).isoformat()}
    for headers in (
        {"Idempotency-Key": "session-key-1"},
        {"Idempotency-Key": "session-key-1", "X-CSRFToken": "x" * 32},
    ):
        answer = client.post("/api/v1/cases", sent, content_type="application/json", headers=headers)
        problem(answer, 403, "csrf-failed")
    assert not Event.objects.exists()


def test_a_session_with_the_csrf_token_acts_as_api(place: Place) -> None:
    client = signed_in(place.ward)
    sent = {"person_id": str(a_person().pk), "admitted_at": (NOW - timedelta(hours=1)).isoformat()}
    answer = client.post(
        "/api/v1/cases", sent, content_type="application/json", headers={"Idempotency-Key": "session-key-1"}
    )
    assert answer.status_code == 201
    assert set(Event.objects.values_list("source", flat=True)) == {"api"}


def test_a_token_is_bound_to_its_own_assignment(place: Place) -> None:
    other = api_of(place.municipality)
    assert other.get(ME).json()["unit"]["name"] == "Nacka"


def test_the_command_prints_a_token_that_works(place: Place) -> None:
    out = StringIO()
    user = User.objects.get(pk=str(place.municipality.user_id))
    call_command("demo_token", user.username, unit="Nacka", stdout=out)
    assert Api(place.municipality, out.getvalue().strip()).get(ME).json()["unit"]["name"] == "Nacka"


@pytest.mark.parametrize("unit", ["Nacka", "Ingenstans"])
def test_the_command_refuses_outside_the_demo_and_without_assignment(
    place: Place, settings: Any, unit: str
) -> None:
    user = User.objects.get(pk=str(place.municipality.user_id))
    settings.DEMO = unit != "Nacka"
    with pytest.raises(CommandError):
        call_command("demo_token", user.username, unit=unit)
