"""Mötesläge keeps its order and shows one case at a time; Väggskärm names nobody and is let in by a code."""

from collections.abc import Iterator
from datetime import date, timedelta

import pytest
import time_machine
from django.test import Client

from discharge.actions.report_wrong_recipient import report_wrong_recipient
from discharge.models import Case
from discharge.queries.wall import age_band
from lus.access_log.models import Entry
from lus.organisations.models import Assignment
from lus.web.models import WallScreen
from tests.factories import NOW, Place, a_case, a_person, a_place, mark_ready, signed_in

pytestmark = pytest.mark.django_db


@pytest.fixture
def now() -> Iterator[time_machine.Traveller]:
    with time_machine.travel(NOW + timedelta(hours=1), tick=False) as clock:
        yield clock


@pytest.fixture
def place(now: time_machine.Traveller) -> Place:
    return a_place()


@pytest.fixture
def cases(place: Place) -> list[Case]:
    born = date(1939, 6, 21)
    found = [
        a_case(place, person=a_person(name, "Anna", born=born), in_days=days)
        for name, days in (("Åberg", 3), ("Ek", 5))
    ]
    return [mark_ready(place, found[0], at=NOW + timedelta(minutes=5)), found[1]]


def text_of(client: Client, path: str) -> str:
    return client.get(path).content.decode()


def started(place: Place, view: str = "all") -> Client:
    client = signed_in(place.ward)
    assert client.post("/discharge/meeting/", {"view": view})["Location"] == "/discharge/meeting/?n=1"
    return client


def test_a_meeting_goes_through_the_board_one_case_at_a_time(place: Place, cases: list[Case]) -> None:
    client = started(place)
    first, second = text_of(client, "/discharge/meeting/?n=1"), text_of(client, "/discharge/meeting/?n=2")
    assert "1 av 2" in first
    assert "Åberg" in first
    assert "Ek, Anna" not in first
    for term in ("Orsak", "Ägare", "Nästa steg", "Väntar på Nacka, Vårdcentralen Solen"):
        assert term in first
    assert "Ek, Anna" in second
    assert "Avsluta mötet" in second
    assert "Åberg" in text_of(client, "/discharge/meeting/?n=nonsense")
    assert "Ek, Anna" in text_of(client, "/discharge/meeting/?n=999")


def test_the_order_stands_while_the_board_changes(place: Place, cases: list[Case]) -> None:
    client = started(place)
    mark_ready(place, cases[1], at=NOW - timedelta(hours=1) + timedelta(hours=1, minutes=30))
    assert "Åberg" in text_of(client, "/discharge/meeting/?n=1")


def test_a_meeting_can_be_about_a_part_of_the_board(place: Place, cases: list[Case]) -> None:
    page = text_of(started(place, "ready"), "/discharge/meeting/?n=1")
    assert "1 av 1" in page
    assert "Åberg" in page


def test_a_case_that_was_lost_meanwhile_is_not_shown(place: Place, cases: list[Case]) -> None:
    client = signed_in(place.primary_care)
    client.post("/discharge/meeting/")
    for case in cases:
        report_wrong_recipient(
            case_id=case.pk, actor=place.primary_care, at=NOW + timedelta(minutes=40), reason="moved"
        )
    page = text_of(client, "/discharge/meeting/?n=1")
    assert "Åberg" not in page
    assert "inte längre ert" in page


def test_each_case_of_a_meeting_is_logged(place: Place, cases: list[Case]) -> None:
    client = started(place)
    text_of(client, "/discharge/meeting/?n=1")
    assert [entry.person_ids for entry in Entry.objects.filter(action="meeting")] == [[cases[0].person_id]]


def test_without_a_meeting_the_page_leads_to_the_board(place: Place) -> None:
    assert "Inget möte har startats" in text_of(signed_in(place.ward), "/discharge/meeting/")


def code_of(place: Place) -> str:
    page = signed_in(place.ward).post("/discharge/wall/").content.decode()
    return page.split('lus-wall__code" role="status">')[1].split("<")[0]


