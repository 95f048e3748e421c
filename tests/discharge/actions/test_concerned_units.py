"""Berörda enheter: added, removed, wrong and put right; the clock of the first notice keeps its start."""

from datetime import timedelta
from uuid import uuid4

import pytest

from discharge.actions.add_concerned_unit import add_concerned_unit
from discharge.actions.decline_case import decline_case
from discharge.actions.redirect_notice import redirect_notice
from discharge.actions.remove_concerned_unit import remove_concerned_unit
from discharge.actions.report_wrong_recipient import report_wrong_recipient
from discharge.actions.start_planning import start_planning
from discharge.models import CaseUnit, Delivery
from discharge.queries.visible import case_of
from lus.deadlines.models import Obligation
from lus.organisations.actor import Actor
from lus.organisations.models import Unit, UnitKind
from lus.organisations.roles import Role
from lus.refusals import AlreadyDone, InvalidInput, NotThere, StageNotAllowed
from tests.factories import a_unit, an_actor

from .good_input import BY_NAME
from .life import Life, refused
from .lives import admitted, misrouted

TESTED_ACTS = ("add_concerned_unit", "remove_concerned_unit", "redirect_notice", "report_wrong_recipient")


@pytest.fixture
def solna() -> Actor:
    return an_actor(a_unit("Solna", UnitKind.RECEPTION), Role.RECEPTION)


def add(life: Life, actor: Actor, role: str = "municipality") -> None:
    life.does(life.ward, add_concerned_unit, unit_id=actor.unit_id, role=role)


def test_an_added_unit_gets_the_message_with_its_own_time(solna: Actor) -> None:
    life = Life()
    add(life, solna)
    assert life.told("concerned_unit_added") == {"Solna"}
    assert life.message("concerned_unit_added", solna).delivered_at == life.at
    assert life.unit(solna).told_at == life.at
    assert life.owes(solna) == {"acknowledge", "start_planning"}


def test_a_unit_that_is_there_is_not_added_again(solna: Actor) -> None:
    life = Life()
    with refused(AlreadyDone, says="redan med i ärendet"):
        add(life, life.municipality)


def test_a_unit_that_had_left_comes_back() -> None:
    life = Life()
    life.does(life.municipality, decline_case, reason="not_resident_here")
    add(life, life.municipality)
    assert life.last("concerned_unit_readded").data["unit_id"] == str(life.municipality.unit_id)
    assert life.unit(life.municipality).state == "new"


def test_a_wrong_recipient_that_is_added_again_sees_the_case_again() -> None:
    life = misrouted()
    add(life, life.municipality)
    assert case_of(life.municipality, life.case.pk) == life.case


@pytest.mark.parametrize(("role", "code"), [("primary_care", "wrong-role"), ("chef", "wrong-role")])
def test_a_unit_is_added_in_its_own_role(solna: Actor, role: str, code: str) -> None:
    life = Life()
    with refused(InvalidInput, code=code, field="unit_id"):
        add(life, solna, role)


def test_a_unit_that_does_not_exist_is_not_added() -> None:
    life = Life()
    with refused(InvalidInput, code="unknown-unit", field="unit_id"):
        life.does(life.ward, add_concerned_unit, unit_id=uuid4(), role="municipality")


def test_before_the_notice_nobody_is_added(solna: Actor) -> None:
    life = admitted()
    with refused(StageNotAllowed, code="no-admission-notice"):
        add(life, solna)


def test_a_removed_unit_is_told_keeps_what_it_got_and_owes_nothing() -> None:
    life = Life()
    BY_NAME["remove_concerned_unit"].do(life)
    assert life.last("concerned_unit_removed").data["reason"] == "Inget behov"
    assert life.unit(life.municipality).state == "removed"
    assert life.told("concerned_unit_removed") == {"Nacka"}
    assert life.owes(life.municipality) == set()
    assert case_of(life.municipality, life.case.pk) == life.case
    assert life.message("admission_notice_sent", life.municipality).acknowledged_at is None


def test_a_removed_unit_gets_no_more_messages() -> None:
    life = Life()
    BY_NAME["remove_concerned_unit"].do(life)
    life.ready()
    assert not Delivery.objects.filter(
        kind="ready_notice_sent", unit_id=str(life.municipality.unit_id)
    ).exists()
    with refused(StageNotAllowed, says="borttagen ur ärendet"):
        life.does(life.municipality, start_planning)


def test_a_unit_is_removed_once() -> None:
    life = Life()
    BY_NAME["remove_concerned_unit"].do(life)
    with refused(AlreadyDone, says=f"av {life.ward.name}"):
        BY_NAME["remove_concerned_unit"].do(life)


def test_a_removal_has_a_reason_and_a_unit_that_is_there(solna: Actor) -> None:
    life = Life()
    with refused(InvalidInput, field="reason"):
        BY_NAME["remove_concerned_unit"].do(life, reason=" ")
    with refused(InvalidInput, field="unit_id"):
        BY_NAME["remove_concerned_unit"].do(life, unit_id=solna.unit_id)


def test_a_wrong_recipient_is_replaced_never_removed_back_into_sight() -> None:
    life = misrouted()
    with refused(InvalidInput, field="unit_id", says="Fel mottagare"):
        life.does(life.ward, remove_concerned_unit, unit_id=life.municipality.unit_id, reason="Bort")


