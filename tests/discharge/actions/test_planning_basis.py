"""Underlaget: answered field by field, by its owner, with nothing overwritten unseen."""

from datetime import timedelta
from typing import Any

import pytest

from discharge.actions.answer_planning_field import answer_planning_field
from discharge.actions.mark_planning_field_unknown import mark_planning_field_unknown
from discharge.actions.planning_field import FieldChanged
from discharge.actions.reassign_planning_field import reassign_planning_field
from discharge.actions.report_ready_to_receive import report_ready_to_receive
from discharge.actions.start_planning import start_planning
from discharge.rules.planning_basis import asked_fields, counts_of, settled_of
from lus.deadlines.models import Obligation
from lus.refusals import InvalidInput, StageNotAllowed

from .life import Life, names, refused
from .lives import admitted

TESTED_ACTS = ("answer_planning_field", "mark_planning_field_unknown", "reassign_planning_field")
pytestmark = pytest.mark.django_db


def answer(life: Life, who: str, field: str, value: str, **other: Any) -> None:
    given = {"field": field, "value": value, "legal_ground": "consent", **other}
    life.does(getattr(life, who), answer_planning_field, **given)


def owner_of(life: Life, unit_id: str) -> str:
    return next(
        who for who in ("ward", "municipality", "primary_care") if str(getattr(life, who).unit_id) == unit_id
    )


def answer_all(life: Life) -> None:
    for one in asked_fields(life.facts):
        if not one.is_settled:
            value = next(iter(one.field.choices), "Enligt planen")
            answer(life, owner_of(life, one.unit_id), one.field.key, value)


def duty(life: Life, who: str, code: str) -> Obligation:
    return Obligation.objects.get(
        case_id=life.case.pk, unit_id=getattr(life, who).unit_id, code=code, cancelled_at=None
    )


def test_the_first_answer_of_a_receiver_begins_its_planning() -> None:
    life = Life()
    answer(life, "municipality", "door", "keys")
    assert life.unit(life.municipality).state == "in_progress"
    version = life.facts.version
    answer(life, "municipality", "support_before", "Hemtjänst två gånger")
    assert names(life.new_since(version)) == ["planning_field_answered"]


def test_an_answer_may_be_changed_and_the_earlier_one_stays_in_the_events() -> None:
    life = Life()
    answer(life, "ward", "transport", "taxi")
    answer(life, "ward", "transport", "lying")
    assert life.facts.planning.value("transport") == "lying"
    told = [event.data["value"] for event in life.new_since(0) if event.name == "planning_field_answered"]
    assert told == ["taxi", "lying"]


def test_two_at_once_on_different_fields_never_meet() -> None:
    life = Life()
    seen = life.facts.version
    answer(life, "municipality", "door", "keys", seen_version=seen)
    answer(life, "ward", "transport", "taxi", seen_version=seen)
    assert settled_of(life.facts)[0] == 2


def test_two_at_once_on_the_same_field_are_both_told() -> None:
    life = Life()
    seen = life.facts.version
    answer(life, "ward", "transport", "taxi", seen_version=seen)
    with refused(FieldChanged, code="field-changed", field="value", says="Sjukresa"):
        answer(life, "ward", "transport", "lying", seen_version=seen)
    with refused(FieldChanged, says="Ni skrev: ”Liggande”"):
        answer(life, "ward", "transport", "lying", seen_version=seen)
    answer(life, "ward", "transport", "lying", seen_version=life.facts.version)


def test_vet_ej_too_does_not_overwrite_an_unseen_answer() -> None:
    life = Life()
    seen = life.facts.version
    answer(life, "ward", "transport", "taxi")
    with refused(FieldChanged, code="field-changed"):
        life.does(life.ward, mark_planning_field_unknown, field="transport", seen_version=seen)


def test_only_the_owner_answers() -> None:
    life = Life()
    with refused(StageNotAllowed, code="not-field-owner", says="Avd 72 svarar på frågan"):
        answer(life, "municipality", "transport", "taxi")


@pytest.mark.parametrize(
    ("field", "value", "at"),
    [
        ("shoe_size", "43", "field"),
        ("transport", "on foot", "value"),
        ("transport", "", "value"),
        ("nursing_ahead", "  ", "value"),
        ("nursing_ahead", "x" * 301, "value"),
    ],
    ids=["no such field", "no such choice", "no choice", "blank", "too long"],
)
def test_bad_input_is_refused_at_its_field(field: str, value: str, at: str) -> None:
    life = Life()
    with refused(InvalidInput, field=at):
        answer(life, "ward", field, value)


