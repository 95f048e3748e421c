"""Skyddade personuppgifter: the units are chosen by hand, lists show no name, and nobody is made the payer."""

from datetime import date, timedelta

import pytest

from discharge.actions.assess_need import Needs
from discharge.queries.board import board
from discharge.queries.my_turn import my_turn
from discharge.queries.recipients import proposed
from discharge.rules.recipients import Expected, Patient
from lus.access_log.models import Entry
from lus.notifications.deliver import SUBJECT, TEXT
from lus.persons.models import Protection
from tests.factories import a_person

from .story import NACKA, SOLEN, Story, clock, in_stockholm
from .test_money import amount, practice

pytestmark = pytest.mark.django_db

MON = date(2026, 3, 2)


@pytest.fixture
def story() -> Story:
    practice(amount(2026, 9000))
    person = a_person(
        "Hemlig", "Hanna", registered_municipality="", protection=Protection.SKYDDAD_FOLKBOKFORING
    )
    return Story(MON - timedelta(days=2), person=person, needs=Needs(social_services=True))


def test_nothing_is_proposed_from_an_address_that_is_not_known() -> None:
    in_stockholm()
    needs = Expected(municipal_health=True, social_services=True)
    assert proposed(Patient(is_protected=True), needs, "somatic_acute", on=MON).receivers == []


def test_the_units_that_were_chosen_by_hand_get_the_messages(story: Story) -> None:
    story.is_ready(MON)
    assert story.told("admission_notice_sent") == story.told("ready_notice_sent") == {NACKA, SOLEN}


def test_lists_show_the_case_and_no_person_and_the_look_is_logged(story: Story) -> None:
    for viewer in (story.ward, story.municipality, story.primary_care):
        (row,) = board(viewer, at=clock(MON)).rows
        assert row.case["reference"] == story.case.reference
        assert (row.person.name, row.person.birth_date, row.person.age) == ("", None, None)
        assert all(turn.person and turn.person.is_protected for turn in my_turn(viewer, at=clock(MON)).turns)
    assert set(Entry.objects.values_list("action", flat=True)) == {"board", "my_turn"}
    assert all(story.case.person.pk in entry.person_ids for entry in Entry.objects.filter(action="board"))


def test_without_a_known_municipality_days_are_told_and_nobody_pays(story: Story) -> None:
    story.is_ready(MON)
    story.midnight(MON + timedelta(days=3))
    ledger = story.ledger(MON + timedelta(days=4))
    assert [str(line.code) for line in ledger.lines][:3] == ["day_zero", "grace", "grace"]
    assert (ledger.payable_days, ledger.money, ledger.blocked_by) == (2, None, ("payer_unknown",))
    assert not any(line.amount for line in ledger.lines)


def test_no_event_and_no_nudge_carries_the_name(story: Story) -> None:
    story.is_ready(MON)
    for event in story.new_since(0):
        assert "Hemlig" not in str(event.data)
        assert story.case.person.identifier not in str(event.data)
    assert "Hemlig" not in SUBJECT + TEXT
