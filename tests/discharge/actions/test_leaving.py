"""Hemgång och slut: discharge, death, entry in error and the end of the case, and how each is put right."""

from datetime import timedelta

import pytest

from discharge.actions.close_case import close_case
from discharge.actions.discharge_patient import discharge_patient
from discharge.actions.mark_ready_for_discharge import mark_ready_for_discharge
from discharge.actions.record_death import record_death
from discharge.actions.undo_death import undo_death
from discharge.actions.undo_discharge import undo_discharge
from discharge.actions.void_case import void_case
from discharge.actions.void_ready_notice import void_ready_notice
from discharge.models import CaseUnit
from discharge.queries.visible import open_cases
from lus.deadlines.models import Obligation
from lus.deadlines.sweep import sweep_due
from lus.organisations.actor import NotPermitted
from lus.organisations.models import Unit
from lus.organisations.roles import Role
from lus.refusals import AlreadyDone, InvalidInput, StageNotAllowed, TimeNotPossible
from lus.swedish_time import end_of_local_day, local_date
from tests.factories import NOW, an_actor

from .life import Life, refused

TESTED_ACTS = (
    "discharge_patient",
    "undo_discharge",
    "record_death",
    "undo_death",
    "void_case",
    "close_case",
)
UNITS = {"Nacka", "Vårdcentralen Solen"}


def test_the_units_are_told_and_the_ward_owes_handover_and_information_the_same_day() -> None:
    life = Life().left()
    assert life.told("patient_discharged") == UNITS
    assert life.row.stay == "discharged"
    assert life.owes(life.ward) == {"send_handover", "give_patient_summary"}
    due = Obligation.objects.get(code="send_handover").due_at
    assert due == end_of_local_day(local_date(life.at))


def test_the_count_ends_with_the_stay() -> None:
    life = Life().ready().left()
    ended = life.last("payment_count_ended")
    assert (ended.happened_at, ended.actor_kind) == (life.row.discharged_at, "clock")
    assert (life.row.readiness, life.row.day_zero) == ("not_ready", None)
    assert Obligation.objects.get(code="payment_day_begins").cancelled_because == "patient_discharged"


def test_where_to_is_one_of_the_list() -> None:
    life = Life()
    with refused(InvalidInput, field="destination"):
        life.does(life.ward, discharge_patient, left_at=life.at, destination="Spanien")


def test_nobody_leaves_before_the_ready_notice_that_is_in_force() -> None:
    life = Life().ready()
    with refused(TimeNotPossible, code="before-notice", field="left_at"):
        before = life.at - timedelta(minutes=5)
        life.does(life.ward, discharge_patient, left_at=before, destination="home")


def test_a_time_typed_in_the_very_minute_of_the_admission_is_not_before_it() -> None:
    life = Life(at=NOW + timedelta(seconds=45))
    typed = NOW - timedelta(hours=2)
    life.does(
        life.ward, mark_ready_for_discharge, physician="Jonas Ek", assessed_at=typed, legal_ground="consent"
    )
    life.does(life.ward, void_ready_notice, reason="Fel patient")
    life.does(
        life.ward, discharge_patient, left_at=typed, destination="home", late_reason="Skrevs in på papper"
    )
    assert life.row.discharged_at == life.row.admitted_at == typed + timedelta(seconds=45)


def test_twice_home_names_who_was_first() -> None:
    life = Life().left()
    with refused(AlreadyDone, says=f"Redan registrerad som utskriven av {life.ward.name}, Avd 72"):
        life.left()


def test_an_undone_discharge_lets_the_notice_run_on() -> None:
    life = Life().ready()
    before = life.row
    life.left()
    life.does(life.ward, undo_discharge, reason="Fel knapp")
    row = life.row
    assert (row.stay, row.readiness, row.ready_sent_at) == ("admitted", "ready", before.ready_sent_at)
    assert row.first_liable_day == before.first_liable_day
    assert life.told("discharge_corrected") == UNITS
    assert Obligation.objects.filter(code="payment_day_begins", cancelled_at=None).count() == 1
    assert not Obligation.objects.filter(code="case_closes", cancelled_at=None).exists()


def test_the_day_after_it_is_a_readmission() -> None:
    life = Life().left().later(days=1)
    with refused(StageNotAllowed, code="too-late", says="samma dag"):
        life.does(life.ward, undo_discharge, reason="Tillbaka")


def test_an_undone_discharge_needs_a_reason_and_a_discharge() -> None:
    life = Life()
    with refused(StageNotAllowed, says="inskriven"):
        life.does(life.ward, undo_discharge, reason="Fel")
    life.left()
    with refused(InvalidInput, field="reason"):
        life.does(life.ward, undo_discharge, reason=" ")


