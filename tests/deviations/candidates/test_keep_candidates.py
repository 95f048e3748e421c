"""Offers follow the case: made in the act, once; taken back by corrections; kept cheap; never sent by themselves."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import datetime, timedelta
from uuid import UUID, uuid4

import pytest
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext

from deviations.actions.dismiss_candidate import dismiss_candidate
from deviations.actions.keep_candidates import keep_offers
from deviations.actions.report_deviation import report_deviation
from deviations.actions.sweep_candidates import look_again
from deviations.actions.watch_case import candidates_follow_case
from deviations.models import Candidate, CandidateWatch, Deviation
from deviations.rules.candidates.detectors import DETECTORS
from deviations.rules.candidates.ground import Ground, Known
from discharge.actions.change_expected_discharge import change_expected_discharge
from discharge.actions.mark_outside_act import mark_outside_act
from discharge.actions.name_care_contact import name_care_contact
from discharge.actions.void_ready_notice import void_ready_notice
from discharge.queries.facts import facts_of
from discharge.rules.facts import CaseFacts
from lus.downtime.models import Outage
from lus.events.models import Event
from lus.events.record import lock_stream
from lus.notifications.models import Notification
from lus.persons.models import Person
from tests.deviations.reports import a_report
from tests.discharge.actions.life import Life
from tests.factories import NOW

pytestmark = pytest.mark.django_db


def seen(life: Life) -> Life:
    """The same case, when the beat has looked at it."""
    look_again(at=life.at)
    return life


def ready() -> Life:
    """A case with a ready notice, and the offers that it brought."""
    return seen(Life().ready())


def due() -> datetime:
    """When somebody looks next at the only case."""
    return CandidateWatch.objects.get().due_at


def offers(life: Life, detector: str, **columns: object) -> set[str]:
    rows = Candidate.objects.filter(case_id=life.case.pk, detector=detector, **columns)
    return set(rows.values_list("offered_unit__name", flat=True))


def test_an_event_brings_its_offers_and_tells_nobody() -> None:
    life = Life()
    before = Notification.objects.count()
    life.ready()
    told = Notification.objects.count()
    seen(life)
    assert offers(life, "AD09", state="offered") == {"Avd 72", "Nacka"}
    row = Candidate.objects.filter(detector="AD09").first()
    assert row is not None
    assert (row.code, row.addressed_unit.name) == ("K04.1", "Vårdcentralen Solen")
    assert not Deviation.objects.exists()
    assert not Notification.objects.filter(cause_id=row.pk).exists()
    assert told > before  # the notice itself


def test_again_and_again_makes_nothing_new() -> None:
    life = ready()
    rows = list(Candidate.objects.order_by("pk").values())
    for _ in range(2):
        keep_offers(facts_of(life.case.pk), at=life.at)
    assert list(Candidate.objects.order_by("pk").values()) == rows


@pytest.mark.django_db(transaction=True)
def test_two_at_once_make_one_set_of_offers() -> None:
    life = ready()
    Candidate.objects.all().delete()

    def one(_: int) -> None:
        try:
            with transaction.atomic():
                lock_stream(life.case.pk)
                keep_offers(facts_of(life.case.pk), at=life.at)
        finally:
            connection.close()

    with ThreadPoolExecutor(4) as pool:
        list(pool.map(one, range(4)))
    assert offers(life, "AD09") == {"Avd 72", "Nacka"}
    assert Candidate.objects.filter(detector="AD09").count() == 2


def test_what_one_new_event_brings_is_found_in_at_most_five_statements() -> None:
    life = seen(Life()).ready()
    with CaptureQueriesContext(connection) as asked:
        keep_offers(facts_of(life.case.pk), at=life.at)
    assert offers(life, "AD09")
    assert len(asked) <= 5, [one["sql"][:80] for one in asked]


@pytest.mark.parametrize(("name", "watched"), [("message_acknowledged", False), ("ready_notice_sent", True)])
def test_an_act_pays_one_statement(name: str, watched: bool) -> None:
    case_id = uuid4()
    event = Event(case_id=case_id, name=name, seq=9, recorded_at=NOW)
    with CaptureQueriesContext(connection) as asked:
        candidates_follow_case(event)
    assert len(asked) == 1
    assert CandidateWatch.objects.filter(pk=case_id).exists() == watched


def test_a_beat_with_nothing_to_look_at_costs_two_statements() -> None:
    seen(Life())
    with CaptureQueriesContext(connection) as asked:
        look_again(at=NOW)
    assert len(asked) == 2


def test_time_alone_brings_an_offer_and_nothing_is_watched_for_ever() -> None:
    life = seen(Life())
    at = due()
    look_again(at=at - timedelta(seconds=1))
    assert offers(life, "AD08") == set()
    look_again(at=at)
    assert offers(life, "AD08") == {"Avd 72"}
    for day in range(1, 40):
        look_again(at=at + timedelta(days=day))
    assert not CandidateWatch.objects.exists()
    assert offers(life, "AD06") == {"Nacka"}


def test_what_was_late_says_when_it_came() -> None:
    life = Life()
    look_again(at=life.at + timedelta(hours=25))
    life.later(hours=30).does(
        life.primary_care,
        name_care_contact,
        name="Eva Norén",
        title="dsk",
        phone="08-123 45 67",
        phone_function="telefontid",
    )
    seen(life)
    rows = Candidate.objects.filter(detector="AD08").values_list("addressed_unit__name", "code")
    assert dict(rows) == {"Nacka": "K03.1", "Vårdcentralen Solen": "K03.2"}


def test_a_correction_takes_open_offers_back_and_marks_what_was_reported() -> None:
    life = ready()
    taken = Candidate.objects.get(detector="AD09", offered_unit_id=life.municipality.unit_id)
    row = report_deviation(
        actor=life.municipality,
        at=life.at,
        report=a_report(),
        addressed_unit_id=UUID(str(life.primary_care.unit_id)),
        case_id=life.case.pk,
        candidate_id=taken.pk,
    )
    life.does(life.ward, void_ready_notice, reason="Fel patient")
    seen(life)
    taken.refresh_from_db()
    assert (taken.state, taken.deviation, taken.ground_changed_at) == ("accepted", row, life.at)
    assert offers(life, "AD09", state="withdrawn") == {"Avd 72"}


def test_what_is_back_is_offered_again_and_what_was_dismissed_is_not() -> None:
    life = ready()
    mine = Candidate.objects.get(detector="AD09", offered_unit_id=life.municipality.unit_id)
    dismiss_candidate(candidate_id=mine.pk, actor=life.municipality, at=life.at, reason="agreed")
    Candidate.objects.filter(offered_unit_id=life.ward.unit_id).update(state="withdrawn", answered_at=life.at)
    candidates_follow_case(life.last("ready_notice_sent"))
    seen(life)
    assert offers(life, "AD09", state="offered") == {"Avd 72"}
    assert offers(life, "AD09", state="dismissed") == {"Nacka"}


def test_a_case_outside_the_act_keeps_no_offer() -> None:
    life = ready()
    life.does(life.ward, mark_outside_act, reason="no_services")
    seen(life)
    assert set(Candidate.objects.values_list("state", flat=True)) == {"withdrawn"}
    assert not CandidateWatch.objects.exists()


def test_downtime_makes_nobody_late() -> None:
    life = seen(Life())
    at = due()
    Outage.objects.create(
        cause="decided", why="Byte", started_at=at - timedelta(hours=2), ended_at=at - timedelta(hours=1)
    )
    look_again(at=at)
    assert offers(life, "AD08") == set()
    assert due() == at + timedelta(hours=1)
    look_again(at=at + timedelta(hours=1))
    assert offers(life, "AD08") == {"Avd 72"}


def test_a_practice_excuses_nothing() -> None:
    life = seen(Life())
    at = due()
    Outage.objects.create(
        cause="practice", why="Övning", started_at=at - timedelta(hours=2), ended_at=at - timedelta(hours=1)
    )
    look_again(at=at)
    assert offers(life, "AD08") == {"Avd 72"}


def test_an_offer_about_a_protected_person_is_for_the_head_alone() -> None:
    life = Life()
    Person.objects.filter(pk=life.case.person_id).update(protection="confidential")
    seen(life.ready())
    assert set(Candidate.objects.values_list("only_head", flat=True)) == {True}


def test_nobody_is_offered_what_is_older_than_a_month() -> None:
    life = Life()
    look_again(at=life.at + timedelta(days=40))
    assert not Candidate.objects.filter(detector="AD08").exists()


def test_an_offer_that_nobody_answers_is_let_go_after_a_month() -> None:
    life = ready()
    look_again(at=life.at + timedelta(days=30))
    assert offers(life, "AD09", state="offered")
    look_again(at=life.at + timedelta(days=30, seconds=1))
    assert set(Candidate.objects.filter(detector="AD09").values_list("state", flat=True)) == {"expired"}


def test_a_date_moved_late_is_offered_at_once_to_those_who_were_told() -> None:
    life = Life(in_days=1)
    life.does(
        life.ward,
        change_expected_discharge,
        new_date=(life.at + timedelta(days=6)).date(),
        reason="medical",
    )
    assert offers(seen(life), "AD05") == {"Nacka", "Vårdcentralen Solen"}


def test_a_rule_that_cannot_read_the_record_stops_no_act(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    life = Life()

    def broken(facts: CaseFacts, known: Known) -> Iterator[Ground]:
        raise KeyError("recipients")

    monkeypatch.setitem(DETECTORS, "AD09", replace(DETECTORS["AD09"], rule=broken))
    seen(life.ready())
    assert life.row.ready_sent_at == life.at
    assert "could not be kept" in caplog.text
    assert due() == life.at + timedelta(hours=1)
    monkeypatch.undo()
    look_again(at=due())
    assert offers(life, "AD09") == {"Avd 72", "Nacka"}
