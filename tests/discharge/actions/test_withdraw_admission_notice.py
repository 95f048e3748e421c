"""Återkallat inskrivningsmeddelande: nobody has been told, and the duty to tell them is open again."""

import pytest

from discharge.actions.acknowledge import acknowledge
from discharge.actions.start_planning import start_planning
from discharge.actions.withdraw_admission_notice import withdraw_admission_notice
from lus.deadlines.models import Obligation
from lus.refusals import AlreadyDone, InvalidInput, StageNotAllowed

from .good_input import BY_NAME
from .life import Life, refused
from .lives import admitted

UNITS = {"Nacka", "Vårdcentralen Solen"}


def withdrawn() -> Life:
    life = Life()
    life.does(life.municipality, start_planning)
    life.does(life.ward, withdraw_admission_notice, reason="Fel patient")
    return life


def test_those_who_had_it_are_told_and_owe_a_receipt_and_nothing_else() -> None:
    life = withdrawn()
    event = life.last("admission_notice_withdrawn")
    assert event.corrects_id == life.last("admission_notice_sent").pk
    assert life.told("admission_notice_withdrawn") == UNITS
    assert life.owes(life.municipality) == life.owes(life.primary_care) == {"acknowledge"}
    life.does(life.municipality, acknowledge, message_id=event.pk)
    assert life.owes(life.municipality) == set()
    assert life.unit(life.municipality).state == "new", "the notice itself has not been read"


def test_the_duty_to_send_opens_again_with_its_first_limit() -> None:
    life = withdrawn()
    assert life.row.admission_notice_at is None
    duty = Obligation.objects.get(code="send_admission_notice", cancelled_at=None)
    assert (duty.met_at, duty.unit_id) == (None, life.ward.unit_id)
    assert duty.due_at is not None


def test_a_new_notice_counts_from_its_own_time_and_leaves_out_who_is_not_told() -> None:
    life = withdrawn()
    [first] = [one for one in life.place.recipients() if one.unit_id == str(life.primary_care.unit_id)]
    BY_NAME["send_admission_notice"].do(
        life, recipients=[first], expected_discharge=life.row.expected_discharge
    )
    assert life.row.admission_notice_at == life.at
    assert life.unit(life.primary_care).told_at == life.at
    assert life.unit(life.municipality).state == "removed"
    assert "send_admission_notice" not in life.owes(life.ward)
    assert life.row.expected_moves == 0, "the same day again is no move"


def test_a_ready_notice_in_force_is_withdrawn_first() -> None:
    life = Life().ready()
    with refused(StageNotAllowed, code="stage-not-allowed", says="markerad utskrivningsklar"):
        life.does(life.ward, withdraw_admission_notice, reason="Fel patient")


def test_it_is_withdrawn_once() -> None:
    life = withdrawn()
    with refused(AlreadyDone, says=f"redan återkallat av {life.ward.name}"):
        life.does(life.ward, withdraw_admission_notice, reason="Fel patient")


def test_there_must_be_one_to_withdraw() -> None:
    life = admitted()
    with refused(StageNotAllowed, code="no-admission-notice"):
        life.does(life.ward, withdraw_admission_notice, reason="Fel patient")


@pytest.mark.parametrize("reason", ["", " ", "x" * 301])
def test_it_needs_a_reason(reason: str) -> None:
    life = Life()
    with refused(InvalidInput, field="reason"):
        life.does(life.ward, withdraw_admission_notice, reason=reason)


def test_a_unit_plans_nothing_until_it_is_told_anew() -> None:
    life = withdrawn()
    with refused(StageNotAllowed, code="no-admission-notice", says=f"återkallat av {life.ward.name}"):
        life.does(life.municipality, start_planning)
