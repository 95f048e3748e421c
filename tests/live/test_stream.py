"""Strömmen: who hears of a case, who does not, what is made good after a break, and when it ends."""

import json
from typing import Any
from uuid import UUID

import pytest
from django.contrib.sessions.models import Session
from django.utils import timezone

from discharge.actions.acknowledge import acknowledge
from discharge.actions.report_wrong_recipient import report_wrong_recipient
from discharge.models import Case
from lus.events.models import Event
from lus.events.queries import newest_position
from lus.organisations.models import Assignment
from tests.factories import Place, a_case, a_place
from tests.real_live import cookie_of, listen

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def place() -> Place:
    return a_place()


@pytest.fixture
def case(place: Place) -> Case:
    return a_case(place, at=timezone.now())


def acknowledged(place: Place, case: Case) -> Event:
    message = Event.objects.get(case_id=case.pk, name="admission_notice_sent")
    acknowledge(case_id=case.pk, message_id=message.pk, actor=place.municipality, at=timezone.now())
    return Event.objects.filter(case_id=case.pk).latest("seq")


def told(event: dict[str, str]) -> tuple[UUID, int]:
    """What a `changed` event says."""
    assert event["event"] == "changed"
    data: dict[str, Any] = json.loads(event["data"])
    assert set(data) == {"case", "version"}
    return UUID(data["case"]), data["version"]


def test_a_change_is_told_to_the_other_units_as_a_case_and_a_version(
    live: int, place: Place, case: Case
) -> None:
    listeners = [listen(live, cookie_of(actor)) for actor in (place.ward, place.primary_care)]
    assert [listener.hears()["event"] for listener in listeners] == ["hello", "hello"]
    last = acknowledged(place, case)
    assert [told(listener.hears()) for listener in listeners] == [(case.pk, last.seq)] * 2


def test_nobody_hears_of_the_cases_of_others(live: int, place: Place, case: Case) -> None:
    others = a_place("Avd 9", "Solna", "Vårdcentralen Månen")
    own = a_case(others, at=timezone.now())
    stranger = listen(live, cookie_of(others.ward))
    assert stranger.hears()["event"] == "hello"
    acknowledged(place, case)
    last = acknowledged(others, own)
    assert told(stranger.hears()) == (own.pk, last.seq)  # the first thing told is the own case's


def test_without_a_session_there_is_no_stream(live: int, place: Place) -> None:
    assert listen(live) == 401
    assert listen(live, "lus_session=invented") == 401
    Assignment.objects.filter(pk=str(place.ward.assignment_id)).update(valid_to=timezone.now())
    assert listen(live, cookie_of(place.ward)) == 401


def test_a_wrong_recipient_hears_nothing_more(live: int, place: Place, case: Case) -> None:
    gone, stays = (listen(live, cookie_of(actor)) for actor in (place.primary_care, place.municipality))
    assert (gone.hears()["event"], stays.hears()["event"]) == ("hello", "hello")
    now = timezone.now()
    report_wrong_recipient(case_id=case.pk, actor=place.primary_care, at=now, reason="moved")
    told(stays.hears())
    other = a_case(place, at=timezone.now())
    assert told(gone.hears())[0] == other.pk  # of the case that it left it was told nothing


def test_what_was_missed_is_told_when_the_browser_comes_back(live: int, place: Place, case: Case) -> None:
    seen = newest_position()
    last = acknowledged(place, case)
    listener = listen(live, cookie_of(place.ward), **{"Last-Event-ID": str(seen)})
    assert told(listener.hears()) == (case.pk, last.seq)
    hello = listener.hears()
    assert (hello["event"], int(hello["id"])) == ("hello", newest_position())


def test_a_gap_that_cannot_be_made_good_says_so(live: int, place: Place, case: Case) -> None:
    ahead = listen(live, cookie_of(place.ward), **{"Last-Event-ID": str(newest_position() + 1000)})
    reset = ahead.hears()
    assert (reset["event"], int(reset["id"])) == ("reset", newest_position())


def test_the_stream_ends_when_the_session_does(live: int, place: Place, case: Case) -> None:
    cookie = cookie_of(place.ward)
    listener = listen(live, cookie)
    assert listener.hears()["event"] == "hello"
    Session.objects.filter(session_key=cookie.partition("=")[2]).delete()
    assert listener.hears()["event"] == "ended"


def test_the_stream_ends_when_the_assignment_does(live: int, place: Place, case: Case) -> None:
    listener = listen(live, cookie_of(place.municipality))
    assert listener.hears()["event"] == "hello"
    Assignment.objects.filter(pk=str(place.municipality.assignment_id)).update(valid_to=timezone.now())
    assert listener.hears()["event"] == "ended"


def test_a_page_of_another_host_may_not_read_the_stream(live: int, place: Place) -> None:
    cookie = cookie_of(place.ward)
    own = listen(live, cookie, Origin="http://127.0.0.1:8000")
    assert own.answer.headers["Access-Control-Allow-Origin"] == "http://127.0.0.1:8000"
    other = listen(live, cookie, Origin="http://elsewhere.invalid:8000")
    assert other.answer.headers["Access-Control-Allow-Origin"] is None
