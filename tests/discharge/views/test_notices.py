"""Nytt för er: what is behind the bell, how it is cleared, and whose it is."""

from typing import Any

import pytest

from discharge.models import CaseUnit
from lus.access_log.models import Entry
from lus.notifications.models import Notification
from tests.discharge.actions.life import Life
from tests.factories import NOW, a_case, a_place, signed_in

pytestmark = pytest.mark.django_db


def test_what_came_stands_once_for_each_case_and_whoever_is_shown_is_logged() -> None:
    life = Life().ready()
    page = signed_in(life.municipality).get("/notices/").content.decode()
    assert page.count(f"/discharge/{life.case.pk}/") == 1
    assert "Utskrivningsklar, Inskrivningsmeddelande skickat" in page
    assert "Brådskande" in page
    assert Entry.objects.get(action="notices").person_ids == [life.case.person_id]


def test_nothing_new_says_so() -> None:
    page = signed_in(a_place().ward).get("/notices/").content.decode()
    assert "Inget nytt för er" in page
    assert "Markera som sett" not in page


def test_marking_clears_what_was_shown_and_nothing_that_came_since() -> None:
    life = Life()
    life.ready()
    client = signed_in(life.municipality)
    client.post("/notices/", {"shown_at": NOW.isoformat()})
    left = Notification.objects.filter(unit_id=str(life.municipality.unit_id), seen_at=None)
    assert list(left.values_list("kind", flat=True)) == ["ready_notice_sent"]


def test_marking_touches_no_other_unit() -> None:
    life = Life()
    signed_in(life.municipality).post("/notices/", {"shown_at": ""})
    waiting = Notification.objects.filter(seen_at=None)
    assert set(waiting.values_list("unit_id", flat=True)) == {life.primary_care.unit_id}


def test_a_case_that_is_no_longer_ours_is_counted_and_not_shown() -> None:
    life = Life()
    CaseUnit.objects.filter(unit_id=str(life.municipality.unit_id)).update(lost_access_at=NOW)
    client = signed_in(life.municipality)
    page = client.get("/notices/").content.decode()
    assert str(life.case.pk) not in page
    assert "Nyheter finns också i 1 ärende som inte längre är era." in page
    client.post("/notices/", {"shown_at": ""})
    assert "Inget nytt för er" in client.get("/notices/").content.decode()


def test_many_cases_cost_no_more_statements(django_assert_max_num_queries: Any) -> None:
    place = a_place()
    for _ in range(3):
        a_case(place)
    client = signed_in(place.municipality)
    client.get("/notices/")
    with django_assert_max_num_queries(9):
        client.get("/notices/")


def test_a_death_is_told_by_the_neutral_word_only() -> None:
    life = Life().dead()
    page = signed_in(life.municipality).get("/notices/").content.decode()
    assert "Avslutat" in page
    assert "Avliden" not in page
