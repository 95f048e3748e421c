"""Inaktuell sida: somebody acted while the page was open. What matters is refused by name, the rest goes through."""

from datetime import timedelta

import pytest

from discharge.actions.acknowledge import acknowledge
from discharge.actions.change_expected_discharge import change_expected_discharge
from discharge.actions.decline_case import decline_case
from discharge.actions.name_care_contact import name_care_contact
from discharge.actions.start_planning import start_planning
from lus.refusals import AlreadyDone, StalePage
from lus.swedish_time import local_date
from tests.factories import NOW

from .good_input import BY_NAME
from .life import Life, refused

DAY = local_date(NOW)


def moved(life: Life, days: int, **other: int) -> None:
    new = DAY + timedelta(days=days)
    life.does(life.ward, change_expected_discharge, new_date=new, reason="medical", **other)


def test_a_date_that_was_moved_meanwhile_stops_another_date_and_says_by_whom() -> None:
    life = Life()
    seen = life.facts.version
    moved(life, 7)
    with refused(StalePage, code="stale-version", says=f"ändrad av {life.ward.name}, Avd 72, 10.10"):
        moved(life, 8, seen_version=seen)


def test_the_refusal_points_at_the_event_that_stands_in_the_way() -> None:
    life = Life()
    seen = life.facts.version
    moved(life, 7)
    with pytest.raises(StalePage) as caught:
        moved(life, 8, seen_version=seen)
    assert caught.value.event_id == str(life.last("expected_discharge_changed").pk)
    assert caught.value.advice


def test_with_the_new_version_it_goes_through() -> None:
    life = Life()
    moved(life, 7)
    moved(life, 8, seen_version=life.facts.version)
    assert life.row.expected_discharge == DAY + timedelta(days=8)


def test_a_receipt_meanwhile_disturbs_nobody() -> None:
    life = Life()
    seen = life.facts.version
    life.does(life.municipality, acknowledge, message_id=life.last("admission_notice_sent").pk)
    BY_NAME["mark_ready_for_discharge"].do(life, seen_version=seen)
    assert life.row.readiness == "ready"


def test_the_clocks_own_notes_disturb_nobody() -> None:
    life = Life().ready()
    seen = life.facts.version - 1
    BY_NAME["withdraw_ready_notice"].do(life, seen_version=seen)
    assert life.row.readiness == "withdrawn"


def test_a_notice_that_was_sent_meanwhile_stops_a_discharge() -> None:
    life = Life()
    seen = life.facts.version
    life.ready()
    with refused(StalePage, says="Utskrivningsklar av"):
        BY_NAME["discharge_patient"].do(life, seen_version=seen)


def test_what_is_done_already_is_said_before_that_the_page_is_old() -> None:
    life = Life()
    seen = life.facts.version
    life.ready()
    with refused(AlreadyDone):
        BY_NAME["mark_ready_for_discharge"].do(life, seen_version=seen)


def test_two_at_one_unit_name_different_contacts() -> None:
    life = Life()
    seen = life.facts.version
    life.does(life.primary_care, name_care_contact, name="Eva Nord", title="Sjuksköterska")
    with refused(StalePage, says=f"utsedd av {life.primary_care.name}"):
        life.does(life.primary_care, name_care_contact, name="Per Ek", title="Läkare", seen_version=seen)


def test_a_colleague_who_began_to_plan_stops_a_decline_another_unit_does_not() -> None:
    life = Life()
    seen = life.facts.version
    life.does(life.primary_care, start_planning)
    ahead = life.facts.version
    life.does(life.municipality, start_planning)
    with refused(StalePage, says=f"påbörjad av {life.municipality.name}"):
        life.does(life.municipality, decline_case, reason="no_need_of_us", seen_version=ahead)
    life.does(life.primary_care, decline_case, reason="no_need_of_us", seen_version=life.facts.version)
    assert seen < ahead


def test_a_decline_goes_through_when_only_another_unit_has_begun() -> None:
    life = Life()
    seen = life.facts.version
    life.does(life.primary_care, start_planning)
    life.does(life.municipality, decline_case, reason="no_need_of_us", seen_version=seen)
    assert life.unit(life.municipality).state == "declined"
