"""Who reads a message: its sender and its recipients; wherever the case is told, and nobody else."""

import json
from datetime import timedelta

import pytest

from discharge.actions.acknowledge import acknowledge
from discharge.actions.add_concerned_unit import add_concerned_unit
from discharge.queries.board import board
from discharge.queries.case_page import case_page
from discharge.queries.changes import changes_for
from discharge.queries.my_turn import Turn, my_turn
from lus.deadlines.sweep import sweep_due
from lus.organisations.models import UnitKind
from lus.organisations.roles import Role
from lus.refusals import NotThere
from tests.factories import a_unit, an_actor

from .actions.life import Life, refused
from .actions.lives_with_messages import TEXT, shared, unit_of, write, written

pytestmark = pytest.mark.django_db
ABOUT = ("message_sent", "message_acknowledged")


def test_a_party_that_was_not_written_to_knows_nothing_of_it() -> None:
    life = written()
    message = life.last("message_sent")
    life.does(life.municipality, acknowledge, message_id=message.pk)
    page = case_page(life.primary_care, life.case.pk, at=life.at)
    assert page.facts.messages == ()
    assert str(message.pk) not in {item.event_id for item in page.facts.deliveries}
    assert TEXT not in str(page.facts.events)
    assert "acknowledge_message" not in {duty.code for duty in page.clocks}
    assert page.facts.version == life.facts.version
    both = (life.ward, life.municipality)
    assert [len(case_page(who, life.case.pk, at=life.at).facts.messages) for who in both] == [1, 1]


def test_the_ward_does_not_read_what_the_others_write_to_each_other() -> None:
    life = shared()
    write(life, life.municipality, life.primary_care)
    assert case_page(life.ward, life.case.pk, at=life.at).facts.messages == ()


@pytest.mark.django_db(transaction=True)
def test_the_change_feed_names_no_message_of_others() -> None:
    life = written()
    life.does(life.municipality, acknowledge, message_id=life.last("message_sent").pk)
    feed = {
        who.unit_name: [change.name for change, _ in changes_for(who, after=0, limit=100).changes]
        for who in (life.ward, life.municipality, life.primary_care)
    }
    assert [name for name in feed["Vårdcentralen Solen"] if name in ABOUT] == []
    for unit in ("Avd 72", "Nacka"):
        assert [name for name in feed[unit] if name in ABOUT] == list(ABOUT)


def test_a_receipt_that_runs_out_is_told_to_the_one_who_owed_it() -> None:
    life = written()
    late = life.at + timedelta(hours=4)
    sweep_due(at=late)
    told = {
        who.unit_name: [
            event.data["code"]
            for event in case_page(who, life.case.pk, at=late).facts.events
            if event.name == "deadline_passed"
        ]
        for who in (life.municipality, life.primary_care)
    }
    assert "acknowledge_message" in told["Nacka"]
    assert "acknowledge_message" not in told["Vårdcentralen Solen"]


def test_a_receipt_is_nobodys_next_step_and_nothing_that_others_wait_for() -> None:
    life = written()
    life.does(life.municipality, acknowledge, message_id=life.last("admission_notice_sent").pk)
    (row,) = board(life.primary_care, at=life.at).rows
    assert row.next_step is not None
    assert row.next_step.code != "acknowledge_message"
    assert "acknowledge_message" not in {
        turn.duty.code for turn in my_turn(life.primary_care, at=life.at).waiting
    }
    mine = [
        turn
        for turn in my_turn(life.municipality, at=life.at).turns
        if isinstance(turn, Turn) and turn.duty.code == "acknowledge_message"
    ]
    assert [turn.message.name for turn in mine if turn.message] == ["message_sent"]


def test_a_unit_added_later_reads_only_what_is_sent_to_it() -> None:
    life = written()
    rehab = an_actor(a_unit("Rehab Öst", UnitKind.OUTPATIENT), Role.PRIMARY_CARE_COORDINATOR)
    life.does(life.ward, add_concerned_unit, unit_id=unit_of(rehab), role="outpatient")
    assert case_page(rehab, life.case.pk, at=life.at).facts.messages == ()
    write(
        life, life.ward, rehab, life.municipality, text="Till er båda.", reply_to=life.last("message_sent").pk
    )
    known = case_page(rehab, life.case.pk, at=life.at).facts
    assert [message.text for message in known.messages] == ["Till er båda."]
    assert TEXT not in json.dumps([dict(event.data) for event in known.events])


def test_a_stranger_finds_no_case() -> None:
    life, stranger = written(), Life()
    with refused(NotThere, rolls_back=False):
        case_page(stranger.municipality, life.case.pk, at=life.at)
