"""Besvara punkt, hemgångsklar: who may answer, what a no needs, and what the last answer brings about."""

from datetime import date, timedelta
from pathlib import Path

import pytest
from django.core.management import call_command
from django.core.management.base import CommandError
from django.db import InternalError, transaction

from discharge.actions.acknowledge import acknowledge
from discharge.actions.answer_home_ready_point import answer_home_ready_point
from discharge.actions.discharge_patient import discharge_patient
from discharge.actions.load_checklist import load_checklist
from discharge.actions.name_care_contact import name_care_contact
from discharge.actions.register_admission import register_admission
from discharge.actions.withdraw_ready_notice import withdraw_ready_notice
from discharge.models import ChecklistVersion
from discharge.rules.home_ready.checklist import STANDARD
from discharge.rules.home_ready.shipped import FILES, shipped
from discharge.rules.home_ready.standing import HomeReady, home_ready
from discharge.verify import differences
from lus.events.models import Event
from lus.notifications.models import Notification
from lus.organisations.actor import Actor
from lus.refusals import InvalidInput
from tests.factories import NOW, a_person, a_place

from .life import Life, refused

pytestmark = pytest.mark.django_db
TESTED_ACTS = ("answer_home_ready_point", "load_checklist")
TEXT = FILES[STANDARD].read_text(encoding="utf-8")


def says(life: Life, who: Actor, point: str, answer: str = "yes", **more: object) -> None:
    life.does(who, answer_home_ready_point, point=point, answer=answer, **more)


def shown(life: Life) -> HomeReady:
    return home_ready(life.facts, shipped())


def answer_all(life: Life, *, without: tuple[str, ...] = ()) -> Life:
    """Every unit says yes to each blocking point that is its own."""
    who = {"S": life.ward, "P": life.ward, "K": life.municipality, "O": life.primary_care}
    for item in shown(life).deciding:
        if item.auto is None and item.point.id not in without:
            for actor in {who[side].unit_id: who[side] for side in item.open_sides}.values():
                says(life, actor, item.point.id)
    return life


def ready_life() -> Life:
    life = Life().ready()
    for actor in (life.municipality, life.primary_care):
        life.does(actor, acknowledge, message_id=life.last("ready_notice_sent").pk)
    life.does(life.primary_care, name_care_contact, name="Eva Nord", title="dsk")
    return life


def in_order() -> bool:
    return not [found for found in differences() if not isinstance(found, int)]


def test_the_last_answer_makes_the_case_home_ready_and_everybody_is_told() -> None:
    life = answer_all(ready_life(), without=("CL-K4",))
    assert life.row.home_ready_at is None
    assert life.row.home_ready["first"]["words"] == "hemtransport"
    says(life, life.ward, "CL-K4")
    reached = life.last("home_ready_reached")
    assert (reached.actor_kind, reached.recorded_at) == ("clock", life.at)
    assert life.row.home_ready_at == life.at
    assert life.row.home_ready["first"] is None
    assert life.told("home_ready_reached") == {"Avd 72", "Nacka", "Vårdcentralen Solen"}
    assert in_order()


def test_a_no_loses_it_again_and_the_sentence_says_whose_and_when() -> None:
    life = answer_all(ready_life())
    planned = life.at + timedelta(hours=5)
    says(
        life,
        life.municipality,
        "CL-K1",
        "no",
        planned_at=planned,
        responsible_id=life.municipality.unit_id,
    )
    assert life.last("home_ready_lost").data == {"points": ["CL-K1"]}
    assert life.told("home_ready_lost") == {"Nacka", "Vårdcentralen Solen"}
    assert life.row.home_ready["first"] == {
        "code": "K1",
        "words": "beslut och första besök",
        "unit_id": str(life.municipality.unit_id),
        "planned_at": planned.isoformat(),
    }
    assert in_order()


def test_an_automatic_point_flips_it_from_another_act() -> None:
    life = Life().ready()
    for actor in (life.municipality,):
        life.does(actor, acknowledge, message_id=life.last("ready_notice_sent").pk)
    life.does(life.primary_care, name_care_contact, name="Eva Nord", title="dsk")
    answer_all(life)
    if life.row.home_ready_at is None:
        life.does(life.primary_care, acknowledge, message_id=life.last("ready_notice_sent").pk)
    assert life.last("home_ready_reached").recorded_at <= life.at
    life.does(life.ward, withdraw_ready_notice, reason="deteriorated")
    assert life.last("home_ready_lost").recorded_at == life.at
    assert in_order()


def test_a_withdrawn_notice_leaves_the_answers_and_asks_again() -> None:
    life = answer_all(ready_life())
    life.does(life.ward, withdraw_ready_notice, reason="deteriorated")
    again = [item.point for item in shown(life).points if item.again]
    assert again
    assert all(point.recheck for point in again)
    says(life, life.ward, "CL-L1")
    item = next(item for item in shown(life).points if item.point.id == "CL-L1")
    assert (item.answer, item.again) == ("yes", False)


def test_two_units_that_answer_a_shared_point_at_once_are_both_kept() -> None:
    life = Life()
    version = life.row.version
    says(life, life.municipality, "CL-H1", seen_version=version)
    says(life, life.primary_care, "CL-H1", seen_version=version)
    says(life, life.ward, "CL-H1", seen_version=version)
    item = next(item for item in shown(life).points if item.point.id == "CL-H1")
    assert (item.answer, {answer.side for answer in item.answers}) == ("yes", {"S", "O", "K"})


