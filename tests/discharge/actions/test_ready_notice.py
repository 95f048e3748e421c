"""Utskrivningsklar: sent once, withdrawn or voided, and sent again with a new day zero."""

from datetime import UTC, date, datetime, time, timedelta
from typing import Any

import pytest

from discharge.actions.mark_ready_for_discharge import mark_ready_for_discharge
from discharge.actions.void_ready_notice import void_ready_notice
from discharge.actions.withdraw_ready_notice import withdraw_ready_notice
from lus.deadlines.models import Obligation
from lus.organisations.actor import NotPermitted
from lus.refusals import AlreadyDone, InvalidInput, StageNotAllowed, TimeNotPossible
from lus.swedish_time import at_local, local_midnight
from tests.factories import NOW

from .good_input import BY_NAME
from .life import STEP, Life, refused
from .lives import admitted

TESTED_ACTS = ("mark_ready_for_discharge", "withdraw_ready_notice", "void_ready_notice")
UNITS = {"Nacka", "Vårdcentralen Solen"}
MONDAY = date(2026, 3, 2)


def sent(clock: time) -> Life:
    """A notice sent on Monday at a Swedish clock time, with nothing but the statute to count by."""
    moment = at_local(MONDAY, clock)
    life = Life(at=moment - timedelta(days=3))
    life.at = moment - STEP
    return life.ready()


def test_every_unit_is_told_at_once() -> None:
    life = Life().ready()
    assert life.told("ready_notice_sent") == UNITS
    assert life.message("ready_notice_sent", life.municipality).delivered_at == life.at
    row = life.row
    assert (row.readiness, row.ready_sent_at, row.agreement_key) == ("ready", life.at, "statute")
    assert life.owes(life.municipality) == {
        "acknowledge",
        "start_planning",
        "report_ready_to_receive",
        "settle_home_ready_points",
    }


@pytest.mark.parametrize(
    ("clock", "zero", "first"),
    [
        (time(11, 59, 59), date(2026, 3, 2), date(2026, 3, 5)),
        (time(12), date(2026, 3, 2), date(2026, 3, 5)),
        (time(12, 0, 1), date(2026, 3, 3), date(2026, 3, 6)),
    ],
    ids=["5:4 sent 11.59.59", "5:4 sent 12.00.00", "5:4 sent 12.00.01"],
)
def test_noon_decides_day_zero(clock: time, zero: date, first: date) -> None:
    life = sent(clock)
    assert (life.row.day_zero, life.row.first_liable_day) == (zero, first)
    grace = life.last("grace_period_started").data
    assert (grace["day_zero"], grace["first_liable_day"]) == (zero.isoformat(), first.isoformat())
    clock_row = Obligation.objects.get(code="payment_day_begins")
    assert (clock_row.due_at, clock_row.unit_id) == (local_midnight(first), None)


def test_a_page_that_showed_the_day_before_noon_passed_asks_once_more() -> None:
    life = Life(at=datetime(2026, 3, 2, 10, 55, tzinfo=UTC))
    arguments = {"physician": "Jonas Ek", "assessed_at": life.at, "legal_ground": "consent"}
    with refused(InvalidInput, code="cutoff-passed", field="shown_day_zero", says="Dag noll är tis 3/3"):
        life.does(life.ward, mark_ready_for_discharge, shown_day_zero="2026-03-02", **arguments)
    life.does(life.ward, mark_ready_for_discharge, shown_day_zero="2026-03-03", **arguments)
    assert life.row.readiness == "ready"


@pytest.mark.parametrize(
    ("other", "code", "field"),
    [
        ({"physician": " "}, "physician-missing", "physician"),
        ({"physician": "x" * 121}, "physician-missing", "physician"),
        ({"legal_ground": ""}, "legal-basis-missing", "legal_ground"),
    ],
)
def test_a_notice_without_physician_or_ground_is_refused(
    other: dict[str, Any], code: str, field: str
) -> None:
    life = Life()
    with refused(InvalidInput, code=code, field=field):
        BY_NAME["mark_ready_for_discharge"].do(life, **other)


def test_an_assessment_in_the_future_is_refused() -> None:
    life = Life()
    with refused(TimeNotPossible, code="time-in-future", field="assessed_at"):
        BY_NAME["mark_ready_for_discharge"].do(life, assessed_at=life.at + timedelta(hours=1))


def test_ready_twice_names_who_was_first() -> None:
    life = Life().ready()
    with refused(AlreadyDone, says=f"Redan markerad utskrivningsklar av {life.ward.name}, Avd 72, 10.10"):
        life.ready()


def test_without_an_admission_notice_nobody_can_be_told() -> None:
    life = admitted()
    with refused(StageNotAllowed, code="no-admission-notice", says="inskrivningsmeddelande"):
        life.ready()


