"""Urval, kolumner och vyer: what the board may be chosen by, what is kept under a name, and who sees it."""

from collections.abc import Iterator
from datetime import timedelta

import pytest
import time_machine
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from discharge.models import Case
from discharge.queries.board_choice import FILTERS, KEYS, choice_of
from lus.organisations.models import Unit
from lus.organisations.roles import Role
from lus.web.models import SavedView
from tests.factories import NOW, Place, a_case, a_person, a_place, an_actor, signed_in

pytestmark = pytest.mark.django_db
BOARD = "/discharge/board/"
VIEWS = "/discharge/board/views/"


@pytest.fixture
def now() -> Iterator[time_machine.Traveller]:
    with time_machine.travel(NOW, tick=False) as clock:
        yield clock


@pytest.fixture
def place(now: time_machine.Traveller) -> Place:
    return a_place()


@pytest.fixture
def cases(place: Place) -> dict[str, Case]:
    """Four that differ in one thing each."""
    born = (NOW - timedelta(days=365 * 10)).date()
    found = {
        "child": a_case(place, person=a_person("Barn", "Bo", born=born)),
        "nacka": a_case(place, person=a_person("Nacka", "Nils", registered_municipality="0182")),
        "hidden": a_case(
            place,
            person=a_person("Dold", "Dan", registered_municipality="0182", protection="sekretessmarkering"),
        ),
        "old": a_case(place, at=NOW - timedelta(days=5), person=a_person("Gammal", "Gun")),
    }
    Case.objects.filter(pk__in=[found["nacka"].pk, found["hidden"].pk]).update(registered_municipality="0182")
    Case.objects.filter(pk=found["old"].pk).update(care_form="psychiatric_adult")
    return found


def shown(client: Client, cases: dict[str, Case], query: str) -> set[str]:
    page = client.get(BOARD + query).content.decode()
    return {name for name, case in cases.items() if f"arende-{case.reference}" in page}


@pytest.mark.parametrize(
    ("query", "names"),
    [
        ("", {"child", "nacka", "hidden", "old"}),
        ("?child=1", {"child"}),
        ("?psychiatry=1", {"old"}),
        ("?changed=1", {"child", "nacka", "hidden"}),
        ("?municipality=0182", {"nacka"}),  # where a protected person lives is not told this way either
        ("?municipality=0182&child=1", set()),
        ("?ward=nonsense&municipality=x&changed=9&sort=person", {"child", "nacka", "hidden", "old"}),
        ("?social_services=1", {"child", "nacka", "hidden", "old"}),
    ],
)
def test_the_board_is_chosen_by_what_is_allowed_and_nothing_else(
    place: Place, cases: dict[str, Case], query: str, names: set[str]
) -> None:
    assert shown(signed_in(place.ward), cases, query) == names


def test_another_wards_cases_can_be_chosen_apart(place: Place, cases: dict[str, Case]) -> None:
    other = a_place("Avd 9", "Solna", "Vårdcentralen Månen")
    elsewhere = a_case(Place(other.ward, place.municipality, other.primary_care))
    client = signed_in(place.municipality)
    everything = {**cases, "elsewhere": elsewhere}
    assert shown(client, everything, f"?ward={other.ward.unit_id}") == {"elsewhere"}
    assert shown(client, everything, f"?ward={place.ward.unit_id}") == set(cases)


def test_totals_and_boxes_follow_the_choice(place: Place, cases: dict[str, Case]) -> None:
    page = signed_in(place.ward).get(f"{BOARD}?child=1").content.decode()
    assert "1 ärende<" in page
    assert 'href="?child=1&amp;view=ready"' in page or 'href="?view=ready&amp;child=1"' in page


def test_no_key_is_about_social_services_or_a_person() -> None:
    assert {*FILTERS, "hide"} == KEYS
    for word in ("social", "support", "need", "person", "name", "protected", "consent"):
        assert not any(word in key for key in KEYS)


