"""Copies of closed cases are as true as their originals, and lie whole weeks before them."""

from datetime import timedelta

import pytest
from django.db import connection

from discharge.actions.change_expected_discharge import change_expected_discharge
from discharge.actions.close_case import close_case
from discharge.actions.discharge_patient import discharge_patient
from discharge.models import Case
from discharge.verify import Difference, differences
from lus.events.models import Change, Event
from lus.simulation.multiply import multiply
from tests.factories import NOW, a_case, a_place, mark_ready

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def place():
    place = a_place()
    for _ in range(3):
        case = a_case(place)
        hour = NOW + timedelta(hours=1)
        change_expected_discharge(
            case_id=case.pk,
            actor=place.ward,
            at=hour,
            new_date=case.expected_discharge + timedelta(days=1),
            reason="medical",
        )
        mark_ready(place, case, at=hour)
        left = NOW + timedelta(days=2)
        discharge_patient(case_id=case.pk, actor=place.ward, at=left, left_at=left, destination="home")
        close_case(case_id=case.pk, actor=place.ward, at=left)
    a_case(place)
    return place


def test_there_are_as_many_as_were_asked_for_and_open_cases_are_not_copied(place):
    assert multiply(wanted=11, weeks_apart=8, progress=lambda _: None) == 11
    assert Case.objects.count() == 11
    assert Case.objects.filter(closed_at__isnull=True).count() == 1


def test_copies_verify_and_have_their_place_in_the_feed(place):
    multiply(wanted=10, weeks_apart=8, progress=lambda _: None)
    assert [str(item) for item in differences() if isinstance(item, Difference)] == []
    assert set(Change.objects.values_list("event_id")) == set(Event.objects.values_list("pk"))


def test_a_copy_lies_whole_weeks_before_its_original(place):
    multiply(wanted=7, weeks_apart=8, progress=lambda _: None)
    newest, *_, oldest = Case.objects.filter(closed_at__isnull=False).order_by("-admitted_at")
    assert newest.admitted_at - oldest.admitted_at == timedelta(weeks=8)
    assert newest.expected_discharge - oldest.expected_discharge == timedelta(weeks=8)


def test_one_can_go_on_copying_and_no_two_share_a_code(place):
    multiply(wanted=10, weeks_apart=8, progress=lambda _: None)
    assert multiply(wanted=40, weeks_apart=24, progress=lambda _: None) == 40
    assert [str(item) for item in differences() if isinstance(item, Difference)] == []


def _indexes() -> set[tuple[str, str]]:
    with connection.cursor() as cursor:
        # a condition is written a little differently when it is read back
        cursor.execute(
            "SELECT indexname, split_part(indexdef, ' WHERE ', 1) FROM pg_indexes WHERE schemaname = 'public'"
        )
        return set(cursor.fetchall())


def test_very_many_are_loaded_without_indexes_which_are_all_there_again_afterwards(place, monkeypatch):
    monkeypatch.setattr("lus.simulation.multiply.MANY", 1)
    before, lines = _indexes(), []
    multiply(wanted=10, weeks_apart=8, progress=lines.append)
    assert _indexes() == before
    assert "index open_cases_of_unit" in lines
    assert [str(item) for item in differences() if isinstance(item, Difference)] == []
