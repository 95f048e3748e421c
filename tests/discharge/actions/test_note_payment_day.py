"""Betalningsdag börjar: the clock writes down at midnight what the first possible payment day is, and why."""

from datetime import date, datetime, time, timedelta

import pytest

from discharge.actions.load_agreements import load_agreements
from discharge.actions.note_payment_day import note_payment_day
from discharge.actions.state_outpatient_readiness import state_outpatient_readiness
from discharge.actions.withdraw_ready_notice import withdraw_ready_notice
from discharge.rules.agreement_records import BY_KEY
from discharge.rules.agreements import fill_copy
from lus.deadlines.sweep import sweep_due
from lus.events.models import Event
from lus.swedish_time import at_local, local_midnight
from sip.actions.assess_sip_need import assess_sip_need

from .life import STEP, Life, everything, names

ALL = {"Avd 72", "Nacka", "Vårdcentralen Solen"}


def ready_on(day: date) -> Life:
    """Admitted two days before, ready at ten in the morning; outpatient care is clear and no SIP is needed."""
    ten = at_local(day, time(10))
    life = Life(at=ten - timedelta(days=2))
    life.does(life.ward, assess_sip_need, needed=False, reason="Ensam huvudman")
    life.at = ten - STEP
    life.ready()
    life.does(life.primary_care, state_outpatient_readiness, ready=True)
    return life


NIGHTS = [
    (date(2026, 3, 3), date(2026, 3, 6), time(0), timedelta(hours=1)),
    (date(2026, 3, 26), date(2026, 3, 29), time(0), timedelta(hours=1)),
    (date(2026, 3, 27), date(2026, 3, 30), time(0), timedelta(hours=2)),
    (date(2026, 10, 22), date(2026, 10, 25), time(0), timedelta(hours=2)),
    (date(2026, 10, 23), date(2026, 10, 26), time(0), timedelta(hours=1)),
]


@pytest.mark.parametrize(
    ("sent", "first", "clock", "offset"),
    NIGHTS,
    ids=[
        "an ordinary night",
        "the night before the clocks go forward",
        "the night after",
        "the night before the clocks go back",
        "the night after",
    ],
)
def test_the_day_begins_at_swedish_midnight(sent: date, first: date, clock: time, offset: timedelta) -> None:
    life = ready_on(sent)
    midnight = datetime.combine(first, clock, tzinfo=life.at.tzinfo) - offset
    sweep_due(at=midnight - timedelta(seconds=1))
    assert not Event.objects.filter(name="day_began").exists()
    sweep_due(at=midnight)
    started = life.last("payment_day_counted")
    assert started.happened_at == midnight == local_midnight(first)
    assert started.data["day"] == first.isoformat()
    assert life.told("payment_day_counted") == ALL
    assert started.actor_kind == "clock"


def test_a_condition_that_is_not_known_is_blocked_with_its_reason() -> None:
    ten = at_local(date(2026, 3, 3), time(10))
    Life(at=ten - STEP).ready()
    sweep_due(at=local_midnight(date(2026, 3, 6)))
    blocked = Event.objects.get(name="payment_blocked").data
    assert (blocked["day"], blocked["code"]) == ("2026-03-06", "blocked_consent_unknown")
    assert "samtycker till SIP" in blocked["explanation"]


def test_a_clock_that_was_away_notes_the_right_day_late() -> None:
    life = ready_on(date(2026, 3, 3))
    sweep_due(at=local_midnight(date(2026, 3, 9)))
    began, started = life.last("day_began"), life.last("payment_day_counted")
    assert started.data["day"] == "2026-03-06"
    assert started.happened_at == local_midnight(date(2026, 3, 6))
    assert started.recorded_at == local_midnight(date(2026, 3, 9))
    assert (began.data["catch_up"], began.data["late_by_seconds"]) == (True, 3 * 86_400)
    assert started.data["catch_up"] is True


def test_a_clock_in_time_caught_nothing_up() -> None:
    life = ready_on(date(2026, 3, 3))
    sweep_due(at=local_midnight(date(2026, 3, 6)))
    assert life.last("payment_day_counted").data["catch_up"] is False


IN_FORCE = [
    ("in force", date(2026, 3, 6), "payment_liability_started", "liable"),
    ("in force from the day after", date(2026, 3, 7), "payment_day_counted", "liable_shadow"),
    ("not in force", None, "payment_day_counted", "liable_shadow"),
]


@pytest.mark.parametrize(("life", "active_from", "name", "code"), IN_FORCE, ids=[row[0] for row in IN_FORCE])
def test_liability_starts_only_under_an_agreement_in_force(
    life: str, active_from: date | None, name: str, code: str
) -> None:
    space = {"care_form": "somatic", "valid_from": date(2026, 1, 1)}
    record = fill_copy(BY_KEY["statute"], "demo_all", "Övning", payment_active_from=active_from, **space)
    load_agreements([BY_KEY["statute"], record], [], is_practice=True)
    ready_on(date(2026, 3, 3))
    sweep_due(at=local_midnight(date(2026, 3, 6)))
    (noted,) = Event.objects.filter(name__in=("payment_liability_started", "payment_day_counted"))
    assert (noted.name, noted.data["code"]) == (name, code)


def test_a_count_that_no_longer_runs_is_not_noted() -> None:
    life = ready_on(date(2026, 3, 3))
    life.does(life.ward, withdraw_ready_notice, reason="deteriorated")
    before = everything()
    day = local_midnight(date(2026, 3, 6))
    note_payment_day(case_id=life.case.pk, began_at=day, at=day)
    assert everything() == before
    assert sweep_due(at=day) == sum(name == "deadline_passed" for name in names(life.new_since(0)))