def test_a_patient_who_has_left_is_not_ready() -> None:
    life = Life().left()
    with refused(StageNotAllowed, says=f"utskriven av {life.ward.name}"):
        life.ready()


def test_a_withdrawal_is_told_and_stops_the_count() -> None:
    life = Life().ready()
    life.does(life.ward, withdraw_ready_notice, reason="deteriorated")
    assert life.told("ready_notice_withdrawn") == UNITS
    row = life.row
    assert (row.readiness, row.ready_sent_at, row.day_zero, row.first_liable_day) == (
        "withdrawn",
        None,
        None,
        None,
    )
    clock_row = Obligation.objects.get(code="payment_day_begins")
    assert clock_row.cancelled_because == "ready_notice_withdrawn"


def test_a_withdrawal_may_say_when_things_changed_and_the_count_stops_now_all_the_same() -> None:
    life = Life().ready().later(hours=5)
    sent_at = life.facts.spells[0].sent_at
    for wrong in (life.at + timedelta(hours=1), sent_at - timedelta(minutes=1)):
        with refused(TimeNotPossible, field="changed_at"):
            life.does(life.ward, withdraw_ready_notice, reason="deteriorated", changed_at=wrong)
    changed = sent_at + timedelta(minutes=1)
    life.does(life.ward, withdraw_ready_notice, reason="deteriorated", changed_at=changed)
    event = life.last("ready_notice_withdrawn")
    assert event.data["changed_at"] == changed.isoformat()
    assert life.facts.spells[0].ended_at == event.happened_at == life.at


def test_withdrawn_twice_names_who_was_first() -> None:
    life = Life().ready()
    life.does(life.ward, withdraw_ready_notice, reason="deteriorated")
    with refused(AlreadyDone, says=f"Redan återtagen av {life.ward.name}"):
        life.does(life.ward, withdraw_ready_notice, reason="deteriorated")


@pytest.mark.parametrize(
    "arguments", [{"reason": "fel"}, {"reason": "other"}, {"reason": "other", "text": "  "}]
)
def test_a_withdrawal_needs_a_reason(arguments: dict[str, str]) -> None:
    life = Life().ready()
    with refused(InvalidInput, field="reason"):
        life.does(life.ward, withdraw_ready_notice, **arguments)


def test_there_must_be_something_to_withdraw() -> None:
    life = Life()
    with refused(StageNotAllowed, says="inte utskrivningsklar"):
        life.does(life.ward, withdraw_ready_notice, reason="deteriorated")


def test_a_new_notice_has_its_own_day_zero() -> None:
    life = Life().ready()
    life.does(life.ward, withdraw_ready_notice, reason="deteriorated")
    life.later(days=2).ready()
    assert life.row.day_zero == date(2026, 3, 5)
    assert [spell.end for spell in life.facts.spells] == ["withdrawn", None]
    live = Obligation.objects.filter(code="payment_day_begins", cancelled_at=None)
    assert live.get().due_at == local_midnight(date(2026, 3, 8))


def test_a_voided_notice_was_never_true() -> None:
    life = Life().ready()
    notice = life.last("ready_notice_sent")
    life.does(life.ward, void_ready_notice, reason="Fel patient")
    event = life.last("ready_notice_entered_in_error")
    assert event.corrects_id == notice.pk
    assert life.told("ready_notice_entered_in_error") == UNITS
    assert (life.row.readiness, life.facts.spells[0].end) == ("not_ready", "annulled")


@pytest.mark.parametrize("reason", ["", " ", "x" * 301])
def test_a_voided_notice_needs_a_reason(reason: str) -> None:
    life = Life().ready()
    with refused(InvalidInput, field="reason"):
        life.does(life.ward, void_ready_notice, reason=reason)


def test_a_notice_is_voided_once() -> None:
    life = Life().ready()
    life.does(life.ward, void_ready_notice, reason="Fel patient")
    with refused(AlreadyDone, says=f"av {life.ward.name}"):
        life.does(life.ward, void_ready_notice, reason="Fel patient")


def test_the_municipality_neither_sends_nor_withdraws() -> None:
    life = Life(at=NOW).ready()
    with refused(NotPermitted):
        life.does(life.municipality, withdraw_ready_notice, reason="deteriorated")


def test_the_physicians_assessment_stands_beside_the_notice_and_tells_nobody() -> None:
    life = Life()
    then = life.at
    life.ready()
    judged, sent = life.last("readiness_assessed"), life.last("ready_notice_sent")
    assert judged.data == {"physician": "Jonas Ek", "assessed_at": then.isoformat()}
    assert (judged.happened_at, judged.recorded_at, judged.seq) == (then, sent.recorded_at, sent.seq - 1)
    assert life.told("readiness_assessed") == set()
