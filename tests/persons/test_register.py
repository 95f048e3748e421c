"""Finding and registering patients: who may, what is refused, who was looked at."""

from datetime import date

import pytest

from lus.access_log.models import Entry
from lus.organisations.actor import NotPermitted
from lus.persons.identifiers import InvalidIdentifier
from lus.persons.queries import find_person
from lus.persons.register import NewPerson, register_person
from lus.refusals import InvalidInput
from tests.factories import NOW, Place, a_person, a_place

pytestmark = pytest.mark.django_db
TEST_NUMBER = "19900222-2397"


@pytest.fixture
def place() -> Place:
    return a_place()


def test_a_person_is_found_however_the_number_is_typed(place: Place) -> None:
    person = a_person()
    for typed in (
        person.identifier,
        f" {person.identifier[:8]} – {person.identifier[8:]}",
        person.identifier[2:],
    ):
        assert find_person(place.ward, typed, NOW) == person
    assert Entry.objects.filter(action="person_search", person_ids=[person.pk]).count() == 3


def test_nobody_found_is_nobody_shown(place: Place) -> None:
    assert find_person(place.ward, TEST_NUMBER, NOW) is None
    assert not Entry.objects.exists()


def test_only_those_who_admit_may_search_the_register(place: Place) -> None:
    for actor in (place.municipality, place.primary_care):
        with pytest.raises(NotPermitted):
            find_person(actor, TEST_NUMBER, NOW)
    with pytest.raises(InvalidIdentifier):
        find_person(place.ward, "19900222-2390", NOW)


def test_a_personnummer_brings_its_birth_date(place: Place) -> None:
    person = register_person(NewPerson(TEST_NUMBER, "Ebers", "Andreas"), actor=place.ward, at=NOW)
    assert (person.identifier, person.identifier_kind) == ("199002222397", "personnummer")
    assert person.birth_date == date(1990, 2, 22)
    assert find_person(place.ward, TEST_NUMBER, NOW) == person


def test_a_local_reserve_number_is_kept_with_its_region(place: Place) -> None:
    new = NewPerson("TILL1234", "Okänd", issuer="Region Mitt", birth_date=date(1950, 1, 1))
    person = register_person(new, actor=place.ward, at=NOW)
    assert (person.identifier_kind, person.identifier_issuer) == ("local_reserve_number", "Region Mitt")
    other = register_person(NewPerson("TILL1234", "Okänd", issuer="Region Syd"), actor=place.ward, at=NOW)
    assert other.pk != person.pk


@pytest.mark.parametrize(
    ("new", "field"),
    [
        (NewPerson("19900222-2390", "Ebers"), "number"),
        (NewPerson(TEST_NUMBER, "  "), "family_name"),
        (NewPerson("X", "Ebers", issuer="Region Mitt"), "number"),
        (NewPerson("TILL1234", "Ebers", issuer="Region Mitt", birth_date=date(2026, 3, 4)), "birth_date"),
    ],
)
def test_what_cannot_be_is_refused_at_its_field(place: Place, new: NewPerson, field: str) -> None:
    with pytest.raises(InvalidInput) as refused:
        register_person(new, actor=place.ward, at=NOW)
    assert refused.value.field == field


def test_a_local_reserve_number_is_looked_up_with_permission_and_trace(place: Place) -> None:
    new = NewPerson("TILL1234", "Okänd", issuer="Region Mitt")
    person = register_person(new, actor=place.ward, at=NOW)
    assert find_person(place.ward, "TILL1234", NOW, issuer="Region Mitt") == person
    assert Entry.objects.filter(action="person_search", person_ids=[person.pk]).count() == 1
    with pytest.raises(NotPermitted):
        find_person(place.municipality, "TILL1234", NOW, issuer="Region Mitt")


def test_a_number_belongs_to_one_person(place: Place) -> None:
    register_person(NewPerson(TEST_NUMBER, "Ebers"), actor=place.ward, at=NOW)
    with pytest.raises(InvalidInput, match="person-exists"):
        register_person(NewPerson(TEST_NUMBER, "Ebers"), actor=place.ward, at=NOW)


def test_a_municipality_registers_nobody(place: Place) -> None:
    with pytest.raises(NotPermitted):
        register_person(NewPerson(TEST_NUMBER, "Ebers"), actor=place.municipality, at=NOW)
