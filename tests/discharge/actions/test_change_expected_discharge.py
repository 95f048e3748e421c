"""Ändra beräknad utskrivning: another day, a reason, and everybody who got the notice is told."""

from datetime import time, timedelta
from typing import Any

import pytest

from discharge.actions.change_expected_discharge import change_expected_discharge
from discharge.actions.decline_case import decline_case
from discharge.actions.report_ready_to_receive import report_ready_to_receive
from discharge.actions.start_planning import start_planning
from discharge.models import Delivery
from lus.deadlines.models import Obligation
from lus.organisations.actor import NotPermitted
from lus.organisations.models import OpeningHours
from lus.refusals import InvalidInput, StageNotAllowed
from lus.swedish_time import at_local, local_date, local_midnight
from tests.factories import NOW

from .life import Life, refused
from .lives import admitted

TODAY = local_date(NOW)
FIRST = TODAY + timedelta(days=5)


def move(life: Life, days: int, reason: str = "medical") -> None:
    life.does(life.ward, change_expected_discharge, new_date=TODAY + timedelta(days=days), reason=reason)


def test_the_new_day_is_told_with_the_old_one_and_the_reason() -> None:
    life = Life()
    move(life, 7)
    data = life.last("expected_discharge_changed").data
    assert (data["old"], data["reason"]) == (FIRST.isoformat(), "medical")
    assert life.told("expected_discharge_changed") == {"Nacka", "Vårdcentralen Solen"}
    assert life.message("expected_discharge_changed", life.municipality).delivered_at == life.at


def test_the_picture_keeps_the_day_before_and_how_often_it_moved() -> None:
    life = Life()
    move(life, 7)
    move(life, 6, "transport")
    row = life.row
    assert row.expected_discharge == TODAY + timedelta(days=6)
    assert row.expected_before == TODAY + timedelta(days=7)
    assert row.expected_moves == 2


def test_the_limits_that_hang_on_the_day_move_with_it() -> None:
    life = Life()
    life.does(life.municipality, start_planning)
    move(life, 7)
    duty = Obligation.objects.get(code="report_ready_to_receive", cancelled_at=None)
    assert duty.due_at == local_midnight(TODAY + timedelta(days=7))
    old = Obligation.objects.get(code="report_ready_to_receive", cancelled_at__isnull=False)
    assert old.cancelled_because == "expected_discharge_changed"


def test_who_has_declined_is_not_told() -> None:
    life = Life()
    life.does(life.municipality, decline_case, reason="not_resident_here")
    move(life, 7)
    assert life.told("expected_discharge_changed") == {"Vårdcentralen Solen"}


@pytest.mark.parametrize(
    ("other", "code", "field"),
    [
        ({"reason": "för att"}, "", "reason"),
        ({"new_date": FIRST}, "same-date", "new_date"),
        ({"new_date": TODAY - timedelta(days=1)}, "expected-discharge-past", "new_date"),
    ],
    ids=["an unknown reason", "the same day", "a day that has been"],
)
def test_bad_input_is_refused_at_its_field(other: dict[str, Any], code: str, field: str) -> None:
    life = Life()
    arguments = {"new_date": TODAY + timedelta(days=7), "reason": "medical"} | other
    with refused(InvalidInput, code=code, field=field):
        life.does(life.ward, change_expected_discharge, **arguments)


def test_it_may_be_today() -> None:
    life = Life()
    move(life, 0)
    assert life.row.expected_discharge == TODAY


def test_before_the_notice_there_is_no_day_to_change() -> None:
    life = admitted()
    with refused(StageNotAllowed, code="no-admission-notice"):
        move(life, 7)


def test_the_ward_alone_judges_the_day() -> None:
    life = Life()
    with refused(NotPermitted):
        life.does(life.municipality, change_expected_discharge, new_date=FIRST, reason="medical")


def recipients(life: Life) -> set[str]:
    return {item["unit_id"] for item in life.last("expected_discharge_changed").data["recipients"]}


def test_everybody_is_told_and_nobody_owes_a_receipt_for_one_day_later() -> None:
    life = Life()
    move(life, 6)
    assert recipients(life) == set()
    assert life.told("expected_discharge_changed") == {"Nacka", "Vårdcentralen Solen"}
    assert not Delivery.objects.filter(kind="expected_discharge_changed").exists()


def test_a_unit_that_the_move_touches_owes_a_receipt_with_the_reason() -> None:
    life = Life()
    old_day = at_local(FIRST, time(15))
    life.does(life.municipality, report_ready_to_receive, what="Hemtjänst", first_contact_at=old_day)
    move(life, 6)
    data = life.last("expected_discharge_changed").data
    municipality = str(life.municipality.unit_id)
    assert data["recipients"] == [{"unit_id": municipality, "why": ["first_contact"]}]
    assert "acknowledge" in life.owes(life.municipality)


def test_a_closed_door_on_the_new_day_asks_for_a_receipt() -> None:
    life = Life()  # FIRST is a Sunday
    move(life, 3)  # Friday
    for weekday in range(5):
        OpeningHours.objects.create(
            unit_id=str(life.municipality.unit_id), weekday=weekday, opens="08:00", closes="16:00"
        )
    move(life, 4, "transport")
    data = life.last("expected_discharge_changed").data
    assert data["recipients"] == [{"unit_id": str(life.municipality.unit_id), "why": ["closed"]}]


def test_the_first_day_is_set_with_the_notice_and_is_no_move() -> None:
    life = Life()
    notice, first = life.last("admission_notice_sent"), life.last("expected_discharge_set")
    assert (first.recorded_at, first.seq) == (
        notice.recorded_at,
        notice.seq + 2,
    )  # its delivery stands between
    assert first.data == {"new": FIRST.isoformat()}
    assert [day for _, day in life.facts.expected_history] == [FIRST]
    assert life.row.expected_moves == 0
