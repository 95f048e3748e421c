"""Hem över en helg: ward, municipality and primary care carry one patient home across noon on a Friday."""

from datetime import date, timedelta

import pytest

from discharge.actions.discharge_patient import discharge_patient
from discharge.actions.give_patient_summary import give_patient_summary
from discharge.actions.load_agreements import load_agreements
from discharge.actions.mark_ready_for_discharge import mark_ready_for_discharge
from discharge.actions.name_care_contact import name_care_contact
from discharge.actions.report_ready_to_receive import report_ready_to_receive
from discharge.actions.send_handover import PARTS, send_handover
from discharge.actions.start_planning import start_planning
from discharge.actions.state_outpatient_readiness import state_outpatient_readiness
from discharge.actions.write_patient_summary import write_patient_summary
from discharge.queries.board import board
from discharge.queries.my_turn import my_turn
from discharge.rules.agreement_records import RECORDS
from discharge.rules.amounts import AMOUNTS
from lus.deadlines.sweep import sweep_due
from lus.refusals import InvalidInput
from lus.swedish_time import end_of_local_day
from sip.actions.assess_sip_need import assess_sip_need
from sip.actions.record_sip_consent import record_sip_consent
from sip.actions.send_sip_summons import send_sip_summons
from tests.discharge.actions.life import refused

from .story import NACKA, SOLEN, WARD, Story, clock

pytestmark = pytest.mark.django_db

WED, THU, FRI, SAT, SUN, MON, TUE, NEXT_WED = (date(2026, 3, 4) + timedelta(days=n) for n in range(8))

BEFORE_HOME = [
    ("06/03", "before_day_zero", ""),
    ("07/03", "day_zero", "0"),
    ("08/03", "grace", "1 av 2"),
    ("09/03", "grace", "2 av 2"),
]


def test_a_patient_gets_home_over_a_weekend() -> None:
    story = admitted_and_planned()
    noon_passes_while_the_page_is_open(story)
    the_notice_reaches_both_and_one_of_them_is_late(story)
    the_weekend_counts(story)
    monday_meets_the_conditions(story)
    tuesday_is_the_first_possible_payment_day(story)
    the_municipality_is_ready_and_the_patient_goes_home(story)
    the_case_leaves_the_lists(story)


def admitted_and_planned() -> Story:
    # given a patient of Nacka on a ward in Stockholm, with the agreement of 2020
    load_agreements(RECORDS, AMOUNTS)
    story = Story(WED, in_days=6)
    assert story.told("admission_notice_sent") == {NACKA, SOLEN}
    # when the municipality reads and plans, and primary care names the contact
    story.reads(WED, "9.20", story.municipality, "admission_notice_sent")
    story.when(WED, "13.00", story.municipality, start_planning)
    story.when(
        WED, "9.45", story.primary_care, name_care_contact, name="Eva Nord", title="Distriktssköterska"
    )
    story.when(THU, "10.00", story.primary_care, assess_sip_need, needed=True)
    story.when(THU, "14.00", story.ward, record_sip_consent, state="given")
    # then everybody knows, and nothing of it has run out
    assert story.told("planning_started") == {WARD}
    assert story.told("care_contact_named") == {WARD, NACKA}
    planning = {"fill_planning_basis", "settle_home_ready_points"}
    assert story.owes(story.municipality) == {"report_ready_to_receive", *planning}
    assert story.owes(story.primary_care) == {"start_planning", "send_sip_summons"}
    assert sweep_due(at=clock(FRI, "11.59")) == 0
    return story


def noon_passes_while_the_page_is_open(story: Story) -> None:
    # when the page promised Friday as day zero, and the button is pressed a second after noon
    pressed = {"physician": "Jonas Ek", "assessed_at": clock(FRI, "9.30"), "legal_ground": "consent"}
    with refused(InvalidInput, code="cutoff-passed", says="Dag noll är lör 7/3"):
        story.when(
            FRI, "12.00.01", story.ward, mark_ready_for_discharge, shown_day_zero=FRI.isoformat(), **pressed
        )
    # then the nurse reads the new consequence and presses again
    story.when(
        FRI, "12.00.01", story.ward, mark_ready_for_discharge, shown_day_zero=SAT.isoformat(), **pressed
    )
    row = story.row
    assert (row.day_zero, row.first_liable_day) == (SAT, TUE)
    assert row.agreement_key == "stockholm_2020_somatic"


