"""The invented today: whatever hour the demo starts, the acts were real, the clocks ran and everybody has work."""

from datetime import UTC, datetime

import pytest
from django.db import transaction

from discharge.models import Case
from discharge.queries.board import board
from discharge.queries.case_page import case_page
from discharge.queries.my_turn import my_turn
from discharge.queries.recipients import proposed
from discharge.rules.recipients import Expected, Patient
from discharge.verify import Difference, differences
from lus.deadlines.models import Obligation
from lus.deadlines.queries import oldest_unfired
from lus.events.models import Event
from lus.notifications.models import OutboxRow, OutboxState
from lus.organisations.actor import Actor
from lus.organisations.models import Assignment, User
from lus.organisations.queries import actor_of
from lus.persons.models import Person, Protection
from lus.simulation.accounts import PASSWORD, demo_accounts
from lus.simulation.fill import fill
from lus.simulation.moments import Moments

pytestmark = pytest.mark.django_db
WEDNESDAY_AFTERNOON = datetime(2026, 11, 25, 13, 10, tzinfo=UTC)
ODD_HOURS = {
    "Sunday before dawn, the night of the clock change": datetime(2026, 3, 29, 2, 30, tzinfo=UTC),
    "Christmas Day at noon": datetime(2026, 12, 25, 11, 0, tzinfo=UTC),
}


def filled(now: datetime) -> str:
    lines: list[str] = []
    fill(now=now, cases=0, progress=lines.append)
    return lines[-1]


@pytest.fixture(scope="module")
def afternoon(django_db_setup, django_db_blocker):
    """The county on an ordinary Wednesday, made once and rolled back when this file is done."""
    with django_db_blocker.unblock(), transaction.atomic():
        yield filled(WEDNESDAY_AFTERNOON)
        transaction.set_rollback(True)


def somebody(username: str) -> Actor:
    assignment = Assignment.objects.select_related("unit__principal", "user")
    found = assignment.filter(user__username=username).order_by("unit__name").first()
    assert found is not None
    return actor_of(found)


@pytest.mark.parametrize("now", ODD_HOURS.values(), ids=ODD_HOURS.keys())
def test_at_odd_hours_too_the_acts_are_real_and_no_clock_is_left_behind(now):
    filled(now)
    _agrees(now)


def _agrees(now: datetime) -> None:
    assert [str(item) for item in differences() if isinstance(item, Difference)] == []
    assert oldest_unfired(at=now) is None
    assert not Event.objects.filter(recorded_at__gt=now).exists()
    assert Case.objects.filter(closed_at__isnull=True).count() >= 40
    assert board(somebody("karin"), at=now).cohorts.total >= 14


def test_a_start_that_was_interrupted_is_finished_the_next_time(monkeypatch):
    def pulled_plug(planned):
        raise KeyboardInterrupt

    with monkeypatch.context() as patched, pytest.raises(KeyboardInterrupt):
        patched.setattr("lus.simulation.today._take", pulled_plug)
        filled(WEDNESDAY_AFTERNOON)
    assert not Case.objects.exists()
    monkeypatch.setattr("lus.simulation.today.READY_STORIES", ())
    monkeypatch.setattr("lus.simulation.today.EARLY_STORIES", ())
    monkeypatch.setattr("lus.simulation.today.ordinary_stories", list)
    filled(WEDNESDAY_AFTERNOON)
    assert Case.objects.filter(closed_at__isnull=True).count() > 5


