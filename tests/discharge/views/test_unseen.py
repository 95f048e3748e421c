"""Nytt sedan sist: a dot and a line until the case is opened or marked as seen, for each reader on their own."""

from collections.abc import Iterator
from datetime import timedelta

import pytest
import time_machine
from django.test import Client

from discharge.actions.acknowledge import acknowledge
from discharge.actions.change_expected_discharge import change_expected_discharge
from discharge.models import Case
from discharge.views.mark_seen import AT_MOST
from lus.events.models import Event
from lus.notifications.models import Notification
from lus.organisations.actor import Actor
from lus.web.models import CaseSeen
from tests.factories import NOW, Place, a_case, a_place, mark_ready, signed_in

pytestmark = pytest.mark.django_db
BOARD = "/discharge/board/"
DOT = '<span class="lus-new">Nytt</span>'


@pytest.fixture
def now() -> Iterator[time_machine.Traveller]:
    with time_machine.travel(NOW + timedelta(hours=1), tick=False) as clock:
        yield clock


@pytest.fixture
def place(now: time_machine.Traveller) -> Place:
    return a_place()


@pytest.fixture
def case(place: Place) -> Case:
    return a_case(place)


def page_of(client: Client, path: str = BOARD) -> str:
    return client.get(path).content.decode()


def acknowledged(actor: Actor, case: Case) -> None:
    message = Event.objects.get(case_id=case.pk, name="admission_notice_sent")
    acknowledge(case_id=case.pk, message_id=message.pk, actor=actor, at=NOW + timedelta(minutes=10))


def date_moved(place: Place, case: Case) -> None:
    at = NOW + timedelta(minutes=20)
    change_expected_discharge(
        case_id=case.pk, actor=place.ward, at=at, new_date=(at + timedelta(days=7)).date(), reason="medical"
    )


@pytest.mark.parametrize("path", [BOARD, "/"])
def test_what_others_did_is_told_until_the_case_is_opened(place: Place, case: Case, path: str) -> None:
    reader = signed_in(place.municipality)
    reader.get(f"/discharge/{case.pk}/")
    assert DOT not in page_of(reader, path)
    acknowledged(place.primary_care, case)
    date_moved(place, case)
    assert DOT in page_of(reader, path)
    assert "datum ändrat, Vårdcentralen Solen kvitterat" in page_of(reader, path)
    reader.get(f"/discharge/{case.pk}/")
    assert DOT not in page_of(reader, path)


def test_what_one_did_oneself_is_not_new(place: Place, case: Case) -> None:
    reader = signed_in(place.municipality)
    reader.get(f"/discharge/{case.pk}/")
    acknowledged(place.municipality, case)
    assert DOT not in page_of(reader)


def test_a_case_never_opened_is_new_for_a_day(place: Place, case: Case, now: time_machine.Traveller) -> None:
    assert "nytt ärende" in page_of(signed_in(place.municipality))
    now.move_to(NOW + timedelta(days=2))
    assert DOT not in page_of(signed_in(place.municipality))


def test_the_dot_can_be_taken_away_without_opening(place: Place, case: Case) -> None:
    reader = signed_in(place.municipality)
    assert f'name="seen" value="{case.pk}:{case.version}"' in page_of(reader)
    answer = reader.post("/discharge/seen/", {"seen": f"{case.pk}:{case.version}", "next": BOARD})
    assert (answer.status_code, answer["Location"]) == (302, BOARD)
    assert DOT not in page_of(reader)
    assert DOT in page_of(signed_in(place.primary_care))  # everybody reads for themselves
    date_moved(place, case)
    assert DOT in page_of(reader)


def test_only_the_own_cases_can_be_marked_and_nonsense_is_nothing(place: Place, case: Case) -> None:
    stranger = signed_in(a_place("Avd 9", "Solna", "Vårdcentralen Månen").ward)
    for value in (f"{case.pk}:3", "nonsense", f"{case.pk}:x", ""):
        assert (
            stranger.post("/discharge/seen/", {"seen": value, "next": "https://elsewhere.invalid"})[
                "Location"
            ]
            == "/"
        )
    stranger.post("/discharge/seen/", {"seen": [f"{case.pk}:1"] * (AT_MOST + 1)})
    assert CaseSeen.objects.count() == 0
    assert stranger.get("/discharge/seen/").status_code == 405


def test_the_timeline_says_where_the_news_end(place: Place, case: Case) -> None:
    reader = signed_in(place.municipality)
    reader.get(f"/discharge/{case.pk}/")
    date_moved(place, case)
    page = page_of(reader, f"/discharge/{case.pk}/")
    news, old = page.split("Nytt sedan sist")
    assert "Beräknad utskrivning ändrad" in news.split('id="events"')[1]
    assert "Inskrivningsmeddelande skickat" in old
    assert "Nytt sedan sist" not in page_of(reader, f"/discharge/{case.pk}/")


def test_a_page_that_fetches_itself_has_not_been_read(place: Place, case: Case) -> None:
    reader = signed_in(place.municipality)
    told = Notification.objects.filter(unit_id=str(place.municipality.unit_id), seen_at__isnull=True)
    waiting = told.count()
    reader.get(f"/discharge/{case.pk}/", headers={"X-Background": "1"})
    assert DOT in page_of(reader)
    assert told.count() == waiting > 0
    reader.get(f"/discharge/{case.pk}/")
    assert told.count() == 0


def test_what_only_the_ward_reads_is_nobody_elses_news(place: Place, case: Case) -> None:
    assert "behov bedömt" not in page_of(signed_in(place.municipality)).lower()
    mark_ready(place, case, at=NOW + timedelta(minutes=30))
    assert "utskrivningsklar" in page_of(signed_in(place.municipality))
