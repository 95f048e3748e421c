"""Refusals as pages: status, words, and nothing that tells a patient."""

from uuid import uuid4

import pytest
from django import forms
from django.db import OperationalError
from django.http import HttpRequest, HttpResponse
from django.test import Client, RequestFactory
from django.urls import path

import lus.urls
from lus.organisations.actor import Actor, NotPermitted
from lus.organisations.roles import Permission
from lus.refusals import AlreadyDone, InvalidInput, NotThere, StalePage, StatutoryFieldsOnly
from lus.web.forms_refused import attach_refusal
from lus.web.problem_pages import server_error
from tests.factories import a_place, signed_in

pytestmark = pytest.mark.django_db

REASONS: dict[str, Exception] = {
    "done": AlreadyDone("Karin L, avd 72, markerade 11.42.", "Inget har skickats två gånger."),
    "stale": StalePage("Datumet har ändrats.", "Läs och gör om."),
    "input": InvalidInput("Orsaken saknas.", "Skriv en orsak."),
    "fields": StatutoryFieldsOnly("Fältet får inte skickas."),
    "missing": NotThere(),
    "role": NotPermitted(Permission.NAME_CARE_CONTACT, Actor(kind="person", name="A", role="ward_staff")),
    "database": OperationalError("canceling statement due to lock timeout"),
    "bug": ValueError("19900222-2397"),
}


def refuse(request: HttpRequest, why: str) -> HttpResponse:
    raise REASONS[why]


urlpatterns = [*lus.urls.urlpatterns, path("refuse/<str:why>/", refuse)]
handler404, handler403, handler500 = lus.urls.handler404, lus.urls.handler403, lus.urls.handler500


@pytest.fixture
def client() -> Client:
    made = signed_in(a_place().ward)
    made.raise_request_exception = False
    return made


@pytest.mark.urls("tests.web.test_problem_pages")
@pytest.mark.parametrize(
    ("why", "status", "words"),
    [
        ("done", 409, "Karin L, avd 72, markerade 11.42."),
        ("stale", 409, "Läs och gör om."),
        ("input", 422, "Orsaken saknas."),
        ("fields", 400, "Fältet får inte skickas."),
        ("missing", 404, "Det finns inget här som ert uppdrag får se."),
        ("role", 403, "vårdsamordnare, fast vårdkontakt"),
        ("database", 503, "LUS är inte tillgängligt just nu"),
        ("bug", 500, "Något gick fel hos oss"),
    ],
)
def test_each_refusal_is_a_page_with_its_status(client: Client, why: str, status: int, words: str) -> None:
    answer = client.get(f"/refuse/{why}/")
    assert answer.status_code == status
    assert words in answer.content.decode()
    assert "no-store" in answer["Cache-Control"]


@pytest.mark.parametrize("path", ["/help/", "/gallery/", "/nowhere/"])
def test_no_copy_of_these_is_kept_either(client: Client, path: str) -> None:
    assert "no-store" in client.get(path)["Cache-Control"]


@pytest.mark.urls("tests.web.test_problem_pages")
def test_a_bug_tells_a_reference_and_no_patient(client: Client) -> None:
    answer = client.get("/refuse/bug/")
    assert answer["X-Request-ID"][:8] in answer.content.decode()
    assert "19900222" not in answer.content.decode()


@pytest.mark.urls("tests.web.test_problem_pages")
def test_htmx_gets_the_alert_and_no_page(client: Client) -> None:
    answer = client.get("/refuse/done/", headers={"HX-Request": "true"})
    assert answer.status_code == 409
    assert answer.content.decode().startswith("{#") is False
    assert "<html" not in answer.content.decode()
    assert 'role="alert"' in answer.content.decode()


def test_not_yours_and_not_there_are_the_same_page(client: Client) -> None:
    def words(url: str) -> str:
        page = client.get(url).content.decode()
        return page.split("<main")[1].split("<dl")[0]

    assert words("/nowhere/") == words(f"/discharge/{uuid4()}/")


def test_the_page_of_a_fault_needs_no_database(django_assert_num_queries: object) -> None:
    with django_assert_num_queries(0):  # type: ignore[operator]
        assert server_error(RequestFactory().get("/")).status_code == 500


def test_a_form_from_another_session_is_told_so() -> None:
    client = Client(enforce_csrf_checks=True)
    answer = client.post("/login/", {"username": "a", "password": "b"})
    assert answer.status_code == 403
    assert "Sidan är för gammal" in answer.content.decode()


class ReasonForm(forms.Form):
    reason = forms.CharField(required=False)


@pytest.mark.parametrize(
    ("refused", "status", "where"),
    [
        (InvalidInput("Orsaken saknas.", "Skriv en orsak.", field="reason"), 422, "reason"),
        (InvalidInput("Enheten är okänd.", field="unit"), 422, "__all__"),
        (StatutoryFieldsOnly("Fältet får inte skickas."), 422, "__all__"),
        (StalePage("Datumet har ändrats."), 409, "__all__"),
    ],
)
def test_a_refusal_stands_at_its_field_and_the_input_is_kept(
    refused: InvalidInput, status: int, where: str
) -> None:
    form = ReasonForm({"reason": "väntar"})
    assert attach_refusal(form, refused) == status
    assert list(form.errors) == [where]
    assert form["reason"].value() == "väntar"
    assert form.refusal is refused  # type: ignore[attr-defined]
