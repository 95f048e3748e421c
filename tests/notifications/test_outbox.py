"""The outbox: one nudge to each unit, without personal data, at most once."""

import threading
from datetime import UTC, datetime, timedelta
from uuid import uuid4

import pytest
from django.core import mail
from django.db import IntegrityError, connection, transaction

from lus.notifications.deliver import TEXT, deliver_due, not_wanted, queue
from lus.notifications.leased import MAX_ATTEMPTS, mark, take
from lus.notifications.models import Notification, OutboxRow, OutboxState
from lus.notifications.tell import tell
from lus.organisations.models import Principal, Unit

AT = datetime(2026, 3, 2, 9, tzinfo=UTC)

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def unit():
    principal = Principal.objects.create(kind="municipality", code="0182", name="Nacka kommun")
    return Unit.objects.create(
        principal=principal, hsa_id="T-1", kind="reception", name="Mottagningen", email="m@example.invalid"
    )


def told(unit, **kwargs):
    with transaction.atomic():
        tell([unit.pk], case_id=uuid4(), cause_id=uuid4(), kind="ready_notice_sent", at=AT, **kwargs)
    return OutboxRow.objects.latest("due_at")


def test_a_unit_gets_a_notice_and_one_nudge(unit):
    told(unit)
    assert deliver_due(at=AT) == 1
    assert deliver_due(at=AT) == 0
    assert OutboxRow.objects.get().state == OutboxState.SENT
    assert mail.outbox[0].to == ["m@example.invalid"]


def test_the_nudge_says_nothing_but_that_there_is_something(unit, settings):
    told(unit, urgent=True)
    deliver_due(at=AT)
    assert mail.outbox[0].subject == "LUS"
    assert mail.outbox[0].body == f"{TEXT}\n{settings.PUBLIC_URL}/\n"


def test_an_act_that_is_rolled_back_tells_nobody(unit):
    with pytest.raises(RuntimeError), transaction.atomic():
        tell([unit.pk], case_id=uuid4(), cause_id=uuid4(), kind="x", at=AT)
        raise RuntimeError
    assert not Notification.objects.exists()


def test_a_unit_is_told_once_of_each_cause(unit):
    cause, case = uuid4(), uuid4()
    with transaction.atomic():
        tell([unit.pk, unit.pk], case_id=case, cause_id=cause, kind="x", at=AT)
    with pytest.raises(IntegrityError), transaction.atomic():
        tell([unit.pk], case_id=case, cause_id=cause, kind="x", at=AT)
    assert Notification.objects.count() == 1


def test_a_unit_without_an_address_is_told_in_the_system_only(unit):
    Unit.objects.update(email="")
    told(unit)
    assert deliver_due(at=AT) == 0
    assert OutboxRow.objects.get().state == OutboxState.CANCELLED


def test_a_mail_server_that_refuses_is_tried_again_later_and_then_given_up(unit, settings):
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", 9  # nobody listens there
    told(unit)
    at = AT
    for attempt in range(1, MAX_ATTEMPTS + 1):
        assert deliver_due(at=at) == 0
        row = OutboxRow.objects.get()
        assert row.attempts == attempt
        assert row.error == "ConnectionRefusedError"
        assert deliver_due(at=at) == 0, "not again before its time"
        at = row.due_at
    assert OutboxRow.objects.get().state == OutboxState.FAILED


def test_a_sender_that_died_half_way_is_uncertain_and_never_sent_again(unit):
    row = told(unit)
    take(queue(), not_wanted, at=AT)
    assert deliver_due(at=AT + timedelta(minutes=2)) == 0
    row.refresh_from_db()
    assert row.state == OutboxState.UNCERTAIN
    assert mail.outbox == []


def test_a_sleeper_that_wakes_late_writes_nothing(unit):
    row = told(unit)
    (taken,) = take(queue(), not_wanted, at=AT)
    deliver_due(at=AT + timedelta(minutes=2))
    OutboxRow.objects.filter(pk=taken.pk).update(fence=taken.fence + 1)
    mark(taken, state=OutboxState.SENT)
    row.refresh_from_db()
    assert row.state == OutboxState.UNCERTAIN


def test_four_deliverers_send_each_nudge_once(unit):
    for _ in range(20):
        told(unit)

    def run():
        deliver_due(at=AT)
        connection.close()

    runners = [threading.Thread(target=run) for _ in range(4)]
    for runner in runners:
        runner.start()
    for runner in runners:
        runner.join()
    assert len(mail.outbox) == 20
