"""Moves between wards, leave, transfers to another hospital, readmission and reopening."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from discharge.actions.add_concerned_unit import add_concerned_unit
from discharge.actions.change_ward import change_ward
from discharge.actions.confirm_ward_change import confirm_ward_change
from discharge.actions.discharge_patient import discharge_patient
from discharge.actions.end_leave import end_leave
from discharge.actions.mark_ready_for_discharge import mark_ready_for_discharge
from discharge.actions.name_care_contact import name_care_contact
from discharge.actions.register_admission import register_admission
from discharge.actions.reopen_case import reopen_case
from discharge.actions.start_leave import start_leave
from discharge.actions.transfer_patient import transfer_patient
from discharge.actions.undo_death import undo_death
from discharge.actions.undo_discharge import undo_discharge
from discharge.models import Case, CaseUnit
from discharge.queries.board import board
from discharge.queries.case_page import case_page
from discharge.queries.my_turn import my_turn
from lus.deadlines.models import Obligation
from lus.deadlines.sweep import sweep_due
from lus.events.models import Event
from lus.notifications.models import Notification
from lus.organisations.models import UnitKind
from lus.refusals import CaseExists, InvalidInput, NotThere, Refused, StageNotAllowed, TimeNotPossible
from tests.factories import NOW, a_person, a_unit

from .chain_lives import away, closed, moved, other_hospital, ward_beside
from .life import Life, refused

pytestmark = pytest.mark.django_db
TESTED_ACTS = (
    "change_ward",
    "confirm_ward_change",
    "start_leave",
    "end_leave",
    "transfer_patient",
    "reopen_case",
)


def next_case(life: Life) -> Case:
    return Case.objects.get(pk=life.last("patient_transferred").data["next_case_id"])


def transferred(life: Life | None = None) -> tuple[Life, Life]:
    """Return the case that was left, and the one that began, as the receiving ward sees it."""
    life = life or Life()
    there = other_hospital()
    life.does(life.ward, transfer_patient, to_ward_id=there.unit_id, moved_at=life.at)
    place = life.place.__class__(there, life.municipality, life.primary_care)
    begun = Life(place=place, case=next_case(life))
    begun.at = life.at
    return life, begun


def test_the_new_ward_owns_the_case_and_the_old_one_reads_what_it_had() -> None:
    life, there = moved(Life().ready())
    assert life.row.ward_id == there.unit_id
    assert {(row.unit.name, row.state) for row in CaseUnit.objects.filter(case=life.case, role="ward")} == {
        ("Avd 72", "removed"),
        ("Avd 73", "owner"),
    }
    life.does(there, add_concerned_unit, unit_id=a_unit("Rehab", UnitKind.OUTPATIENT).pk, role="outpatient")
    assert len(case_page(there, life.case.pk, at=life.at).facts.units) == 3
    assert len(case_page(life.ward, life.case.pk, at=life.at).facts.units) == 2
    assert board(life.ward, at=life.at).rows == ()
    assert len(board(there, at=life.at).rows) == 1
    with refused(StageNotAllowed, code="not-owner", says="Den nya avdelningen"):
        life.does(life.ward, discharge_patient, left_at=life.at, destination="home")


def test_the_ready_notice_runs_on_and_everybody_is_told_of_the_move() -> None:
    life, there = moved(Life().ready())
    assert life.facts.open_spell is not None
    assert life.told("ward_changed") == {"Avd 73", "Nacka", "Vårdcentralen Solen"}
    life.does(there, discharge_patient, left_at=life.at, destination="home")
    assert life.owes(there) == {"send_handover", "give_patient_summary"}


def test_the_receiving_ward_confirms_within_two_hours_by_routine() -> None:
    life, there = moved()
    duty = Obligation.objects.get(code="confirm_ward_change", cancelled_at=None)
    assert (duty.unit_id, duty.basis) == (there.unit_id, "routine")
    assert duty.due_at == life.last("ward_changed").happened_at + timedelta(hours=2)
    assert [turn.duty.code for turn in my_turn(there, at=life.at).turns] == ["confirm_ward_change"]
    life.does(there, mark_ready_for_discharge, physician="E", assessed_at=life.at, legal_ground="consent")
    life.does(there, confirm_ward_change)
    assert "confirm_ward_change" not in life.owes(there)
    with refused(StageNotAllowed, code="already-done"):
        life.does(there, confirm_ward_change)


def test_a_duty_that_was_met_before_stays_with_the_ward_that_met_it() -> None:
    life, _ = moved()
    rows = Obligation.objects.filter(case_id=life.case.pk, code="send_admission_notice", cancelled_at=None)
    assert [row.unit_id for row in rows] == [life.ward.unit_id]


def test_back_on_the_first_ward_the_second_one_reads_what_it_had() -> None:
    life, there = moved()
    life.does(there, change_ward, to_ward_id=life.ward.unit_id, moved_at=life.at)
    states = CaseUnit.objects.filter(case=life.case, role="ward").values_list("unit__name", "state")
    assert set(states) == {("Avd 72", "owner"), ("Avd 73", "removed")}
    life.does(life.ward, discharge_patient, left_at=life.at, destination="home")
    assert case_page(there, life.case.pk, at=life.at).facts.stay == "admitted"


@pytest.mark.parametrize(
    "code", ["unknown-unit", "same-ward", "other-provider", "case-exists", "before-move"]
)
def test_a_move_that_cannot_be_is_refused(code: str) -> None:
    life = Life()
    there = ward_beside(life)
    to, at = there.unit_id, life.at
    kind: type[Refused] = InvalidInput
    if code == "unknown-unit":
        to = life.municipality.unit_id
    if code == "same-ward":
        to = life.ward.unit_id
    if code == "other-provider":
        to = other_hospital().unit_id
    if code == "case-exists":
        kind = CaseExists
        register_admission(person_id=life.case.person_id, actor=there, admitted_at=NOW, at=NOW)
    if code == "before-move":
        kind = TimeNotPossible
        life.does(life.ward, change_ward, to_ward_id=ward_beside(life, "Avd 74").unit_id, moved_at=life.at)
        life.place = life.place.__class__(ward_beside(life, "Avd 74"), life.municipality, life.primary_care)
        at = life.at - timedelta(minutes=30)
    with refused(kind, code=code):
        life.does(life.ward, change_ward, to_ward_id=to, moved_at=at, late_reason="Sen")


def test_leave_begins_and_ends_and_whole_days_away_are_not_paid() -> None:
    life = Life().ready()
    life.does(life.ward, start_leave, left_at=life.at, expected_back=life.at + timedelta(days=5))
    assert life.row.stay == "on_leave"
    assert life.told("leave_started") == {"Nacka"}
    life.later(days=6)
    life.does(life.ward, end_leave, back_at=life.at)
    assert life.row.stay == "admitted"
    ledger = case_page(life.ward, life.case.pk, at=life.at).ledger
    assert ledger is not None
    assert "leave" in {line.code for line in ledger.lines}


def test_leave_is_not_begun_twice_nor_ended_before_it_began() -> None:
    life = away()
    with refused(StageNotAllowed, code="already-done"):
        life.does(life.ward, start_leave, left_at=life.at)
    with refused(TimeNotPossible, code="before-leave", field="back_at"):
        life.does(life.ward, end_leave, back_at=life.at - timedelta(hours=1), late_reason="Glömt")
    life.does(life.ward, end_leave, back_at=life.at)
    with refused(StageNotAllowed, code="already-done"):
        life.does(life.ward, end_leave, back_at=life.at)


def test_a_patient_who_was_never_away_does_not_come_back() -> None:
    life = Life()
    with refused(StageNotAllowed, says="inte på permission"):
        life.does(life.ward, end_leave, back_at=life.at)
    with refused(InvalidInput, field="expected_back"):
        life.does(life.ward, start_leave, left_at=life.at, expected_back=life.at - timedelta(hours=1))


def test_an_undone_discharge_from_leave_is_leave_again() -> None:
    life = away()
    life.does(life.ward, discharge_patient, left_at=life.at, destination="home")
    life.does(life.ward, undo_discharge, reason="Fel")
    assert life.row.stay == "on_leave"


def test_an_undone_death_stands_where_the_stay_stood() -> None:
    life = away().dead()
    assert life.owes(life.ward) == set()
    life.does(life.ward, undo_death, reason="Fel patient")
    assert life.row.stay == "on_leave"
    assert "acknowledge" in life.owes(life.municipality)


def test_a_transfer_ends_one_case_and_begins_another_in_the_same_chain() -> None:
    life, begun = transferred(Life().ready())
    assert (life.row.stay, life.row.readiness) == ("transferred", "not_ready")
    assert life.facts.spells[-1].end == "transferred"
    assert begun.row.care_chain == life.case.pk
    assert begun.row.care_form == "geriatric"
    assert begun.row.admitted_at == life.last("patient_transferred").happened_at
    assert begun.owes(begun.ward) == {"send_admission_notice", "confirm_ward_change"}
    notice = Obligation.objects.get(case_id=begun.case.pk, code="send_admission_notice")
    assert notice.due_at == begun.row.admitted_at + timedelta(hours=24)
    assert begun.facts.units == ()
    assert begun.facts.sip_consent == "unknown"
    assert Notification.objects.filter(case_id=begun.case.pk, unit_id=str(begun.ward.unit_id)).exists()
    assert life.told("patient_transferred") == {"Nacka", "Vårdcentralen Solen"}


def test_no_day_is_paid_after_the_transfer() -> None:
    life = Life().ready().later(days=6)
    left, _ = transferred(life)
    ledger = case_page(left.ward, left.case.pk, at=left.at + timedelta(days=2)).ledger
    assert ledger is not None
    assert ledger.lines[-1].code == "transfer_day"


def test_what_the_units_had_agreed_follows_as_a_proposal() -> None:
    life = Life()
    life.does(life.primary_care, name_care_contact, name="Eva Nord", title="dsk", phone="08-1")
    _, begun = transferred(life)
    prefill = begun.facts.chain.prefill
    assert [unit["role"] for unit in prefill["recipients"]] == ["municipality", "primary_care"]
    assert prefill["care_contact"]["name"] == "Eva Nord"
    assert prefill["needs"]["municipal_health"] is True


def test_a_case_of_the_chain_is_shown_only_to_those_who_are_party_to_both() -> None:
    life, begun = transferred()
    page = case_page(life.municipality, life.case.pk, at=life.at)
    assert page.chain == []
    with pytest.raises(NotThere):
        case_page(life.municipality, begun.case.pk, at=life.at)
    assert case_page(begun.ward, begun.case.pk, at=life.at).chain == []
    assert life.ward.unit_id
    assert begun.ward.unit_id
    both = replace(life.ward, unit_ids=(life.ward.unit_id, begun.ward.unit_id))
    assert [one.case_id for one in case_page(both, life.case.pk, at=life.at).chain] == [begun.case.pk]


def test_a_stay_that_the_other_ward_has_registered_joins_the_chain() -> None:
    life, there = Life(), other_hospital()
    case = register_admission(person_id=life.case.person_id, actor=there, admitted_at=NOW, at=NOW)
    life.does(life.ward, transfer_patient, to_ward_id=there.unit_id, moved_at=life.at)
    case.refresh_from_db()
    assert case.care_chain == life.case.pk
    assert life.last("patient_transferred").data["next_case_id"] == str(case.pk)
    assert Case.objects.count() == 2
    assert life.told("patient_transferred") == {"Nacka", "Vårdcentralen Solen"}


def test_a_transfer_inside_the_hospital_is_a_move() -> None:
    life = Life()
    with refused(InvalidInput, code="same-provider", field="to_ward_id"):
        life.does(life.ward, transfer_patient, to_ward_id=ward_beside(life).unit_id, moved_at=life.at)


def test_a_setting_keeps_the_case_between_hospitals(settings: Any) -> None:
    settings.LUS_TRANSFER_BETWEEN_PROVIDERS = "same_case"
    life = Life()
    other = a_unit("Avd 9", parent=a_unit("Annat sjukhus", UnitKind.HOSPITAL))
    life.does(life.ward, change_ward, to_ward_id=other.pk, moved_at=life.at)
    assert life.row.ward_id == other.pk


def test_a_transferred_case_leaves_the_lists_after_three_days() -> None:
    life, _ = transferred()
    sweep_due(at=life.at + timedelta(days=5))
    assert life.row.closed_at is not None


@pytest.mark.parametrize(("days", "linked"), [(30, True), (31, False)])
def test_a_readmission_within_30_days_is_joined_as_an_indicator(days: int, linked: bool) -> None:
    life = Life().left()
    left = life.row.discharged_at
    assert left is not None
    at = left + timedelta(days=days)
    case = register_admission(person_id=life.case.person_id, actor=life.ward, admitted_at=at, at=at)
    assert (case.care_chain == life.case.pk) == linked
    event = Event.objects.filter(case_id=case.pk, name="care_chain_joined").first()
    assert (event.data["days"] if event else None) == (30 if linked else None)


def test_a_readmission_changes_nothing_else() -> None:
    life = Life().left()
    at = life.at + timedelta(days=2)
    case = register_admission(person_id=life.case.person_id, actor=life.ward, admitted_at=at, at=at)
    other = register_admission(person_id=a_person().pk, actor=life.ward, admitted_at=at, at=at)
    codes = [
        set(Obligation.objects.filter(case_id=pk, cancelled_at=None).values_list("code", flat=True))
        for pk in (case.pk, other.pk)
    ]
    assert codes[0] == codes[1]


def test_a_closed_case_is_opened_again_and_closes_after_three_days_anew() -> None:
    life = closed().later(days=10)
    life.does(life.ward, reopen_case, reason="Hjälpmedel kom inte")
    assert life.row.closed_at is None
    assert CaseUnit.objects.filter(case=life.case, is_open=True).count() == 3
    sweep_due(at=life.at + timedelta(days=1))
    assert life.row.closed_at is None
    sweep_due(at=life.at + timedelta(days=5))
    assert life.row.closed_at is not None


def test_an_open_case_and_one_closed_long_ago_are_not_opened() -> None:
    life = Life().left()
    with refused(StageNotAllowed, code="already-done"):
        life.does(life.ward, reopen_case, reason="x")
    life = closed().later(days=31)
    with refused(StageNotAllowed, code="too-late"):
        life.does(life.ward, reopen_case, reason="x")
