"""Channels: hours, digest, text messages through a pluggable gateway; at most one nudge, never a word of the case."""

import json
import threading
from collections.abc import Iterator
from datetime import UTC, datetime, time, timedelta
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest
from django.core import mail
from django.db import transaction

from lus.notifications.deliver import ALREADY_READ, GATHERED, TEXT, deliver_due
from lus.notifications.models import Audience, Channel, Notification, OutboxRow, OutboxState, UnitChannel
from lus.notifications.tell import tell
from lus.notifications.when_to_nudge import next_digest, nudge_at
from lus.organisations.models import Unit, UnitKind
from tests.factories import a_unit

AT = datetime(2026, 3, 2, 9, tzinfo=UTC)  # 10.00 in Sweden
pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def unit() -> Unit:
    return a_unit("Mottagningen", UnitKind.RECEPTION, email="m@example.invalid")


def channel(unit: Unit, kind: str = Channel.SMS, address: str = "+46700000001", **more: Any) -> UnitChannel:
    return UnitChannel.objects.create(unit=unit, channel=kind, address=address, **more)


def told(unit: Unit, *, at: datetime = AT, **more: Any) -> list[OutboxRow]:
    given: dict[str, Any] = {"case_id": uuid4(), "kind": "ready_notice_sent", **more}
    with transaction.atomic():
        tell([unit.pk], cause_id=uuid4(), at=at, **given)
    return list(OutboxRow.objects.order_by("pk"))


class Operator(BaseHTTPRequestHandler):
    """An operator of text messages on this machine; answers with ``status``, or not at all."""

    status = 200
    seen: list[dict[str, str]] = []
    wait = threading.Event()

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers["Content-Length"])).decode()
        self.seen.append({"key": self.headers["Idempotency-Key"], "body": body})
        if self.status == 0:
            self.wait.wait(5)
            return
        self.send_response(self.status)
        self.end_headers()

    def log_message(self, *args: Any) -> None:
        pass


@pytest.fixture
def operator(settings: Any) -> Iterator[type[Operator]]:
    Operator.seen, Operator.status = [], 200
    Operator.wait.clear()
    server = HTTPServer(("127.0.0.1", 0), Operator)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    settings.SMS_GATEWAY, settings.SMS_URL = "http", f"http://127.0.0.1:{server.server_port}/"
    settings.SMS_TIMEOUT_SECONDS = 0.3
    yield Operator
    Operator.wait.set()
    server.shutdown()
    server.server_close()


def test_a_text_message_says_nothing_but_that_there_is_something(unit: Unit, operator: Any) -> None:
    channel(unit)
    (row,) = told(unit)
    assert deliver_due(at=AT, channel=Channel.SMS) == 1
    (sent,) = operator.seen
    assert sent["key"] == str(row.pk)
    assert TEXT in json.loads(sent["body"])["message"]
    assert str(row.notification.case_id) not in sent["body"]
    assert deliver_due(at=AT) == 0


def test_an_operator_that_refuses_is_tried_again_and_one_that_is_silent_never(
    unit: Unit, operator: Any
) -> None:
    channel(unit)
    told(unit)
    operator.status = 503
    assert deliver_due(at=AT) == 0
    row = OutboxRow.objects.get()
    assert (row.state, row.error) == (OutboxState.PENDING, "NotSent")
    operator.status = 0
    assert deliver_due(at=row.due_at) == 0
    assert OutboxRow.objects.get().state == OutboxState.UNCERTAIN
    assert deliver_due(at=AT + timedelta(days=1)) == 0
    assert len(operator.seen) == 2


def test_an_operator_that_is_not_there_is_tried_again(unit: Unit, settings: Any) -> None:
    settings.SMS_GATEWAY, settings.SMS_URL = "http", "http://127.0.0.1:9/"
    channel(unit)
    told(unit)
    assert deliver_due(at=AT) == 0
    assert OutboxRow.objects.get().state == OutboxState.PENDING


def test_the_demo_writes_text_messages_into_a_folder(unit: Unit, settings: Any, tmp_path: Path) -> None:
    settings.SMS_GATEWAY, settings.SMS_FILE_PATH = "file", str(tmp_path / "sms")
    channel(unit)
    (row,) = told(unit)
    assert deliver_due(at=AT) == 1
    assert (tmp_path / "sms" / f"{row.pk}.txt").read_text().startswith("+46700000001\n")


def test_a_unit_with_two_channels_is_nudged_by_both_and_each_queue_takes_its_own(unit: Unit) -> None:
    channel(unit)
    channel(unit, Channel.EMAIL, "jour@example.invalid")
    told(unit)
    assert deliver_due(at=AT, channel=Channel.EMAIL) == 1
    assert mail.outbox[0].to == ["jour@example.invalid"]
    assert OutboxRow.objects.get(channel=Channel.SMS).state == OutboxState.PENDING


def test_what_is_not_urgent_is_gathered_and_what_is_urgent_goes_at_once(unit: Unit) -> None:
    channel(unit, Channel.EMAIL, "m@example.invalid", digest=True)
    told(unit)
    told(unit)
    told(unit, urgent=True)
    assert deliver_due(at=AT) == 1
    noon = datetime(2026, 3, 2, 12, tzinfo=UTC)  # 13.00
    assert deliver_due(at=noon - timedelta(seconds=1)) == 0
    assert deliver_due(at=noon) == 1
    assert sorted(OutboxRow.objects.values_list("error", flat=True)) == ["", "", GATHERED]


def test_a_nudge_about_what_has_been_read_is_cancelled(unit: Unit) -> None:
    told(unit)
    Notification.objects.update(seen_at=AT)
    assert deliver_due(at=AT) == 0
    assert OutboxRow.objects.get().error == ALREADY_READ


def test_a_head_without_an_address_is_cancelled_and_the_unit_is_not_told_twice(unit: Unit) -> None:
    told(unit, audience=Audience.HEAD)
    assert deliver_due(at=AT) == 0
    assert OutboxRow.objects.get().state == OutboxState.CANCELLED
    assert Notification.objects.get().seen_at == AT


@pytest.mark.parametrize(
    ("at", "due"),
    [
        (datetime(2026, 3, 2, 5, tzinfo=UTC), datetime(2026, 3, 2, 7, tzinfo=UTC)),
        (datetime(2026, 3, 2, 7, tzinfo=UTC), datetime(2026, 3, 2, 12, tzinfo=UTC)),
        (datetime(2026, 3, 28, 20, tzinfo=UTC), datetime(2026, 3, 29, 6, tzinfo=UTC)),
    ],
    ids=["early", "at eight", "over the night of the change"],
)
def test_the_digest_is_at_eight_and_one(at: datetime, due: datetime) -> None:
    assert next_digest(at) == due


def test_outside_the_hours_of_the_channel_only_the_urgent_is_sent() -> None:
    night = datetime(2026, 3, 2, 22, tzinfo=UTC)
    assert nudge_at(time(7), time(20), night, digest=False, urgent=True) == night
    morning = nudge_at(time(7), time(20), night, digest=False, urgent=False)
    assert morning == datetime(2026, 3, 3, 6, tzinfo=UTC)