def test_the_panel_offers_the_places_of_the_own_cases(place: Place, cases: dict[str, Case]) -> None:
    panel = signed_in(place.municipality).get(f"{BOARD}?choose=1").content.decode()
    assert f'value="{place.ward.unit_id}"' in panel
    assert 'value="0182"' in panel
    assert "choose-ward" not in signed_in(place.municipality).get(BOARD).content.decode()


def test_a_hidden_column_is_said_in_the_part(place: Place, cases: dict[str, Case]) -> None:
    page = signed_in(place.ward).get(f"{BOARD}?hide=home&hide=contact&hide=person").content.decode()
    assert 'data-hide="contact home"' in page


def test_a_view_keeps_the_choice_and_only_that(place: Place, cases: dict[str, Case]) -> None:
    client = signed_in(place.ward)
    sent = {"name": " Barnen  här ", "view": "planning", "child": "1", "hide": "home", "q": "Barn Bo"}
    assert client.post(VIEWS, sent)["Location"] == f"{BOARD}?view=planning&child=1&hide=home"
    view = SavedView.objects.get()
    assert view.choice == {"pairs": [["view", "planning"], ["child", "1"], ["hide", "home"]]}
    assert (view.name, view.is_shared) == ("Barnen här", False)
    page = client.get(BOARD).content.decode()
    assert "Barnen här" in page
    assert choice_of({key: [value] for key, value in view.choice["pairs"]}).child


def test_a_units_view_is_for_the_unit_and_an_own_one_for_oneself(place: Place) -> None:
    colleague = an_actor(Unit.objects.get(pk=str(place.ward.unit_id)), Role.WARD_PHYSICIAN)
    maker = signed_in(place.ward)
    maker.post(VIEWS, {"name": "Ronden", "child": "1", "shared": "1"})
    maker.post(VIEWS, {"name": "Mina egna", "child": "1"})
    seen = signed_in(colleague).get(BOARD).content.decode()
    assert "Ronden (enheten)" in seen
    assert "Mina egna" not in seen
    assert "Ronden" not in signed_in(place.municipality).get(BOARD).content.decode()
    signed_in(colleague).post(VIEWS, {"remove": str(SavedView.objects.get(name="Ronden").pk)})
    assert SavedView.objects.count() == 2  # only the maker takes it away
    maker.post(VIEWS, {"remove": str(SavedView.objects.get(name="Ronden").pk)})
    assert SavedView.objects.count() == 1
    maker.post(VIEWS, {"remove": "nonsense"})


@pytest.mark.parametrize("name", ["", "x" * 41, "Anna 19400101-0000", "   "])
def test_a_name_that_cannot_be_is_refused_with_why(place: Place, name: str) -> None:
    client = signed_in(place.ward)
    page = client.post(VIEWS, {"name": name, "child": "1"}, follow=True).content.decode()
    assert "Ge vyn ett namn" in page or "personnummer. Skriv vad vyn visar" in page
    assert SavedView.objects.count() == 0


def test_nothing_new_in_a_choice_is_304(place: Place, cases: dict[str, Case]) -> None:
    client = signed_in(place.ward)
    asking = {"HX-Request": "true", "HX-Target": "board-part"}
    tag = client.get(f"{BOARD}?child=1", headers=asking)["ETag"]
    known = {**asking, "If-None-Match": tag}
    assert client.get(f"{BOARD}?child=1", headers=known).status_code == 304
    assert client.get(f"{BOARD}?psychiatry=1", headers=known).status_code == 200


def test_statements_stay_few_with_everything_chosen(place: Place, cases: dict[str, Case]) -> None:
    client = signed_in(place.ward)
    client.post(VIEWS, {"name": "Ronden", "child": "1", "shared": "1"})
    client.get(BOARD)
    for query, most in (("", 10), ("?changed=1&child=1", 11), ("?choose=1", 13)):
        with CaptureQueriesContext(connection) as captured:
            client.get(BOARD + query)
        assert len(captured) <= most, query
