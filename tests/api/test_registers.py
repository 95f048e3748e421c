"""Persons by number, units, code lists and who one is."""

from typing import Any

import pytest

from lus.access_log.models import Entry
from lus.persons.models import Person
from tests.factories import a_person

from .conftest import Api
from .problem import problem


def test_a_person_is_found_by_number_and_the_look_is_logged(ward: Api) -> None:
    person = a_person(street="Storgatan 1")
    number = f"{person.identifier[:8]}-{person.identifier[8:]}"
    found = ward.post("/api/v1/persons/search", {"identifier": number}, key="").json()["results"]
    assert found[0]["id"] == str(person.pk)
    assert Entry.objects.get().person_ids == [person.pk]


@pytest.mark.parametrize("sent", ["19121212-1213", "hej"])
def test_a_wrong_number_is_refused_without_repeating_it(ward: Api, sent: str) -> None:
    told = problem(
        ward.post("/api/v1/persons/search", {"identifier": sent}, key=""), 422, "identifier-invalid"
    )
    assert sent not in str(told)


def test_nobody_found_is_an_empty_list(ward: Api) -> None:
    a_person()
    unknown = Person(identifier="191212121212").identifier
    assert ward.post("/api/v1/persons/search", {"identifier": unknown}, key="").json() == {"results": []}


def test_a_municipality_may_not_search_persons(municipality: Api) -> None:
    problem(
        municipality.post("/api/v1/persons/search", {"identifier": "x"}, key=""), 403, "unit-not-permitted"
    )


def test_searches_are_limited(ward: Api) -> None:
    for _ in range(30):
        last = ward.post("/api/v1/persons/search", {"identifier": "191212121212"}, key="")
        assert last.status_code == 200
    told = ward.post("/api/v1/persons/search", {"identifier": "191212121212"}, key="")
    problem(told, 429, "rate-limited")
    assert int(told["Retry-After"]) > 0


def test_a_person_is_registered_by_hand_once(ward: Api) -> None:
    sent = {"number": "191212121212", "family_name": "Tolvan", "given_name": "Tolvan"}
    done = ward.post("/api/v1/persons", sent)
    assert done.status_code == 201
    assert set(done.json()) == {"person_id"}
    problem(ward.post("/api/v1/persons", sent), 422, "person-exists")


@pytest.mark.parametrize(
    ("path", "member"),
    [
        ("me", "unit"),
        ("units", "results"),
        ("code-lists", "results"),
        ("code-lists/care-forms", "results"),
        ("problems/not-found", "advice"),
    ],
)
def test_the_registers_are_told(ward: Api, path: str, member: str) -> None:
    answer = ward.get(f"/api/v1/{path}")
    assert answer.status_code == 200
    assert answer.json()[member]
    assert not Entry.objects.exists()


def test_units_are_paged_and_chosen_by_kind(ward: Api, stranger: Api) -> None:
    first = ward.get("/api/v1/units?limit=1&kind=ward").json()
    second = ward.get(first["next"]).json()
    assert [first["results"][0]["name"], second["results"][0]["name"]] == ["Avd 72", "Avd 9"]
    assert second["next"] is None


def test_a_list_that_does_not_exist_is_not_found(ward: Api) -> None:
    problem(ward.get("/api/v1/code-lists/nothing"), 404, "not-found")
    problem(ward.get("/api/v1/problems/nothing"), 404, "not-found")


def test_me_tells_the_assignment(ward: Api) -> None:
    body: dict[str, Any] = ward.get("/api/v1/me").json()
    assert body["kind"] == "client"
    assert body["unit"]["name"] == "Avd 72"
    assert "register_stay" in body["permissions"]