@pytest.mark.parametrize(
    ("who", "point", "answer", "more", "field"),
    [
        ("municipality", "CL-A3", "yes", {}, "point"),  # the ward's
        ("ward", "CL-B5", "yes", {}, "point"),  # outpatient care's
        ("ward", "CL-A1", "yes", {}, "point"),  # the log answers
        ("ward", "CL-P1", "yes", {}, "point"),  # not shown
        ("ward", "CL-99", "yes", {}, "point"),
        ("ward", "CL-L1", "maybe", {}, "answer"),
        ("ward", "CL-L1", "no", {}, "planned_at"),
        ("ward", "CL-L1", "no", {"planned_at": NOW - timedelta(hours=1)}, "planned_at"),
        ("ward", "CL-L1", "no", {"planned_at": NOW + timedelta(days=1)}, "responsible_id"),
        ("ward", "CL-L1", "not_applicable", {}, "comment"),
        ("ward", "CL-L1", "yes", {"comment": "x" * 301}, "comment"),
    ],
)
def test_what_cannot_be_answered_is_refused(
    who: str, point: str, answer: str, more: dict[str, object], field: str
) -> None:
    life = Life()
    with refused(InvalidInput, field=field):
        says(life, getattr(life, who), point, answer, **more)


def test_a_unit_outside_the_case_cannot_be_made_responsible() -> None:
    life = Life()
    with refused(InvalidInput, field="responsible_id"):
        says(
            life,
            life.ward,
            "CL-L1",
            "no",
            planned_at=NOW + timedelta(days=1),
            responsible_id=a_person().pk,
        )


def test_a_point_that_blocks_nothing_needs_neither_time_nor_comment() -> None:
    life = Life()
    says(life, life.ward, "CL-L4", "no")
    says(life, life.ward, "CL-L4", "not_applicable")
    assert life.last("home_ready_point_answered").data["planned_at"] is None


def test_a_discharge_with_one_open_blocker_is_recorded_with_the_point_and_the_reason() -> None:
    life = answer_all(ready_life(), without=("CL-K4",))
    life.does(
        life.ward,
        discharge_patient,
        left_at=life.at,
        destination="home",
        open_points_reason="Hämtas av dottern.",
    )
    data = life.last("patient_discharged").data
    assert (data["open_points"], data["open_points_reason"]) == (["CL-K4"], "Hämtas av dottern.")
    assert (life.row.home_ready, life.row.waiting_for) == ({}, [])
    assert in_order()


def test_the_version_is_fixed_when_the_case_begins() -> None:
    own = TEXT + "CX-1;Hemgång;Husdjuret har passning;S;yes;always;;yes;no;all;K08.9;X\n"
    place = a_place()
    before = Life(place=place)
    region = before.facts.region_code
    assert load_checklist("CHK-LOCAL-1", own, region_code=region, valid_from=date(2026, 1, 1))
    case = register_admission(
        person_id=a_person().pk, actor=place.ward, at=NOW, admitted_at=NOW - timedelta(hours=2)
    )
    after = Life(place=place, case=case)
    assert (before.facts.home.checklist, after.facts.home.checklist) == (STANDARD, "CHK-LOCAL-1")


def test_loading_twice_changes_nothing_and_a_loaded_version_never_changes(tmp_path: Path) -> None:
    file = tmp_path / "local.csv"
    file.write_text(TEXT + "CX-1;Hemgång;Husdjuret har passning;P;no;always;;yes;no;all;K08.9;X\n")
    arguments = (str(file), "--key", "CHK-LOCAL-2", "--region", "01", "--from", "2026-01-01")
    call_command("load_checklist", *arguments)
    call_command("load_checklist", *arguments)
    assert ChecklistVersion.objects.count() == 1
    file.write_text(TEXT)
    with pytest.raises(CommandError, match="ändras aldrig"):
        call_command("load_checklist", *arguments)
    with pytest.raises(InternalError), transaction.atomic():
        ChecklistVersion.objects.update(text="")


def test_a_faulty_file_loads_nothing_and_tells_every_fault(tmp_path: Path) -> None:
    file = tmp_path / "local.csv"
    file.write_text(TEXT.replace(";S/O/K;yes;aids;", ";S/Q;perhaps;aids;"))
    with pytest.raises(CommandError) as caught:
        call_command(
            "load_checklist", str(file), "--key", "CHK-LOCAL-3", "--region", "01", "--from", "2026-01-01"
        )
    assert "rad 20, kolumn owner: 'S/Q'" in str(caught.value)
    assert "kolumn blocking: 'perhaps'" in str(caught.value)
    assert not ChecklistVersion.objects.exists()


def test_the_common_list_checks_itself() -> None:
    call_command("load_checklist")
    assert not ChecklistVersion.objects.exists()


def test_a_refused_answer_leaves_no_event_and_tells_nobody() -> None:
    life = Life()
    events, told = Event.objects.count(), Notification.objects.count()
    with pytest.raises(InvalidInput):
        says(life, life.municipality, "CL-A3")
    assert (Event.objects.count(), Notification.objects.count()) == (events, told)
