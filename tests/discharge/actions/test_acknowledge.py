"""Kvittera: read, nothing more; once, by the unit that got the message."""

from datetime import timedelta
from uuid import uuid4

from discharge.actions.acknowledge import acknowledge
from lus.deadlines.models import Obligation
from lus.deadlines.sweep import sweep_due
from lus.organisations.actor import NotPermitted
from lus.organisations.models import Unit
from lus.organisations.roles import Role
from lus.refusals import NotThere, StageNotAllowed
from tests.factories import an_actor

from .life import Life, everything, refused
from .lives import misrouted


def read(life: Life, kind: str = "admission_notice_sent") -> None:
    life.does(life.municipality, acknowledge, message_id=life.last(kind).pk)


def test_the_receipt_says_who_and_when_and_tells_nobody() -> None:
    life = Life()
    read(life)
    message = life.message("admission_notice_sent", life.municipality)
    assert (message.acknowledged_at, message.acknowledged_by) == (life.at, life.municipality.name)
    assert life.unit(life.municipality).state == "acknowledged"
    assert life.told("message_acknowledged") == set()
    assert life.owes(life.municipality) == {"start_planning"}


def test_the_other_units_receipt_is_not_mine() -> None:
    life = Life()
    read(life)
    assert life.message("admission_notice_sent", life.primary_care).acknowledged_at is None
    assert "acknowledge" in life.owes(life.primary_care)


def test_again_changes_nothing_and_answers_with_what_is_so() -> None:
    life = Life()
    read(life)
    before = everything()
    colleague = an_actor(Unit.objects.get(pk=str(life.municipality.unit_id)), Role.NEEDS_ASSESSOR)
    facts = life.does(colleague, acknowledge, message_id=life.last("admission_notice_sent").pk)
    assert everything() == before
    assert facts == life.facts


def test_each_message_has_its_own_receipt() -> None:
    life = Life().ready()
    read(life, "ready_notice_sent")
    assert life.message("admission_notice_sent", life.municipality).acknowledged_at is None
    assert life.message("ready_notice_sent", life.municipality).acknowledged_at == life.at


def test_after_the_limit_it_is_read_late_and_the_clock_stays_fired() -> None:
    life = Life()
    sweep_due(at=life.at + timedelta(hours=3))
    life.later(hours=4)
    read(life)
    duty = Obligation.objects.get(code="acknowledge", unit_id=life.municipality.unit_id)
    assert duty.met_at is not None
    assert duty.due_at is not None
    assert (duty.met_at, duty.fired_at) == (life.at, life.at - timedelta(hours=1, minutes=10))
    assert duty.met_at > duty.due_at


def test_a_message_that_never_came_is_not_there() -> None:
    life = Life()
    with refused(NotThere):
        life.does(life.municipality, acknowledge, message_id=uuid4())


def test_the_ward_has_nothing_to_acknowledge() -> None:
    life = Life()
    with refused(StageNotAllowed, code="not-recipient"):
        life.does(life.ward, acknowledge, message_id=life.last("admission_notice_sent").pk)


def test_a_wrong_recipient_sees_the_message_no_more() -> None:
    life = misrouted()
    with refused(NotThere):
        read(life)


def test_reading_needs_an_assignment_that_may() -> None:
    life = Life()
    admin = an_actor(Unit.objects.get(pk=str(life.municipality.unit_id)), Role.UNIT_ADMIN)
    with refused(NotPermitted):
        life.does(admin, acknowledge, message_id=life.last("admission_notice_sent").pk)
