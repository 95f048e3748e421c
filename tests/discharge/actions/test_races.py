"""Two at the same moment: one is first, the other is told so, nobody waits for ever. Real transactions."""

import threading
from collections.abc import Callable
from datetime import timedelta
from functools import partial
from typing import Any

import pytest
from django.db import connection

from discharge.actions.acknowledge import acknowledge
from discharge.actions.mark_ready_for_discharge import mark_ready_for_discharge
from discharge.models import Case
from lus.deadlines.models import Obligation
from lus.deadlines.sweep import sweep_due
from lus.events.models import Change, Event, Stream
from lus.notifications.models import Notification
from lus.organisations.models import Unit
from lus.organisations.roles import Role
from lus.refusals import AlreadyDone, CaseExists, Refused
from lus.swedish_time import local_midnight
from tests.factories import NOW, Place, a_case, a_person, a_place, an_actor

from .good_input import BY_NAME
from .life import STEP, Life

pytestmark = pytest.mark.django_db(transaction=True)
ROUNDS = 20


@pytest.fixture
def place() -> Place:
    return a_place()


def at_once(*calls: Callable[[], Any]) -> list[Any]:
    """Run the calls in threads that start together; return what each answered or raised, in order."""
    answers: list[Any] = [None] * len(calls)
    gate = threading.Barrier(len(calls))

    def run(index: int) -> None:
        try:
            gate.wait()
            answers[index] = calls[index]()
        except Exception as said:
            answers[index] = said
        finally:
            connection.close()

    threads = [threading.Thread(target=run, args=[index]) for index in range(len(calls))]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(timeout=30)
    assert not any(thread.is_alive() for thread in threads), "nobody waits for ever"
    return answers


def refusals(answers: list[Any]) -> list[Refused]:
    """Return the refusals; anything else that was raised is a fault (a deadlock among them)."""
    for answer in answers:
        if isinstance(answer, Exception) and not isinstance(answer, Refused):
            raise answer
    return [answer for answer in answers if isinstance(answer, Refused)]


def count(life: Life, name: str) -> int:
    return Event.objects.filter(case_id=life.case.pk, name=name).count()


def mark(life: Life, actor: Any) -> Callable[[], Any]:
    arguments: dict[str, Any] = {"physician": "Jonas Ek", "assessed_at": NOW, "legal_ground": "consent"}
    return lambda: mark_ready_for_discharge(case_id=life.case.pk, actor=actor, at=NOW + STEP, **arguments)


def test_two_nurses_mark_ready_and_one_is_told_that_it_is_done(place: Place) -> None:
    colleague = an_actor(Unit.objects.get(pk=str(place.ward.unit_id)), Role.WARD_STAFF)
    for _ in range(ROUNDS):
        life = Life(place=place)
        (said,) = refusals(at_once(mark(life, place.ward), mark(life, colleague)))
        assert isinstance(said, AlreadyDone)
        assert said.detail.startswith("Redan markerad utskrivningsklar av ")
        assert count(life, "ready_notice_sent") == count(life, "grace_period_started") == 1
        notice = life.last("ready_notice_sent")
        assert Notification.objects.filter(cause_id=notice.pk).count() == 2


def test_two_colleagues_acknowledge_and_there_is_one_receipt(place: Place) -> None:
    colleague = an_actor(Unit.objects.get(pk=str(place.municipality.unit_id)), Role.NEEDS_ASSESSOR)
    for _ in range(ROUNDS):
        life = Life(place=place)
        message = life.last("admission_notice_sent").pk
        read = partial(acknowledge, case_id=life.case.pk, message_id=message, at=NOW + STEP)
        calls = [partial(read, actor=actor) for actor in (place.municipality, colleague)]
        assert refusals(at_once(*calls)) == []
        assert count(life, "message_acknowledged") == 1


def test_ready_and_discharge_at_once_leave_one_true_story(place: Place) -> None:
    for _ in range(ROUNDS):
        life = Life(place=place)
        leave = BY_NAME["discharge_patient"]
        calls = (mark(life, place.ward), partial(leave.do, life, left_at=NOW))
        refusals(at_once(*calls))
        assert count(life, "patient_discharged") + count(life, "ready_notice_sent") in (1, 2)
        assert life.facts.open_spell is None or life.row.stay == "admitted"


def test_two_withdraw_and_one_is_told_that_it_is_done(place: Place) -> None:
    for _ in range(ROUNDS):
        life = Life(place=place).ready()
        one = BY_NAME["withdraw_ready_notice"]
        (said,) = refusals(at_once(*[partial(one.do, life)] * 2))
        assert isinstance(said, AlreadyDone)
        assert count(life, "ready_notice_withdrawn") == count(life, "payment_count_stopped") == 1


def test_ready_and_withdraw_are_taken_one_after_the_other(place: Place) -> None:
    for _ in range(ROUNDS):
        life = Life(place=place).ready()
        withdraw = BY_NAME["withdraw_ready_notice"]
        refusals(at_once(mark(life, place.ward), partial(withdraw.do, life)))
        sent, withdrawn = count(life, "ready_notice_sent"), count(life, "ready_notice_withdrawn")
        assert (sent, withdrawn) in ((1, 1), (2, 1))
        assert (life.facts.open_spell is not None) is (sent == 2)


def test_a_discharge_and_the_sweep_never_wait_for_each_other(place: Place) -> None:
    midnight = local_midnight(NOW.date() + timedelta(days=3))
    for _ in range(ROUNDS):
        life = Life(place=place).ready()
        life.at = midnight
        leave = BY_NAME["discharge_patient"]
        calls = (partial(leave.do, life, left_at=midnight), partial(sweep_due, at=midnight))
        assert refusals(at_once(*calls)) == []
        assert count(life, "patient_discharged") == 1
        clock = Obligation.objects.get(case_id=life.case.pk, code="payment_day_begins")
        assert clock.cancelled_because == "patient_discharged"
        assert (clock.fired_at is not None) is (count(life, "day_began") == 1)
        assert not Obligation.objects.filter(attempts__gt=0).exists(), "the sweep met no fault"


def test_two_admissions_of_one_person_make_one_case(place: Place) -> None:
    for _ in range(ROUNDS):
        person = a_person()
        (said,) = refusals(at_once(*[partial(a_case, place, person=person)] * 2))
        assert isinstance(said, CaseExists)
        assert Case.objects.filter(person=person).count() == 1
    assert Stream.objects.count() == Case.objects.count() == ROUNDS


def test_everybody_at_once_leaves_a_story_without_gaps(place: Place) -> None:
    life = Life(place=place)
    names = (
        "start_planning",
        "acknowledge",
        "name_care_contact",
        "assess_sip_need",
        "mark_ready_for_discharge",
    )
    arguments = {name: BY_NAME[name].arguments(life) for name in names}

    def call(name: str) -> Callable[[], Any]:
        one = BY_NAME[name]
        actor = getattr(life, one.who)
        return lambda: one.act(case_id=life.case.pk, actor=actor, at=NOW + STEP, **arguments[name])

    assert refusals(at_once(*map(call, names), lambda: sweep_due(at=NOW + STEP))) == []
    seqs = [event.seq for event in life.new_since(0)]
    assert seqs == list(range(1, len(seqs) + 1))
    assert Change.objects.filter(case_id=life.case.pk).count() == len(seqs)
    assert life.row.version == seqs[-1]
