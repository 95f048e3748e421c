"""Search: own cases only, nothing in the address, everybody shown is stored."""

import pytest
from django.test import Client

from lus.access_log.models import Entry
from tests.factories import Place, a_case, a_person, a_place, signed_in

pytestmark = pytest.mark.django_db


@pytest.fixture
def place() -> Place:
    return a_place()


def search(client: Client, text: str) -> tuple[int, str]:
    """Return the status and the page, or the address that it leads to."""
    answer = client.post("/search/", {"q": text})
    return answer.status_code, answer.headers.get("Location", answer.content.decode())


def test_a_case_code_leads_to_the_case(place: Place) -> None:
    case = a_case(place)
    assert search(signed_in(place.ward), f" {case.reference.lower()} ") == (302, f"/discharge/{case.pk}/")
    entry = Entry.objects.get(action="case_search")
    assert entry.person_ids == [case.person_id]


def test_a_number_leads_to_the_case(place: Place) -> None:
    person = a_person()
    case = a_case(place, person=person)
    number = f"{person.identifier[:8]}-{person.identifier[8:]}"
    assert search(signed_in(place.municipality), number) == (302, f"/discharge/{case.pk}/")


def test_the_case_of_others_is_not_there(place: Place) -> None:
    case = a_case(place)
    stranger = signed_in(a_place("Avd 9", "Solna", "Vårdcentralen Månen").ward)
    for text in (case.reference, case.person.identifier):
        status, page = search(stranger, text)
        assert status == 200
        assert "Inget ärende hos er" in page
    assert not Entry.objects.filter(action="case_search").exists()


def test_a_wrong_check_digit_says_so(place: Place) -> None:
    status, page = search(signed_in(place.ward), "19900222-2390")
    assert status == 422
    assert "Kontrollsiffran stämmer inte" in page
    assert "Sök på ärendekod (till exempel N4K7P) eller personnummer" in page


def test_words_that_are_neither_name_both_forms(place: Place) -> None:
    status, page = search(signed_in(place.ward), "Åberg")
    assert status == 422
    assert "Sök på ärendekod (till exempel N4K7P) eller personnummer" in page


def test_a_search_is_never_an_address(place: Place) -> None:
    assert signed_in(place.ward).get("/search/?q=N4K7P").status_code == 405
