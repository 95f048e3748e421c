"""The record: ordered, append-only, positions in commit order."""

import threading
from datetime import UTC, datetime, timedelta
from uuid import uuid4

import pytest
from django.db import IntegrityError, InternalError, connection, transaction

from lus.events.models import Change, Event
from lus.events.queries import changes_after, events_of, newest_position, version_of
from lus.events.record import New, open_stream, record
from lus.organisations.actor import CLOCK

AT = datetime(2026, 3, 2, 9, tzinfo=UTC)

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def case_id():
    case_id = uuid4()
    open_stream(case_id)
    return case_id


def write(case_id, *names):
    with transaction.atomic():
        return record(case_id, [New(name) for name in names], actor=CLOCK, at=AT)


def test_events_are_numbered_without_gaps(case_id):
    write(case_id, "a", "b")
    write(case_id, "c")
    assert [(event.seq, event.name) for event in events_of(case_id)] == [(1, "a"), (2, "b"), (3, "c")]
    assert version_of(case_id) == 3


def test_a_rolled_back_act_leaves_no_event_and_no_number(case_id):
    with pytest.raises(RuntimeError), transaction.atomic():
        record(case_id, [New("a")], actor=CLOCK, at=AT)
        raise RuntimeError
    write(case_id, "b")
    assert [(event.seq, event.name) for event in events_of(case_id)] == [(1, "b")]
    assert [change.name for change in changes_after(0)] == ["b"]


@pytest.mark.parametrize("table", ["events_event", "events_change"])
@pytest.mark.parametrize("statement", ["UPDATE {} SET name = 'x'", "DELETE FROM {}"])
def test_the_record_refuses_changes_even_from_raw_sql(case_id, table, statement):
    write(case_id, "a")
    with pytest.raises(InternalError, match="append_only"), connection.cursor() as cursor:
        cursor.execute(statement.format(table))
    assert Event.objects.get().name == Change.objects.get().name == "a"


def test_an_event_cannot_happen_after_it_is_recorded(case_id):
    with pytest.raises(IntegrityError), transaction.atomic():
        record(case_id, [New("a", happened_at=AT + timedelta(seconds=1))], actor=CLOCK, at=AT)


def test_a_case_without_a_stream_takes_no_events():
    with pytest.raises(LookupError), transaction.atomic():
        record(uuid4(), [New("a")], actor=CLOCK, at=AT)


def test_a_reader_of_the_feed_never_meets_a_gap_that_is_filled_later():
    """Twenty writers commit in any order; a reader that follows the cursor sees every event once."""
    cases = [uuid4() for _ in range(20)]
    for case_id in cases:
        open_stream(case_id)
    seen: list[int] = []
    done = threading.Event()

    def read():
        position = 0
        while True:
            finished = done.is_set()
            for change in changes_after(position):
                position = change.position
                seen.append(position)
            if finished and position == newest_position():
                break
        connection.close()

    def run(case_id):
        for _ in range(5):
            write(case_id, "a")
        connection.close()

    reader = threading.Thread(target=read)
    reader.start()
    writers = [threading.Thread(target=run, args=[case_id]) for case_id in cases]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join()
    done.set()
    reader.join()
    assert seen == list(Change.objects.order_by("position").values_list("position", flat=True))
    assert len(seen) == 100
