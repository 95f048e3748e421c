"""Klockorna: what ran out is shown with how late it was noticed, and nothing legal hangs on the sweep."""

from datetime import date, time, timedelta

import pytest

from discharge.actions.acknowledge import acknowledge
from discharge.actions.send_handover import PARTS, send_handover
from discharge.actions.undo_discharge import undo_discharge
from discharge.queries.ledger import ledger_of
from discharge.queries.visible import open_cases
from lus.deadlines.models import Obligation
from lus.deadlines.queries import oldest_unfired
from lus.deadlines.sweep import sweep_due
from lus.events.models import Event
from lus.notifications.models import Notification
from lus.swedish_time import at_local, end_of_local_day, local_date

from .life import STEP, Life

TWO_HOURS = timedelta(hours=2)


def passed(life: Life, code: str) -> Event:
    return Event.objects.get(case_id=life.case.pk, name="deadline_passed", data__code=code)


def read_by(life: Life, unit: str) -> Obligation:
    return Obligation.objects.get(
        case_id=life.case.pk, code="acknowledge", unit_id=str(getattr(life, unit).unit_id)
    )


@pytest.mark.parametrize(
    ("late", "catch_up"),
    [(timedelta(seconds=5), False), (timedelta(seconds=60), False), (timedelta(hours=7), True)],
    ids=["five seconds", "a minute", "after an outage of seven hours"],
)
def test_a_limit_that_ran_out_says_when_and_how_late_it_was_noticed(late: timedelta, catch_up: bool) -> None:
    life = Life()
    due = life.at + TWO_HOURS
    sweep_due(at=due + late)
    duty = read_by(life, "municipality")
    assert (duty.due_at, duty.fired_at, duty.met_at) == (due, due + late, None)
    event = Event.objects.filter(name="deadline_passed", data__unit_id=str(duty.unit_id)).get()
    assert (event.happened_at, event.recorded_at) == (due, due + late)
    assert event.data["late_by_seconds"] == late.total_seconds()
    assert event.data["catch_up"] is catch_up
    told = Notification.objects.get(cause_id=duty.pk)
    assert (told.unit_id, told.kind, told.urgent) == (duty.unit_id, "clock_passed", True)


def test_what_fired_counts_in_the_version_of_the_case() -> None:
    life = Life()
    before = life.row.version
    assert sweep_due(at=life.at + TWO_HOURS) == 2
    assert (life.row.version, life.row.last_event_at) == (before + 4, life.at + TWO_HOURS)  # passed, reminded


def test_reading_after_the_limit_is_met_late_and_owed_no_more() -> None:
    life = Life()
    sweep_due(at=life.at + TWO_HOURS)
    life.later(hours=5)
    life.does(life.municipality, acknowledge, message_id=life.last("admission_notice_sent").pk)
    duty = read_by(life, "municipality")
    assert duty.met_at == life.at
    assert duty.due_at is not None
    assert duty.fired_at is not None
    assert duty.met_at - duty.due_at == timedelta(hours=3, minutes=10)
    sweep_due(at=life.at)
    assert read_by(life, "municipality").fired_at == duty.fired_at


def test_reading_in_time_never_fires_however_late_the_sweep() -> None:
    life = Life()
    life.does(life.municipality, acknowledge, message_id=life.last("admission_notice_sent").pk)
    sweep_due(at=life.at + timedelta(days=1))
    assert read_by(life, "municipality").fired_at is None


def test_a_limit_that_was_met_late_before_any_sweep_still_shows_its_delay() -> None:
    life = Life()
    life.later(hours=5)
    life.does(life.municipality, acknowledge, message_id=life.last("admission_notice_sent").pk)
    duty = read_by(life, "municipality")
    assert duty.due_at is not None
    assert duty.met_at is not None
    assert (duty.met_at > duty.due_at, duty.fired_at) == (True, None)


def test_urgent_messages_are_read_within_half_an_hour() -> None:
    life = Life().ready()
    sent = life.at
    sweep_due(at=sent + timedelta(minutes=29))
    fired = Event.objects.filter(name="deadline_passed").count()
    sweep_due(at=sent + timedelta(minutes=30))
    assert Event.objects.filter(name="deadline_passed").count() == fired + 2


def test_the_handover_is_due_the_same_day_and_late_after_midnight() -> None:
    life = Life().left()
    midnight = end_of_local_day(local_date(life.at))
    sweep_due(at=midnight)
    assert passed(life, "send_handover").happened_at == midnight
    life.at = midnight
    life.does(life.ward, send_handover, parts=list(PARTS))
    duty = Obligation.objects.get(code="send_handover")
    assert duty.met_at == midnight + STEP


def test_the_case_closes_when_the_third_day_has_passed() -> None:
    life = Life().left()
    third = end_of_local_day(local_date(life.at) + timedelta(days=3))
    sweep_due(at=third - timedelta(seconds=1))
    assert life.row.closed_at is None
    sweep_due(at=third)
    closed = life.last("case_closed")
    assert (closed.data["reason"], closed.actor_name) == ("days_passed", "Klockan")
    assert life.row.closed_at == third
    assert not open_cases(life.ward).exists()
    assert not open_cases(life.municipality).exists()
    assert not Obligation.objects.filter(met_at=None, cancelled_at=None, fired_at=None).exists()


def test_an_undone_discharge_does_not_close() -> None:
    life = Life().left()
    life.does(life.ward, undo_discharge, reason="Fel knapp")
    sweep_due(at=life.at + timedelta(days=30))
    assert life.row.closed_at is None


def test_nothing_legal_is_lost_when_the_sweep_never_ran() -> None:
    ten = at_local(date(2026, 3, 6), time(10))
    swept, alone = (Life(at=ten - STEP).ready() for _ in range(2))
    week = ten + timedelta(days=7)
    for day in range(8):
        sweep_due(at=ten + timedelta(days=day))
        Obligation.objects.filter(case_id=alone.case.pk).update(attempts=3)  # nobody sweeps this one
    assert Event.objects.filter(case_id=swept.case.pk, name="day_began").exists()
    assert not Event.objects.filter(case_id=alone.case.pk, name="day_began").exists()
    one, other = ledger_of(swept.facts, at=week), ledger_of(alone.facts, at=week)
    assert one is not None
    assert other is not None
    assert [(line.date, line.code, line.reason) for line in one.lines] == [
        (line.date, line.code, line.reason) for line in other.lines
    ]
    assert alone.owes(alone.municipality) == swept.owes(swept.municipality)
    assert oldest_unfired(at=week) is not None, "the watchdog sees that nobody swept"
