"""The receiving unit's answers: not known, declined, planning, ready to receive and not after all."""

from datetime import timedelta
from typing import Any

import pytest

from discharge.actions.answer_unknown_patient import answer_unknown_patient
from discharge.actions.decline_case import decline_case
from discharge.actions.name_care_contact import name_care_contact
from discharge.actions.report_ready_to_receive import report_ready_to_receive
from discharge.actions.start_planning import start_planning
from discharge.actions.state_outpatient_readiness import state_outpatient_readiness
from discharge.actions.withdraw_ready_to_receive import withdraw_ready_to_receive
from lus.organisations.actor import NotPermitted
from lus.refusals import AlreadyDone, InvalidInput, Refused, StageNotAllowed

from .good_input import BY_NAME
from .life import Act, Life, refused
from .lives import received

TESTED_ACTS = (
    "answer_unknown_patient",
    "decline_case",
    "start_planning",
    "report_ready_to_receive",
    "withdraw_ready_to_receive",
    "name_care_contact",
    "state_outpatient_readiness",
)


def answered(name: str) -> Life:
    life = BY_NAME[name].life()
    BY_NAME[name].do(life)
    return life


WARD, NACKA, SOLEN = "Avd 72", "Nacka", "Vårdcentralen Solen"
POINTS = "settle_home_ready_points"
PLANNING = {"report_ready_to_receive", "fill_planning_basis"}


@pytest.mark.parametrize(
    ("name", "state", "told", "owed"),
    [
        ("answer_unknown_patient", "unknown_patient", {WARD}, {"start_planning"}),
        ("decline_case", "declined", {WARD}, set()),
        ("start_planning", "in_progress", {WARD}, PLANNING | {POINTS}),
        ("report_ready_to_receive", "ready_to_receive", {WARD, SOLEN}, {POINTS}),
        ("withdraw_ready_to_receive", "in_progress", {WARD}, PLANNING | {POINTS}),
    ],
)
def test_an_answer_moves_the_unit_tells_and_leaves_what_is_owed(
    name: str, state: str, told: set[str], owed: set[str]
) -> None:
    life = answered(name)
    assert life.unit(life.municipality).state == state
    assert life.told(BY_NAME[name].names[-1]) == told
    assert life.owes(life.municipality) == owed


@pytest.mark.parametrize("name", ["answer_unknown_patient", "start_planning", "decline_case"])
def test_to_act_is_to_have_read(name: str) -> None:
    life = answered(name)
    message = life.message("admission_notice_sent", life.municipality)
    assert (message.acknowledged_at, message.acknowledged_by) == (life.at, life.municipality.name)
    assert life.last("message_acknowledged").data["how"] == "by_act"


@pytest.mark.parametrize(
    "name",
    [
        "answer_unknown_patient",
        "decline_case",
        "start_planning",
        "report_ready_to_receive",
        "withdraw_ready_to_receive",
    ],
)
def test_twice_is_already_done_and_says_by_whom(name: str) -> None:
    life = answered(name)
    with refused(AlreadyDone, says=f"av {life.municipality.name}, {NACKA}, "):
        BY_NAME[name].do(life)


@pytest.mark.parametrize(
    ("act", "arguments", "field"),
    [
        (decline_case, {"reason": "vi vill inte"}, "reason"),
        (decline_case, {"reason": "other", "text": " "}, "text"),
        (report_ready_to_receive, {"what": " "}, "what"),
        (report_ready_to_receive, {"what": "x" * 201}, "what"),
    ],
    ids=["an unknown reason", "other without words", "nothing begins", "too many words"],
)
def test_bad_input_is_refused_at_its_field(act: Act, arguments: dict[str, Any], field: str) -> None:
    life = Life()
    with refused(InvalidInput, field=field):
        life.does(life.municipality, act, **arguments)


def test_taking_back_needs_a_reason() -> None:
    life = received()
    with refused(InvalidInput, field="reason"):
        life.does(life.municipality, withdraw_ready_to_receive, reason="")