def test_more_than_the_four_items_is_told_on_a_ground_that_is_asked_once_per_unit() -> None:
    life = Life()
    with refused(InvalidInput, code="legal-basis-missing", field="legal_ground"):
        answer(life, "ward", "transport", "taxi", legal_ground="")
    answer(life, "ward", "transport", "taxi", legal_ground="harm_test")
    answer(life, "ward", "home_before", "alone", legal_ground="")
    assert life.last("planning_field_answered").data["legal_ground"] == "harm_test"
    with refused(InvalidInput, code="legal-basis-missing"):
        answer(life, "municipality", "door", "keys", legal_ground="")


def test_vet_ej_is_no_answer_and_comes_back_after_a_day() -> None:
    life = Life()
    life.does(life.municipality, mark_planning_field_unknown, field="door")
    assert settled_of(life.facts)[0] == 0
    assert duty(life, "municipality", "chase_planning_answers").due_at == life.at + timedelta(hours=24)
    assert life.unit(life.municipality).unknown_fields == 1
    answer(life, "municipality", "door", "keys")
    assert "chase_planning_answers" not in life.owes(life.municipality)
    assert life.unit(life.municipality).unknown_fields == 0


@pytest.mark.parametrize("ahead", [timedelta(hours=-1), timedelta(days=15)], ids=["passed", "too far"])
def test_the_chase_time_lies_ahead_within_two_weeks(ahead: timedelta) -> None:
    life = Life()
    with refused(InvalidInput, field="chase_at"):
        life.does(life.ward, mark_planning_field_unknown, field="transport", chase_at=life.at + ahead)


def test_not_relevant_is_an_answer() -> None:
    life = Life()
    answer(life, "municipality", "door", "", not_applicable=True)
    assert settled_of(life.facts)[0] == 1


def test_each_unit_owes_its_fields_from_when_planning_began_in_one_row() -> None:
    life = Life()
    assert "fill_planning_basis" not in life.owes(life.ward) | life.owes(life.municipality)
    life.does(life.municipality, start_planning)
    for who in ("ward", "municipality"):
        owed = duty(life, who, "fill_planning_basis")
        assert (owed.basis, owed.due_at) == ("routine", life.at + timedelta(hours=48))
        unit_id = str(getattr(life, who).unit_id)
        assert life.unit(getattr(life, who)).blank_fields == counts_of(life.facts, unit_id)[0] > 0
    assert "fill_planning_basis" not in life.owes(life.primary_care)


def test_a_unit_that_is_ready_to_receive_is_not_chased() -> None:
    life = Life()
    life.does(life.municipality, report_ready_to_receive, what="Hemtjänst")
    assert "fill_planning_basis" not in life.owes(life.municipality)


def test_when_every_field_is_answered_the_basis_is_complete_once_and_the_duties_are_met() -> None:
    life = Life()
    life.does(life.municipality, start_planning)
    answer_all(life)
    complete = life.last("planning_basis_completed")
    assert complete.data == {"fields": settled_of(life.facts)[1]}
    everybody = {"Avd 72", "Nacka", "Vårdcentralen Solen"}
    assert life.told("planning_basis_completed") == everybody - {complete.unit_name}
    assert duty(life, "ward", "fill_planning_basis").met_at is not None
    answer(life, "ward", "transport", "lying")
    assert names(life.new_since(0)).count("planning_basis_completed") == 1


def test_a_moved_field_is_owed_by_the_new_unit_which_may_send_it_back() -> None:
    life = Life()
    life.does(life.municipality, start_planning)
    life.does(life.municipality, reassign_planning_field, field="door", unit_id=life.primary_care.unit_id)
    assert life.told("planning_field_reassigned") == {"Vårdcentralen Solen"}
    answer(life, "primary_care", "door", "opens")
    life.does(life.primary_care, reassign_planning_field, field="door", unit_id=life.municipality.unit_id)
    answer(life, "municipality", "door", "keys")


def test_a_field_is_moved_only_inside_the_case() -> None:
    life, other = Life(), Life()
    for unit_id in (other.municipality.unit_id, life.municipality.unit_id):
        with refused(InvalidInput, field="unit_id"):
            life.does(life.municipality, reassign_planning_field, field="door", unit_id=unit_id)


def test_before_the_notice_nobody_is_asked() -> None:
    life = admitted()
    with refused(StageNotAllowed, code="no-admission-notice"):
        answer(life, "ward", "transport", "taxi")
