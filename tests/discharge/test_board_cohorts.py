"""The boxes of the board say the same whether the page or the database has counted."""

from datetime import timedelta

import pytest

from discharge.actions.acknowledge import acknowledge
from discharge.actions.discharge_patient import discharge_patient
from discharge.actions.withdraw_ready_notice import withdraw_ready_notice
from discharge.models import Case, Delivery
from discharge.queries.board import board
from discharge.queries.board_cohorts import COHORTS, count_stored
from discharge.queries.visible import open_cases
from lus.swedish_time import local_date
from tests.factories import NOW, Place, a_case, a_place, mark_ready

pytestmark = pytest.mark.django_db


@pytest.fixture
def place() -> Place:
    """Cases in every stage."""
    place = a_place()
    for number in range(6):
        case = a_case(place, in_days=number)
        if number % 2:
            mark_ready(place, case, at=NOW + timedelta(hours=number))
        if number == 3:
            withdraw_ready_notice(
                case_id=case.pk, actor=place.ward, at=NOW + timedelta(hours=5), reason="deteriorated"
            )
        if number == 4:
            left = NOW + timedelta(hours=6)
            discharge_patient(case_id=case.pk, actor=place.ward, at=left, left_at=left, destination="home")
    _read_all(place, Case.objects.earliest("admitted_at", "pk"))
    return place


def _read_all(place: Place, case: Case) -> None:
    for item in Delivery.objects.filter(case=case):
        actor = place.municipality if item.unit_id == place.municipality.unit_id else place.primary_care
        acknowledge(case_id=case.pk, message_id=item.event_id, actor=actor, at=NOW + timedelta(hours=7))


@pytest.mark.parametrize("days", [0, 2, 9], ids=["the same day", "two days on", "nine days on"])
def test_rows_and_database_count_alike(place: Place, days: int) -> None:
    at = NOW + timedelta(days=days)
    counted = board(place.ward, at=at).cohorts
    assert counted == count_stored(open_cases(place.ward), local_date(at))
    assert counted.total == 6
    assert 0 < counted.ready < 6


@pytest.mark.parametrize("view", COHORTS)
def test_a_box_leads_to_as_many_rows_as_it_says(place: Place, view: str) -> None:
    at = NOW + timedelta(days=2)
    assert len(board(place.ward, at=at, view=view).rows) == getattr(board(place.ward, at=at).cohorts, view)


def test_a_page_that_does_not_show_all_says_how_many_there_are(place: Place) -> None:
    shown = board(place.ward, at=NOW + timedelta(days=2), limit=4)
    assert (len(shown.rows), shown.shown_of, shown.cohorts.total) == (4, 6, 6)
