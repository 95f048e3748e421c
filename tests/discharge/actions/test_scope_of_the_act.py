"""Compulsory care, patients whom the act does not cover, and patients from another county."""

from datetime import timedelta

import pytest

from discharge.actions.change_legal_status import change_legal_status
from discharge.actions.mark_covered_by_act import mark_covered_by_act
from discharge.actions.mark_outside_act import mark_outside_act
from discharge.actions.mark_ready_for_discharge import mark_ready_for_discharge
from discharge.actions.record_care_plan_instead import record_care_plan_instead
from discharge.actions.record_told_outside import record_told_outside
from discharge.actions.register_admission import register_admission
from discharge.actions.remove_concerned_unit import remove_concerned_unit
from discharge.queries.case_page import case_page
from discharge.rules.conditions import conditions
from discharge.rules.steps import steps
from lus.deadlines.models import Obligation
from lus.deadlines.sweep import sweep_due
from lus.refusals import InvalidInput, StageNotAllowed
from sip.actions.assess_sip_need import assess_sip_need
from sip.actions.send_sip_summons import send_sip_summons
from tests.factories import NOW, a_person, a_place

from .chain_lives import from_another_county, outside, under
from .life import Life, refused

pytestmark = pytest.mark.django_db
TESTED_ACTS = (
    "change_legal_status",
    "record_care_plan_instead",
    "mark_outside_act",
    "mark_covered_by_act",
    "record_told_outside",
)


def test_under_opt_a_care_plan_is_owed_and_sip_is_refused_with_the_reason() -> None:
    life = under("lpt")
    life.does(life.primary_care, assess_sip_need, needed=True)
    life.does(life.ward, change_legal_status, legal_status="opt", physician="M Alm", decided_at=life.at)
    assert life.row.legal_status == "opt"
    assert "record_care_plan_instead" in life.owes(life.ward)
    assert not {"record_sip_consent", "assess_sip_need"} & (
        life.owes(life.ward) | life.owes(life.primary_care)
    )
    with refused(StageNotAllowed, code="sip-replaced-by-care-plan", says="ÖPT"):
        life.does(life.primary_care, send_sip_summons, meeting_at=NOW + timedelta(days=3), place="Här")
    with refused(StageNotAllowed, code="sip-replaced-by-care-plan"):
        life.does(life.primary_care, assess_sip_need, needed=True)


def test_the_plan_is_made_when_units_have_approved_it() -> None:
    life = under("orv")
    mine = [str(life.municipality.unit_id)]
    with refused(InvalidInput, code="approval-missing"):
        life.does(life.ward, record_care_plan_instead, physician="M", approved_by=[], made_at=life.at)
    stranger = [str(Life().municipality.unit_id)]
    with refused(InvalidInput, code="unknown-unit"):
        life.does(life.ward, record_care_plan_instead, physician="M", approved_by=stranger, made_at=life.at)
    with refused(InvalidInput, code="physician-missing"):
        life.does(life.ward, record_care_plan_instead, physician=" ", approved_by=mine, made_at=life.at)
    life.does(life.ward, record_care_plan_instead, physician="M", approved_by=mine, made_at=life.at)
    assert "record_care_plan_instead" not in life.owes(life.ward)
    with refused(StageNotAllowed, code="already-done"):
        life.does(life.ward, record_care_plan_instead, physician="M", approved_by=mine, made_at=life.at)


def test_no_plan_under_voluntary_care_and_no_form_out_of_order() -> None:
    life = Life()
    mine = [str(life.municipality.unit_id)]
    with refused(StageNotAllowed, says="ÖPT och ÖRV"):
        life.does(life.ward, record_care_plan_instead, physician="M", approved_by=mine, made_at=life.at)
    for form, code in (("opt", "legal-status-order"), ("none", "same-legal-status")):
        with refused(InvalidInput, code=code, field="legal_status"):
            life.does(life.ward, change_legal_status, legal_status=form, physician="M", decided_at=life.at)


def test_steps_and_payment_conditions_say_care_plan_instead_of_sip() -> None:
    facts = under("opt").facts
    said = {step.key: (step.state, step.note) for step in steps(facts, [], NOW)}
    assert said["sip_summons"] == said["sip_meeting"] == ("not_applicable", "samordnad vårdplan")
    summons = next(one for one in conditions(facts) if one.key == "sip_summons")
    assert summons.state == "not_needed"
    assert "samordnad vårdplan" in summons.sentence


def test_outside_the_act_no_clock_of_law_runs_and_no_day_is_counted() -> None:
    life = Life().ready()
    life.does(life.ward, mark_outside_act, reason="other", text="Utredning")
    assert (life.row.outside_act, life.row.day_zero) == (True, None)
    open_duties = Obligation.objects.filter(case_id=life.case.pk, met_at=None, cancelled_at=None)
    assert set(open_duties.values_list("code", "basis")) == {("acknowledge", "routine")}
    assert case_page(life.ward, life.case.pk, at=life.at).ledger is None
    sweep_due(at=life.at + timedelta(days=9))
    assert not {"payment_liability_started", "payment_blocked"} & {event.name for event in life.facts.events}


def test_covered_again_the_clocks_stand_as_before() -> None:
    life = Life().ready()
    before = (life.row.day_zero, life.owes(life.primary_care))
    life.does(life.ward, mark_outside_act, reason="no_services")
    life.does(life.ward, mark_covered_by_act, reason="Behov finns")
    assert (life.row.day_zero, life.owes(life.primary_care)) == before
    with refused(StageNotAllowed, code="already-done"):
        life.does(life.ward, mark_covered_by_act, reason="Igen")


def test_a_notice_outside_the_act_begins_no_count() -> None:
    life = outside()
    life.does(life.ward, mark_ready_for_discharge, physician="E", assessed_at=life.at, legal_ground="consent")
    assert life.row.first_liable_day is None
    assert "grace_period_started" not in {event.name for event in life.facts.events}


def test_the_reason_is_chosen_at_the_admission_or_refused() -> None:
    place = a_place()
    case = register_admission(
        person_id=a_person().pk, actor=place.ward, admitted_at=NOW, at=NOW, outside_act="no_municipality"
    )
    assert case.outside_act
    assert not Obligation.objects.filter(case_id=case.pk).exists()
    person = a_person()
    for reason, field in (("okänt", "outside_act"), ("other", "text")):
        with refused(InvalidInput, field=field):
            register_admission(
                person_id=person.pk, actor=place.ward, admitted_at=NOW, at=NOW, outside_act=reason
            )


def test_a_home_municipality_that_is_not_here_is_told_by_phone_and_the_duty_is_seen_until_then() -> None:
    life = from_another_county()
    assert "tell_home_municipality" not in life.owes(life.ward)
    life.does(life.ward, remove_concerned_unit, unit_id=life.municipality.unit_id, reason="Fel län")
    assert "tell_home_municipality" in life.owes(life.ward)
    with refused(InvalidInput, field="receiver"):
        life.does(life.ward, record_told_outside, channel="phone", receiver=" ", told_at=life.at)
    life.does(life.ward, record_told_outside, channel="phone", receiver="Växeln", told_at=life.at)
    assert "tell_home_municipality" not in life.owes(life.ward)


def test_a_patient_of_the_county_is_not_told_about_outside() -> None:
    life = Life()
    with refused(InvalidInput, code="own-county"):
        life.does(life.ward, record_told_outside, channel="phone", receiver="Växeln", told_at=life.at)


def test_the_countys_agreement_does_not_bind_another_countys_municipality() -> None:
    life = from_another_county().ready()
    assert life.row.agreement_key == "statute"
