"""The sweep: every clock that has run out fires once, however late and however many sweep."""

import threading
from datetime import UTC, datetime, timedelta
from uuid import UUID, uuid4

import pytest
from django.db import connection, transaction

from lus.deadlines.models import Obligation
from lus.deadlines.queries import oldest_unfired
from lus.deadlines.sweep import MAX_ATTEMPTS, sweep_due
from lus.events import reactions
from lus.events.models import Event, Stream
from lus.events.record import open_stream
from lus.notifications.models import Notification, OutboxRow

DUE = datetime(2026, 3, 2, 9, tzinfo=UTC)
UNIT = uuid4()

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def no_reactions():
    """These cases have a stream and nothing else; the acts that follow a day have their own tests."""
    table = dict(reactions._table)
    reactions.install({})
    yield
    reactions.install(table)


def owed(*, due_at: datetime = DUE, unit_id: UUID | None = UNIT, **columns) -> Obligation:
    case_id = uuid4()
    open_stream(case_id)
    return Obligation.objects.create(
        case_id=case_id,
        unit_id=unit_id,
        code="acknowledge",
        basis="routine",
        reference="Intern rutin",
        clock="elapsed",
        starts_at=due_at - timedelta(hours=2),
        due_at=due_at,
        raw_due_at=due_at,
        explanation="Kvittera.",
        created_at=due_at - timedelta(hours=2),
        **columns,
    )


def test_nothing_fires_before_its_time():
    owed()
    assert sweep_due(at=DUE - timedelta(seconds=1)) == 0
    assert not Event.objects.exists()


def test_a_limit_fires_at_the_limit_once():
    row = owed()
    assert (sweep_due(at=DUE), sweep_due(at=DUE)) == (1, 0)
    row.refresh_from_db()
    assert row.fired_at == DUE
    event = Event.objects.get()
    assert (event.name, event.actor_kind, event.data["catch_up"]) == ("deadline_passed", "clock", False)
    assert Notification.objects.get().unit_id == OutboxRow.objects.get().unit_id == UNIT


def test_after_an_outage_of_three_days_it_fires_and_says_how_late():
    owed()
    sweep_due(at=DUE + timedelta(days=3))
    data = Event.objects.get().data
    assert (data["catch_up"], data["late_by_seconds"]) == (True, 3 * 86_400)
    assert Event.objects.get().happened_at == DUE


@pytest.mark.parametrize("column", ["met_at", "cancelled_at"])
def test_what_is_met_or_cancelled_never_fires(column):
    owed(**{column: DUE})
    assert sweep_due(at=DUE + timedelta(days=1)) == 0


def test_a_day_that_begins_tells_no_unit(no_reactions):
    owed(unit_id=None)
    assert sweep_due(at=DUE) == 1
    assert Event.objects.get().name == "day_began"
    assert not Notification.objects.exists()


def test_a_row_that_fails_is_tried_three_times_and_never_stops_the_others(no_reactions):
    broken = owed()
    Stream.objects.filter(pk=broken.case_id).update(last_seq=2_147_483_647)
    healthy = owed(due_at=DUE + timedelta(minutes=1))
    for _ in range(MAX_ATTEMPTS + 2):
        sweep_due(at=DUE + timedelta(hours=1))
    broken.refresh_from_db()
    healthy.refresh_from_db()
    assert (broken.fired_at, broken.attempts) == (None, MAX_ATTEMPTS)
    assert healthy.fired_at is not None
    assert oldest_unfired(at=DUE + timedelta(hours=1)) == DUE


def test_a_case_that_somebody_is_writing_to_is_left_for_the_next_round():
    row = owed()
    fired: list[int] = []

    def sweep():
        fired.append(sweep_due(at=DUE))
        connection.close()

    with transaction.atomic():
        Stream.objects.select_for_update().get(pk=row.case_id)
        other = threading.Thread(target=sweep)
        other.start()
        other.join()
    assert fired == [0]
    assert sweep_due(at=DUE) == 1


def test_eight_sweeps_on_one_list_fire_each_row_once():
    for minute in range(30):
        owed(due_at=DUE + timedelta(minutes=minute))

    def sweep():
        sweep_due(at=DUE + timedelta(days=1))
        connection.close()

    sweeps = [threading.Thread(target=sweep) for _ in range(8)]
    for one in sweeps:
        one.start()
    for one in sweeps:
        one.join()
    sweep_due(at=DUE + timedelta(days=1))
    assert Event.objects.count() == Notification.objects.count() == 30
    assert not Obligation.objects.filter(fired_at__isnull=True).exists()