def test_a_death_ends_every_clock_and_is_told_quietly() -> None:
    life = Life().ready().dead()
    assert (life.row.stay, life.row.closed_at) == ("deceased", life.at)
    assert life.told("patient_deceased_recorded") == UNITS
    assert not Obligation.objects.filter(met_at=None, cancelled_at=None).exists()
    assert not CaseUnit.objects.filter(is_open=True).exists()
    assert not open_cases(life.ward).exists()
    assert sweep_due(at=life.at + timedelta(days=30)) == 0


def test_a_death_is_confirmed_in_a_second_step() -> None:
    life = Life()
    with refused(InvalidInput, field="confirmed"):
        life.does(life.ward, record_death, died_at=life.at, confirmed=False)


def test_a_death_recorded_on_the_wrong_patient_leaves_all_as_before() -> None:
    life = Life().ready()
    before, owed = life.row, life.owes(life.municipality)
    life.dead()
    life.does(life.ward, undo_death, reason="Fel patient")
    row = life.row
    assert (row.stay, row.readiness, row.first_liable_day) == ("admitted", "ready", before.first_liable_day)
    assert (row.closed_at, life.owes(life.municipality)) == (None, owed)
    assert open_cases(life.municipality).count() == 1
    assert life.told("death_record_corrected") == UNITS


def test_a_death_is_undone_once_and_with_a_reason() -> None:
    life = Life().dead()
    with refused(InvalidInput, field="reason"):
        life.does(life.ward, undo_death, reason="")
    life.does(life.ward, undo_death, reason="Fel patient")
    with refused(AlreadyDone, says=f"av {life.ward.name}"):
        life.does(life.ward, undo_death, reason="Fel patient")


def test_the_municipal_nurse_records_a_death_at_home_not_on_the_ward() -> None:
    life = Life()
    nurse = an_actor(Unit.objects.get(pk=str(life.municipality.unit_id)), Role.MUNICIPAL_NURSE)
    with refused(StageNotAllowed, says="Avdelningen registrerar"):
        life.does(nurse, record_death, died_at=life.at, confirmed=True)
    life.left()
    life.does(nurse, record_death, died_at=life.at, confirmed=True)
    assert life.row.stay == "deceased"
    assert life.told("patient_deceased_recorded") == {"Avd 72", "Vårdcentralen Solen"}


def test_a_case_entered_in_error_stays_readable_and_counts_for_nothing() -> None:
    life = Life().ready().voided()
    assert life.row.stay == "entered_in_error"
    assert life.told("case_entered_in_error") == UNITS
    assert [spell.end for spell in life.facts.spells] == ["annulled"]
    assert not Obligation.objects.filter(met_at=None, cancelled_at=None).exists()
    assert sweep_due(at=life.at + timedelta(days=30)) == 0


def test_a_case_is_voided_once_and_with_a_reason() -> None:
    life = Life()
    with refused(InvalidInput, field="reason"):
        life.does(life.ward, void_case, reason="")
    life.voided()
    with refused(AlreadyDone, says=f"av {life.ward.name}"):
        life.voided()


def test_a_person_may_be_admitted_again_after_an_entry_in_error() -> None:
    life = Life().voided()
    again = Life(at=life.at, place=life.place, person=life.case.person)
    assert again.row.stay == "admitted"


def test_the_ward_may_close_before_the_clock_does() -> None:
    life = Life().left()
    life.does(life.ward, close_case, reason="home")
    assert life.row.closed_at == life.at
    assert not open_cases(life.municipality).exists()
    with refused(StageNotAllowed, code="closed-case", says=f"avslutat av {life.ward.name}"):
        life.does(life.ward, close_case)


def test_a_patient_on_the_ward_is_not_closed_away() -> None:
    life = Life()
    with refused(StageNotAllowed, says="inskriven"):
        life.does(life.ward, close_case)


@pytest.mark.parametrize("reason", ["", "days_passed", "nog nu"])
def test_a_case_is_closed_for_a_reason_of_the_list(reason: str) -> None:
    life = Life().left()
    with refused(InvalidInput, field="reason"):
        life.does(life.ward, close_case, reason=reason)


def test_an_error_found_after_the_end_can_still_be_voided() -> None:
    life = Life().left()
    life.does(life.ward, close_case)
    life.voided()
    assert life.row.stay == "entered_in_error"


@pytest.mark.parametrize("act", [void_case, undo_discharge, close_case])
def test_the_stay_is_the_wards(act: object) -> None:
    life = Life().left()
    with refused(NotPermitted):
        life.does(life.municipality, act, reason="home")  # type: ignore[arg-type]
