"""Uppföljningssamtalet: planned with the discharge or by itself, done, not reached, waived; who is told."""

from datetime import timedelta
from uuid import UUID, uuid4

import pytest

from discharge.actions.close_case import close_case
from discharge.actions.discharge_patient import discharge_patient
from discharge.actions.plan_follow_up_call import plan_follow_up_call
from discharge.actions.record_follow_up_call import record_follow_up_call
from discharge.actions.waive_follow_up_call import waive_follow_up_call
from lus.deadlines.models import Obligation
from lus.deadlines.sweep import sweep_due
from lus.refusals import AlreadyDone, InvalidInput, StageNotAllowed

from .life import Life, refused
from .lives import called_for

TESTED_ACTS = ("plan_follow_up_call", "record_follow_up_call", "waive_follow_up_call")


def unit_of(life: Life) -> UUID:
    assert life.primary_care.unit_id is not None
    return life.primary_care.unit_id


def test_the_discharge_plans_the_call_and_the_unit_owes_it_within_its_window() -> None:
    life = Life()
    life.does(
        life.ward, discharge_patient, left_at=life.at, destination="home", follow_up_unit_id=unit_of(life)
    )
    assert life.told("follow_up_call_planned") == {"Vårdcentralen Solen"}
    duty, left = Obligation.objects.get(code="record_follow_up_call"), life.row.discharged_at
    assert left is not None
    assert (duty.unit_id, duty.due_at) == (unit_of(life), left + timedelta(hours=72))


@pytest.mark.parametrize("field", ["follow_up_unit_id", "unit_id"], ids=["at the discharge", "by itself"])
def test_the_caller_is_a_receiver_in_the_case(field: str) -> None:
    life = Life()
    with refused(InvalidInput, field=field):
        if field == "unit_id":
            life.does(life.ward, plan_follow_up_call, unit_id=uuid4())
        else:
            life.does(
                life.ward, discharge_patient, left_at=life.at, destination="home", follow_up_unit_id=uuid4()
            )


def test_the_same_unit_is_not_asked_twice() -> None:
    life = called_for()
    with refused(AlreadyDone):
        life.does(life.ward, plan_follow_up_call, unit_id=unit_of(life))


def test_not_reached_keeps_the_duty_and_the_case_open_past_its_third_day() -> None:
    life = called_for().later(hours=50)
    life.does(life.primary_care, record_follow_up_call, result="not_reached")
    assert "record_follow_up_call" in life.owes(life.primary_care)
    life.later(days=6)
    while sweep_due(at=life.at):
        pass
    assert life.row.closed_at is None
    with refused(StageNotAllowed, says="planerat men inte gjort"):
        life.does(life.ward, close_case)
    life.does(life.primary_care, record_follow_up_call, result="well")
    life.later(days=1)
    while sweep_due(at=life.at):
        pass
    assert life.row.closed_at is not None


def test_something_to_arrange_says_what() -> None:
    life = called_for()
    with refused(InvalidInput, field="note"):
        life.does(life.primary_care, record_follow_up_call, result="help_needed")
    with refused(InvalidInput, field="result"):
        life.does(life.primary_care, record_follow_up_call, result="glad")


def test_a_waived_call_needs_a_reason_and_lets_the_case_close() -> None:
    life = called_for()
    with refused(InvalidInput, field="reason"):
        life.does(life.ward, waive_follow_up_call, reason=" ")
    life.does(life.ward, waive_follow_up_call, reason="Patienten tackar nej")
    assert life.told("follow_up_call_waived") == {"Vårdcentralen Solen"}
    life.does(life.ward, close_case)
    assert life.row.closed_at == life.at


def test_after_a_death_nobody_calls() -> None:
    life = called_for().dead()
    assert life.owes(life.primary_care) == set()
    with refused(StageNotAllowed, code="closed-case"):
        life.does(life.primary_care, record_follow_up_call, result="well")