def test_nothing_can_be_taken_back_that_was_never_said() -> None:
    life = Life()
    with refused(StageNotAllowed, code="stage-not-allowed"):
        life.does(life.municipality, withdraw_ready_to_receive, reason="Fel")


def test_a_unit_at_work_is_not_unknown_any_more() -> None:
    life = answered("start_planning")
    with refused(StageNotAllowed, says=f"påbörjad av {life.municipality.name}"):
        life.does(life.municipality, answer_unknown_patient)


def test_after_an_unknown_patient_planning_may_follow() -> None:
    life = answered("answer_unknown_patient")
    life.does(life.municipality, start_planning)
    assert life.unit(life.municipality).state == "in_progress"


def test_when_the_last_municipality_declines_the_ward_has_a_duty() -> None:
    life = answered("decline_case")
    assert "no_municipality_in_case" in life.owes(life.ward)


def test_the_ward_answers_for_nobody() -> None:
    life = Life()
    with refused(NotPermitted):
        life.does(life.ward, start_planning)


def test_after_the_patient_has_left_no_answer_is_asked_for() -> None:
    life = Life().left()
    with refused(StageNotAllowed, says=f"utskriven av {life.ward.name}, Avd 72"):
        life.does(life.municipality, start_planning)


def test_the_care_contact_is_told_to_all_and_the_duty_is_met() -> None:
    life = answered("name_care_contact")
    assert life.told("care_contact_named") == {WARD, NACKA}
    assert life.row.care_contact_name == "Eva Nord"
    assert "name_care_contact" not in life.owes(life.primary_care)


def test_a_new_care_contact_is_a_change_and_the_first_day_stays() -> None:
    life = answered("name_care_contact")
    first = life.at
    life.does(life.primary_care, name_care_contact, name="Per Ek", title="Läkare")
    assert life.last("care_contact_changed").data["name"] == life.row.care_contact_name == "Per Ek"
    assert life.facts.care_contact_named_at == first


@pytest.mark.parametrize(
    ("arguments", "field"),
    [
        ({"name": " ", "title": "Läkare"}, "name"),
        ({"name": "Eva", "title": ""}, "title"),
        ({"name": "x" * 121, "title": "Läkare"}, "name"),
        ({"name": "Eva", "title": "Läkare", "phone": "1" * 31}, "phone"),
    ],
)
def test_a_care_contact_has_a_name_and_a_role(arguments: dict[str, Any], field: str) -> None:
    life = Life()
    with refused(InvalidInput, field=field):
        life.does(life.primary_care, name_care_contact, **arguments)


@pytest.mark.parametrize("act", [name_care_contact, state_outpatient_readiness])
def test_only_outpatient_care_does_what_is_its_own(act: Act) -> None:
    life = Life()
    with refused(NotPermitted):
        life.does(life.municipality, act, **BY_NAME[act.__name__].arguments(life))


def test_outpatient_care_is_clear_since_it_first_said_so() -> None:
    life = Life().ready()
    life.does(life.primary_care, state_outpatient_readiness, ready=True)
    since = life.at
    assert life.told("outpatient_readiness_stated") == {WARD, NACKA}
    life.does(life.primary_care, state_outpatient_readiness, ready=True)
    assert life.row.outpatient_clear_at == since
    life.does(life.primary_care, state_outpatient_readiness, ready=False)
    assert life.row.outpatient_clear_at is None


def test_what_was_so_earlier_counts_from_when_it_was_recorded() -> None:
    life = Life().ready()
    then = life.later(hours=2).at - timedelta(hours=1)
    life.does(
        life.primary_care, state_outpatient_readiness, ready=True, happened_at=then, late_reason="Telefon"
    )
    assert life.last("outpatient_readiness_stated").happened_at == then
    assert life.row.outpatient_clear_at == life.at


def test_nobody_answers_in_a_closed_case() -> None:
    life = Life().dead()
    with refused(Refused, code="closed-case", says="Ärendet är avslutat"):
        life.does(life.primary_care, name_care_contact, name="Eva", title="Läkare")