def the_notice_reaches_both_and_one_of_them_is_late(story: Story) -> None:
    assert story.told("ready_notice_sent") == {NACKA, SOLEN}
    story.reads(FRI, "12.30", story.municipality, "ready_notice_sent")
    sweep_due(at=clock(FRI, "12.30"))
    assert story.clock_told(story.primary_care) == 0
    sweep_due(at=clock(FRI, "12.30.01"))
    assert (story.clock_told(story.primary_care), story.clock_told(story.municipality)) == (1, 0)
    assert story.duty("send_sip_summons").due_at == end_of_local_day(MON)
    assert story.strip(FRI) == BEFORE_HOME[:1]


def the_weekend_counts(story: Story) -> None:
    story.midnight(SUN)
    assert story.strip(SUN) == BEFORE_HOME[:3]
    assert "skickades fre 6/3 12.00" in story.ledger(SUN).lines[0].reason
    found = board(story.ward, at=clock(SUN), view="ready")
    assert [row.case["first_liable_day"] for row in found.rows] == [TUE]


def monday_meets_the_conditions(story: Story) -> None:
    # when primary care is back: its services are clear, and it summons in time
    assert "state_outpatient_readiness" in story.owes(story.primary_care)
    story.when(MON, "8.10", story.primary_care, state_outpatient_readiness, ready=True)
    assert story.message("ready_notice_sent", story.primary_care).acknowledged_at == story.at
    story.when(
        MON, "8.30", story.primary_care, send_sip_summons, meeting_at=clock(TUE, "15.00"), place="Digitalt"
    )
    # then all are told and the duty of three days is met
    assert story.told("outpatient_readiness_stated") == {WARD, NACKA}
    assert story.told("sip_summons_sent") == {NACKA}
    assert story.duty("send_sip_summons").met_at == story.at
    assert story.strip(MON) == BEFORE_HOME


def tuesday_is_the_first_possible_payment_day(story: Story) -> None:
    story.midnight(TUE)
    started = story.last("payment_day_counted")
    assert (started.data["day"], started.data["code"]) == (TUE.isoformat(), "liable_shadow")
    assert story.told("payment_day_counted") == {WARD, NACKA, SOLEN}
    ledger = story.ledger(TUE)
    assert (ledger.status, ledger.shadow_days, ledger.payable_days, ledger.money) == ("shadow", 1, 0, None)
    assert "Stockholm somatik 2020" in ledger.lines[-1].reason


def the_municipality_is_ready_and_the_patient_goes_home(story: Story) -> None:
    assert "report_ready_to_receive" in {
        turn.duty.code for turn in my_turn(story.municipality, at=clock(TUE)).turns
    }
    first_visit = clock(NEXT_WED, "16.00")
    story.when(
        TUE,
        "11.00",
        story.municipality,
        report_ready_to_receive,
        what="Hemtjänst och hemsjukvård",
        first_contact_at=first_visit,
    )
    assert story.told("unit_ready_to_receive") == {WARD, SOLEN}
    words = {"done": "Du fick vård.", "medicines": "Se listan.", "watch_for": "Feber."}
    story.when(NEXT_WED, "09.30", story.ward, write_patient_summary, **words)
    story.when(NEXT_WED, "09.40", story.ward, give_patient_summary, form="both")
    story.when(NEXT_WED, "10.00", story.ward, send_handover, parts=list(PARTS))
    story.when(
        NEXT_WED, "11.00", story.ward, discharge_patient, left_at=clock(NEXT_WED, "11.00"), destination="home"
    )
    assert story.told("handover_sent") == story.told("patient_discharged") == {NACKA, SOLEN}
    assert story.strip(NEXT_WED) == [
        *BEFORE_HOME,
        ("10/03", "liable_shadow", "1"),
        ("11/03", "discharge_day", ""),
    ]
    assert story.duty("send_handover").met_at == clock(NEXT_WED, "10.00")
    assert story.owes(story.ward) == set()


def the_case_leaves_the_lists(story: Story) -> None:
    story.midnight(NEXT_WED + timedelta(days=4))
    assert story.row.closed_at is not None
    assert board(story.ward, at=story.at + timedelta(days=4)).cohorts.total == 0
    assert story.strip(NEXT_WED + timedelta(days=30))[-1] == ("11/03", "discharge_day", "")
