"""The weekend list: two editions by the clock in Sweden, who is on it, and nobody shown without a trace."""

from datetime import date, datetime, time, timedelta

import pytest
import time_machine

from discharge.actions.make_weekend_list import make_weekend_list
from discharge.models import WeekendEdition
from discharge.rules.weekend_editions import editions_due, weekend_of
from lus.access_log.models import Entry
from lus.swedish_time import at_local
from tests.factories import NOW, Place, a_case, a_person, a_place, mark_ready, signed_in

pytestmark = pytest.mark.django_db
FRIDAY = date(2026, 3, 6)


def local(text: str) -> datetime:
    day, clock = text.split()
    return at_local(date.fromisoformat(day), time.fromisoformat(clock))


@pytest.mark.parametrize(
    ("at", "editions"),
    [
        ("2026-03-05 11:59", []),
        ("2026-03-05 12:00", ["thursday"]),
        ("2026-03-06 12:59", ["thursday"]),
        ("2026-03-06 13:00", ["thursday", "friday"]),
        ("2026-03-09 23:59", ["thursday", "friday"]),
        ("2026-03-10 00:00", []),
        ("2026-03-28 12:00", ["thursday", "friday"]),
    ],
)
def test_an_edition_is_due_from_its_time_until_the_weekend_is_over(at: str, editions: list[str]) -> None:
    assert [due.edition for due in editions_due(local(at))] == editions


def test_on_a_monday_the_weekend_is_still_the_last_one() -> None:
    assert weekend_of(local("2026-03-09 08:00")) == FRIDAY
    assert weekend_of(local("2026-03-10 08:00")) == FRIDAY + timedelta(days=7)


@pytest.fixture
def place() -> Place:
    return a_place()


def test_each_edition_is_made_once_also_by_a_clock_that_was_away(place: Place) -> None:
    case = a_case(place, in_days=4)
    assert make_weekend_list(at=local("2026-03-05 11:00")) == 0
    assert make_weekend_list(at=local("2026-03-07 09:00")) == 2
    assert make_weekend_list(at=local("2026-03-07 09:01")) == 0
    assert list(WeekendEdition.objects.values_list("case_ids", flat=True)) == [[case.pk]] * 2


def test_it_shows_who_goes_home_who_receives_and_what_is_new(place: Place) -> None:
    first = a_case(place, in_days=4, person=a_person("Alm"))
    a_case(place, in_days=12, person=a_person("Bok"))
    ready = a_case(place, in_days=12, person=a_person("Ceder"))
    make_weekend_list(at=local("2026-03-05 12:00"))
    mark_ready(place, ready, at=local("2026-03-05 13:00"))
    with time_machine.travel(local("2026-03-05 14:00"), tick=False):
        html = signed_in(place.municipality).get("/weekend-list/").content.decode()
    assert "Alm" in html
    assert "Ceder" in html
    assert "Bok" not in html
    assert html.count('class="lus-new"') == 1
    assert "Vårdcentralen Solen" in html
    assert Entry.objects.filter(action="weekend_list", person_ids__contains=[first.person_id]).exists()


def test_another_units_patients_are_not_on_it_and_the_count_of_statements_stands(
    place: Place, django_assert_max_num_queries: object
) -> None:
    a_case(a_place("Avd 9", "Solna", "Vårdcentralen Ek"), in_days=4, person=a_person("Öster"))
    a_case(place, in_days=4, person=a_person("Alm"))
    with time_machine.travel(NOW, tick=False):
        client = signed_in(place.ward)
        client.get("/weekend-list/")
        a_case(place, in_days=4, person=a_person("Bok"))
        with django_assert_max_num_queries(16):  # type: ignore[operator]
            html = client.get("/weekend-list/").content.decode()
    assert "Öster" not in html
    assert "Skapas torsdag 12.00" in html
