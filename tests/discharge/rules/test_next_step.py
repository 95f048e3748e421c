"""Whose turn it is."""

from datetime import datetime, timedelta

import pytest

from discharge.rules.next_step import in_order, is_late, next_step
from discharge.rules.owed import Obligation, duty_of

from .case_story import NACKA, VC, WARD, local

NOW = local("2026-05-04 12.00")
HOUR = timedelta(hours=1)


def duty(
    code: str, unit: str | None, due: float | None = None, age: float = 1, met: datetime | None = None
) -> Obligation:
    limit = None if due is None else NOW + due * HOUR
    return duty_of(
        code, unit, NOW - age * HOUR, limit, met_at=met, message="inskrivningsmeddelande", unit="Nacka"
    )


LATE_LAW = duty("send_admission_notice", WARD, -1)
LATE_ROUTINE = duty("acknowledge", NACKA, -3)
SOON = duty("acknowledge", VC, 1)
LATER_LAW = duty("name_care_contact", VC, 30)
NO_KOMMUN = duty("no_municipality_in_case", WARD, age=1)
LAW_TODAY = duty("send_admission_notice", WARD, 24)
LAW_TOMORROW = duty("send_admission_notice", WARD, 25)
URGENT = duty("state_outpatient_readiness", VC, age=1)
OLD = duty("start_planning", NACKA, age=48)
YOUNG = duty("start_planning", VC, age=2)
MET = duty("assess_sip_need", VC, met=NOW)
DAY = duty("payment_day_begins", None, 2)


PRESSING = [
    ("late law before all", [LATE_LAW, LAW_TODAY, NO_KOMMUN, LATE_ROUTINE]),
    ("law within a day before a late routine", [LAW_TODAY, LATE_ROUTINE]),
    ("law due later waits for a late routine", [LATE_ROUTINE, LAW_TOMORROW]),
    ("a case without a municipality before a late routine", [NO_KOMMUN, LATE_ROUTINE]),
    ("law within a day before a case without a municipality", [LAW_TODAY, NO_KOMMUN]),
    ("a case without a municipality before law due later", [NO_KOMMUN, LAW_TOMORROW]),
    ("an urgent routine does not press", [LATE_ROUTINE, LAW_TOMORROW, URGENT]),
]


@pytest.mark.parametrize(("why", "wanted"), PRESSING, ids=[row[0] for row in PRESSING])
def test_no_routine_hides_a_duty_of_the_law_that_presses(why: str, wanted: list[Obligation]) -> None:
    assert in_order(wanted[::-1], NOW) == wanted


def test_the_order_is_late_law_then_due_then_urgent_then_age() -> None:
    wanted = [LATE_LAW, LATE_ROUTINE, SOON, LATER_LAW, URGENT, OLD, YOUNG]
    assert in_order([YOUNG, DAY, OLD, URGENT, MET, LATER_LAW, SOON, LATE_ROUTINE, LATE_LAW], NOW) == wanted


def test_the_next_step_and_the_two_after_it() -> None:
    found = next_step([YOUNG, OLD, SOON, LATE_LAW], NOW)
    assert found.first == LATE_LAW
    assert found.then == (SOON, OLD)


@pytest.mark.parametrize(
    "duties", [[], [MET], [DAY]], ids=["no duties", "all done", "only a day that begins"]
)
def test_nobody_owes_anything(duties: list[Obligation]) -> None:
    assert next_step(duties, NOW).first is None


LATE = [
    ("24 h to the second", "send_admission_notice", 0.0, False),
    ("a second after 24 h", "send_admission_notice", -1 / 3600, True),
    ("the midnight that ends the day", "send_handover", 0.0, True),
    ("a second before midnight", "send_handover", 1 / 3600, False),
    ("no limit", "start_planning", None, False),
]


@pytest.mark.parametrize(("life", "code", "due", "late"), LATE, ids=[row[0] for row in LATE])
def test_when_a_duty_is_late(life: str, code: str, due: float | None, late: bool) -> None:
    assert is_late(duty(code, WARD, due), NOW) is late