def test_on_an_ordinary_afternoon_every_step_is_possible_and_every_situation_is_there(afternoon):
    now = WEDNESDAY_AFTERNOON
    assert "refused" not in afternoon
    _agrees(now)
    everyone = {
        name: my_turn(somebody(name), at=now)
        for name in ("karin", "jonas", "amir", "petra", "eva", "lena", "sara")
    }
    assert all(turn.turns for turn in everyone.values()), {name: len(t.turns) for name, t in everyone.items()}
    names = set(Event.objects.values_list("name", flat=True))
    assert names >= {
        "admission_notice_sent",
        "case_closed",
        "case_claimed",
        "case_declined",
        "case_forwarded",
        "deadline_passed",
        "follow_up_call_done",
        "follow_up_call_planned",
        "handover_part_declared_not_needed",
        "handover_received",
        "handover_sent",
        "patient_summary_given",
        "patient_answered_unknown",
        "patient_discharged",
        "payment_blocked",
        "payment_day_counted",
        "payment_liability_started",
        "ready_notice_withdrawn",
        "recipient_corrected",
        "sip_summons_sent",
        "unit_ready_to_receive",
        "wrong_recipient_reported",
    }
    owed = set(Obligation.objects.filter(met_at=None, cancelled_at=None).values_list("code", flat=True))
    assert owed >= {"send_sip_summons", "send_handover", "choose_new_recipient", "no_municipality_in_case"}
    assert owed >= {"complete_handover", "record_follow_up_call", "confirm_handover_received"}
    assert set(Person.objects.values_list("protection", flat=True)) == set(Protection.values)
    kinds = set(Person.objects.values_list("identifier_kind", flat=True))
    assert kinds == {"personnummer", "samordningsnummer", "national_reserve_number"}


def test_money_is_seen_in_nacka_and_nowhere_else(afternoon):
    now = WEDNESDAY_AFTERNOON
    paid = set()
    for case in Case.objects.filter(closed_at__isnull=True, ready_sent_at__isnull=False):
        viewer = Actor(kind="person", name="", role="discharge_coordinator", unit_ids=(case.ward_id,))
        ledger = case_page(viewer, case.pk, at=now).ledger
        assert ledger is not None
        if any(line.amount for line in ledger.lines):
            paid.add((case.registered_municipality, case.agreement_key))
    assert paid == {("0182", "demo_nacka_somatic")}


def test_no_mail_goes_out_about_invented_history_and_old_news_are_read(afternoon):
    waiting = OutboxRow.objects.filter(state=OutboxState.PENDING)
    assert all(row.due_at >= WEDNESDAY_AFTERNOON.replace(minute=0, hour=12) for row in waiting)


def test_every_account_can_sign_in_and_one_has_two_assignments(afternoon):
    for account in demo_accounts():
        assert User.objects.get(username=account["username"]).check_password(PASSWORD)
    assert Assignment.objects.filter(user__username="birgitta").count() == 2


@pytest.mark.parametrize(
    ("words", "utc"),
    [
        ("-34m", "2026-11-25T12:36"),
        ("-2d 10:20", "2026-11-23T09:20"),
        ("last 10:20", "2026-11-25T09:20"),
        ("last 14:30", "2026-11-24T13:30"),
        ("office -2h", "2026-11-25T11:10"),
        ("office -72h", "2026-11-20T14:50"),
    ],
    ids=[
        "minutes ago",
        "a day and a clock",
        "today already",
        "not yet today",
        "open then",
        "Sunday means Friday",
    ],
)
def test_times_are_read_as_people_say_them(words, utc):
    assert Moments(WEDNESDAY_AFTERNOON).read(words).isoformat()[:16] == utc


def test_claims_are_seen_and_some_cases_are_free(afternoon):
    turns = my_turn(somebody("amir"), at=WEDNESDAY_AFTERNOON).turns
    assert {turn.is_mine for turn in turns} == {True, False}
    assert any(turn.claimed_by is None for turn in turns)


def test_the_rules_of_the_county_lead_every_district_to_its_own_door(afternoon):
    for district, name in (("Södermalm", "Mottagningen Södermalm"), ("", "Mottagningen, Stockholms stad")):
        patient = Patient("0180", "Stockholms stad", age=81, district=district)
        found = proposed(patient, Expected(social_services=True), "geriatric", on=WEDNESDAY_AFTERNOON.date())
        assert [item.name for item in found.receivers] == [name]
