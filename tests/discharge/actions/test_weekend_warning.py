"""The weekend guard in the acts: it asks, it never blocks, and it lapses when the date is another."""

from datetime import date, timedelta

import pytest

from discharge.actions.answer_weekend_warning import answer_weekend_warning
from discharge.actions.change_expected_discharge import change_expected_discharge
from discharge.actions.discharge_patient import discharge_patient
from discharge.actions.mark_ready_for_discharge import mark_ready_for_discharge
from lus.refusals import InvalidInput, StageNotAllowed
from tests.factories import NOW
from tests.rosters import a_roster_on_duty, office_hours

from .life import Life, names, refused

TESTED_ACTS = ("answer_weekend_warning", "weekend_guard", "deliver", "make_weekend_list")
SATURDAY, MONDAY = date(2026, 3, 7), date(2026, 3, 9)


@pytest.fixture
def life() -> Life:
    life = Life()
    office_hours(life.municipality)
    return life


def move(life: Life, day: date, **more: str) -> list[str]:
    version = life.facts.version
    life.does(life.ward, change_expected_discharge, new_date=day, reason="medical", **more)
    return names(life.new_since(version))


def test_a_saturday_is_sent_all_the_same_and_the_ward_is_asked(life: Life) -> None:
    assert move(life, SATURDAY) == [
        "expected_discharge_changed",
        "message_delivered",
        "weekend_warning_raised",
    ]
    raised = life.last("weekend_warning_raised")
    assert raised.actor_name == "Klockan"
    assert [one["unit_id"] for one in raised.data["closed"]] == [str(life.municipality.unit_id)]
    assert "weekend_warning" in life.owes(life.ward)
    life.does(life.ward, answer_weekend_warning, weekend_choice="agreed", weekend_with="Mottagningen 14.20")
    assert "weekend_warning" not in life.owes(life.ward)
    with refused(StageNotAllowed, code="already-done"):
        life.does(life.ward, answer_weekend_warning, weekend_choice="on_call")


def test_the_answer_may_come_with_the_date(life: Life) -> None:
    found = move(life, SATURDAY, weekend_choice="on_call")
    assert found[-2:] == ["weekend_warning_raised", "weekend_warning_answered"]
    assert "weekend_warning" not in life.owes(life.ward)


def test_another_date_takes_the_warning_away(life: Life) -> None:
    move(life, SATURDAY)
    assert move(life, MONDAY) == ["expected_discharge_changed", "message_delivered"]
    assert life.facts.on_call.weekend is None
    assert "weekend_warning" not in life.owes(life.ward)


@pytest.mark.parametrize(
    ("answer", "field"),
    [({"weekend_choice": "kanske"}, "weekend_choice"), ({"weekend_choice": "agreed"}, "weekend_with")],
)
def test_an_answer_that_lacks_something_is_refused(life: Life, answer: dict[str, str], field: str) -> None:
    move(life, SATURDAY)
    with refused(InvalidInput, field=field):
        life.does(life.ward, answer_weekend_warning, **answer)


def test_somebody_on_call_keeps_the_door_open(life: Life) -> None:
    a_roster_on_duty(life.place, at=NOW + timedelta(days=4))
    assert move(life, SATURDAY) == ["expected_discharge_changed", "message_delivered"]


def test_a_ready_notice_and_a_discharge_on_a_saturday_are_warned_of(life: Life) -> None:
    life.at = NOW + timedelta(days=4)
    ready = {"physician": "Jonas Ek", "assessed_at": life.at, "legal_ground": "consent"}
    life.does(life.ward, change_expected_discharge, new_date=SATURDAY, reason="medical")
    life.does(life.ward, mark_ready_for_discharge, **ready)
    assert life.last("weekend_warning_raised").data["about"] == "ready_notice"
    life.does(life.ward, discharge_patient, left_at=life.at, destination="home", weekend_choice="on_call")
    assert life.last("weekend_warning_raised").data["about"] == "discharge"
    assert life.facts.stay == "discharged"


def test_a_first_notice_with_a_date_on_a_free_day_is_warned_of(life: Life) -> None:
    other = Life(place=life.place, in_days=4)
    assert other.last("weekend_warning_raised").data["day"] == "2026-03-07"