def opened(place: Place) -> Client:
    screen = Client()
    assert screen.post("/wall/", {"code": code_of(place)})["Location"] == "/wall/"
    return screen


def test_the_wall_shows_codes_and_age_bands_and_names_nobody(place: Place, cases: list[Case]) -> None:
    a_case(place, person=a_person("Hemlig", "Person", born=date(1990, 1, 1), protection="sekretessmarkering"))
    page = text_of(opened(place), "/wall/")
    for case in cases:
        assert case.reference in page
    assert "80–89 år" in page
    assert "18–64 år" not in page  # a protected person has no age either
    for secret in (
        "Åberg",
        "Anna",
        "Ek,",
        "Hemlig",
        "1939",
        str(cases[0].pk),
        "/discharge/",
        cases[0].person.identifier,
    ):
        assert secret not in page.split("<main")[1], secret
    assert Entry.objects.filter(action="board").count() == 0


def test_a_code_lets_in_one_screen_once_and_not_for_long(place: Place, now: time_machine.Traveller) -> None:
    code = code_of(place)
    assert Client().post("/wall/", {"code": code.lower()}).status_code == 302
    assert Client().post("/wall/", {"code": code}).status_code == 422
    late = code_of(place)
    now.shift(timedelta(minutes=11))
    refused = Client().post("/wall/", {"code": late})
    assert refused.status_code == 422
    assert "okänd, använd eller för gammal" in refused.content.decode()
    assert all(code.replace("-", "") not in str(vars(screen)) for screen in WallScreen.objects.all())


def test_the_wall_goes_dark_after_its_hours(
    place: Place, cases: list[Case], now: time_machine.Traveller
) -> None:
    screen = opened(place)
    now.shift(timedelta(hours=13))
    assert cases[0].reference not in text_of(screen, "/wall/")


def test_the_wall_goes_dark_with_its_makers_assignment(place: Place, cases: list[Case]) -> None:
    screen = opened(place)
    Assignment.objects.filter(pk=str(place.ward.assignment_id)).update(valid_to=NOW)
    assert cases[0].reference not in text_of(screen, "/wall/")


def test_the_unit_can_end_its_screens(place: Place, cases: list[Case]) -> None:
    screen = opened(place)
    others = signed_in(a_place("Avd 9", "Solna", "Vårdcentralen Månen").ward)
    others.post("/discharge/wall/", {"end": "1"})
    assert cases[0].reference in text_of(screen, "/wall/")
    signed_in(place.municipality).post("/discharge/wall/", {"end": "1"})
    assert cases[0].reference in text_of(screen, "/wall/")
    signed_in(place.ward).post("/discharge/wall/", {"end": "1"})
    assert cases[0].reference not in text_of(screen, "/wall/")


def test_the_key_of_a_wall_opens_nothing_else(place: Place, cases: list[Case]) -> None:
    screen = opened(place)
    for path in ("/", "/discharge/board/", f"/discharge/{cases[0].pk}/", "/api/v1/board"):
        assert screen.get(path).status_code in (302, 401, 403), path


def test_nothing_new_on_the_wall_is_304(place: Place, cases: list[Case]) -> None:
    screen = opened(place)
    asking = {"HX-Request": "true", "HX-Target": "wall-part"}
    tag = (
        text_of(screen, "/wall/")
        .split("If-None-Match&quot;: &quot;")[1]
        .split("&quot;}")[0]
        .replace("\\&quot;", '"')
    )
    assert screen.get("/wall/", headers={**asking, "If-None-Match": tag}).status_code == 304
    a_case(place, at=NOW + timedelta(minutes=50))
    assert screen.get("/wall/", headers={**asking, "If-None-Match": tag}).status_code == 200


BANDS = {0: "0–17 år", 17: "0–17 år", 18: "18–64 år", 79: "65–79 år", 80: "80–89 år", 97: "90 år eller äldre"}


@pytest.mark.parametrize("age", BANDS)
def test_ages_stand_in_bands(age: int) -> None:
    assert age_band(age, protected=False) == BANDS[age]
    assert age_band(age, protected=True) == "–"