def test_a_wrong_recipient_tells_the_ward_and_sees_nothing_more(solna: Actor) -> None:
    life = Life()
    life.does(life.municipality, report_wrong_recipient, reason="moved", suggested_unit_id=solna.unit_id)
    assert life.told("wrong_recipient_reported") == {"Avd 72"}
    assert life.facts.unit(str(life.municipality.unit_id)).suggested_unit_id == str(solna.unit_id)  # type: ignore[union-attr]
    assert life.owes(life.municipality) == set()
    assert "choose_new_recipient" in life.owes(life.ward)
    with pytest.raises(NotThere):
        case_of(life.municipality, life.case.pk)


def test_what_a_wrong_recipient_may_say(solna: Actor) -> None:
    life = Life()
    with refused(InvalidInput, field="reason"):
        life.does(life.municipality, report_wrong_recipient, reason="fel")
    with refused(InvalidInput, field="suggested_unit_id", code="unknown-unit"):
        life.does(life.municipality, report_wrong_recipient, reason="moved", suggested_unit_id=uuid4())
    with refused(InvalidInput, field="suggested_unit_id"):
        suggested = life.primary_care.unit_id
        life.does(life.municipality, report_wrong_recipient, reason="moved", suggested_unit_id=suggested)


def test_who_has_begun_to_plan_is_not_a_wrong_recipient() -> None:
    life = Life()
    life.does(life.municipality, start_planning)
    with refused(StageNotAllowed, says=f"påbörjad av {life.municipality.name}"):
        life.does(life.municipality, report_wrong_recipient, reason="moved")


def redirected(solna: Actor) -> Life:
    life = misrouted().later(hours=5)
    life.does(life.ward, redirect_notice, wrong_unit_id=life.municipality.unit_id, new_unit_id=solna.unit_id)
    return life


def test_the_right_unit_takes_over_the_role_and_both_times_stay(solna: Actor) -> None:
    life = redirected(solna)
    data = life.last("recipient_corrected").data
    assert (data["role"], data["old_unit_id"]) == ("municipality", str(life.municipality.unit_id))
    assert life.unit(solna).told_at == life.row.admission_notice_at
    assert life.message("recipient_corrected", solna).delivered_at == life.at
    assert life.told("recipient_corrected") == {"Solna"}


def test_the_duty_keeps_the_clock_of_the_first_notice(solna: Actor) -> None:
    life = redirected(solna)
    duty = Obligation.objects.get(code="choose_new_recipient")
    assert duty.due_at == life.row.admitted_at + timedelta(hours=24)
    assert duty.met_at == life.at


def test_a_recipient_is_replaced_once(solna: Actor) -> None:
    life = redirected(solna)
    third = a_unit("Sundbyberg", UnitKind.RECEPTION)
    with refused(AlreadyDone, says=f"av {life.ward.name}"):
        life.does(life.ward, redirect_notice, wrong_unit_id=life.municipality.unit_id, new_unit_id=third.pk)


@pytest.mark.parametrize("who", ["itself", "one who is there", "a ward", "primary care", "nobody"])
def test_the_new_recipient_is_another_unit_of_the_same_kind(who: str) -> None:
    life = misrouted()
    new = {
        "itself": life.municipality.unit_id,
        "one who is there": life.primary_care.unit_id,
        "a ward": a_unit("Avd 3").pk,
        "primary care": a_unit("Vc", UnitKind.PRIMARY_CARE).pk,
        "nobody": uuid4(),
    }[who]
    with refused(InvalidInput, field="new_unit_id"):
        life.does(life.ward, redirect_notice, wrong_unit_id=life.municipality.unit_id, new_unit_id=new)


def test_only_who_said_so_is_replaced(solna: Actor) -> None:
    life = Life()
    with refused(StageNotAllowed):
        life.does(
            life.ward, redirect_notice, wrong_unit_id=life.primary_care.unit_id, new_unit_id=solna.unit_id
        )


def test_a_units_rows_are_one_for_each_unit(solna: Actor) -> None:
    life = redirected(solna)
    assert CaseUnit.objects.filter(case=life.case).count() == Unit.objects.count() == 4


def test_another_door_of_the_same_municipality_gets_the_notice_at_once() -> None:
    life = Life().ready()
    own = Unit.objects.get(pk=str(life.municipality.unit_id))
    district = an_actor(a_unit("Nacka öst", UnitKind.RECEPTION, principal=own.principal), Role.RECEPTION)
    life.does(
        life.municipality, report_wrong_recipient, reason="other_district", suggested_unit_id=district.unit_id
    )
    assert life.told("recipient_corrected") == {"Nacka öst"}
    assert life.unit(district).told_at == life.row.admission_notice_at
    assert life.message("ready_notice_forwarded", district)
    assert "choose_new_recipient" not in life.owes(life.ward)
    assert not Obligation.objects.filter(code="choose_new_recipient").exists()
    with pytest.raises(NotThere):
        case_of(life.municipality, life.case.pk)


def test_a_unit_of_the_municipality_in_another_role_is_not_the_right_door() -> None:
    life = Life()
    own = Unit.objects.get(pk=str(life.municipality.unit_id))
    nurses = a_unit("Hemsjukvård Nacka", UnitKind.MUNICIPAL_HEALTH, principal=own.principal)
    with refused(InvalidInput, code="wrong-role", field="suggested_unit_id"):
        life.does(life.municipality, report_wrong_recipient, reason="other", suggested_unit_id=nurses.pk)
