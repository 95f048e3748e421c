"""A notice that went on paper in an outage: it counts from then when the receiver has said so, and not before."""

from datetime import date, datetime, timedelta
from typing import Any

import pytest

from discharge.actions.confirm_late_registration import confirm_late_registration
from discharge.actions.contest_late_registration import contest_late_registration
from discharge.actions.mark_ready_for_discharge import mark_ready_for_discharge
from discharge.actions.register_paper_notice import register_paper_notice
from discharge.actions.state_outpatient_readiness import state_outpatient_readiness
from discharge.models import PaperSerial
from discharge.queries.ledger import ledger_of
from discharge.verify import Difference, differences
from lus.deadlines.models import Obligation
from lus.deadlines.sweep import sweep_due
from lus.downtime.models import PaperForm
from lus.downtime.paper_forms import SerialOfOtherForm, make_pack
from lus.refusals import InvalidInput, NotThere, TimeNotPossible
from sip.actions.assess_sip_need import assess_sip_need

from .correction_lives import on_paper, registered
from .life import Life, refused

pytestmark = pytest.mark.django_db
TESTED_ACTS = ("register_paper_notice", "confirm_late_registration", "contest_late_registration")


def faxed_the_day_before() -> Life:
    """Ready on Tuesday 3 March at noon by fax; the system took it on Wednesday. Nothing else is missing."""
    life = Life(at=datetime.fromisoformat("2026-03-02T10:00+01:00"))
    life.does(life.ward, assess_sip_need, needed=False, reason="Ensam huvudman")
    life.does(life.primary_care, state_outpatient_readiness, ready=True)
    life.at = datetime.fromisoformat("2026-03-04T10:00+01:00")
    life.does(
        life.ward,
        mark_ready_for_discharge,
        physician="Jonas Ek",
        assessed_at=datetime.fromisoformat("2026-03-03T09:00+01:00"),
        legal_ground="consent",
    )
    life.does(life.ward, register_paper_notice, **on_paper(life, hours=24))
    return life


def code_on(life: Life, day: date, at: datetime) -> str:
    ledger = ledger_of(life.facts, at=at)
    line = ledger.on(day) if ledger else None
    return str(line.code) if line else ""


def answer(life: Life, act: Any, **more: Any) -> None:
    life.does(life.municipality, act, registration_id=life.last("late_registration_made").pk, **more)


def proven() -> bool:
    return [one for one in differences() if isinstance(one, Difference)] == []


LATER = datetime.fromisoformat("2026-03-20T12:00+01:00")
FIRST = date(2026, 3, 6)  # the first possible payment day, counted from the fax


def test_the_paper_time_waits_for_the_receiver() -> None:
    life = registered()
    notice = life.last("ready_notice_sent")
    assert life.row.ready_sent_at == notice.happened_at
    assert life.told("late_registration_made") == {"Nacka"}
    assert "answer_late_registration" in life.owes(life.municipality)
    answer(life, confirm_late_registration)
    assert life.row.ready_sent_at == notice.happened_at - timedelta(minutes=5)
    assert "answer_late_registration" not in life.owes(life.municipality)
    assert life.last("ready_notice_sent").happened_at == notice.happened_at
    assert proven()


def test_a_contested_paper_never_counts() -> None:
    life = registered()
    sent_at = life.row.ready_sent_at
    answer(life, contest_late_registration, text="Inget fax kom")
    assert life.row.ready_sent_at == sent_at
    with refused(NotThere):
        answer(life, confirm_late_registration)
    assert proven()


def test_a_confirmed_paper_moves_the_first_payment_day() -> None:
    life = faxed_the_day_before()
    assert life.row.first_liable_day == date(2026, 3, 7)
    answer(life, confirm_late_registration)
    assert life.row.first_liable_day == FIRST
    assert code_on(life, FIRST, LATER) == "liable_shadow"


def test_until_then_no_day_rests_on_it() -> None:
    life = faxed_the_day_before()
    assert code_on(life, FIRST, LATER) == "grace"
    assert code_on(life, date(2026, 3, 7), LATER) == "liable_shadow"


def test_five_working_days_of_silence_hold_but_make_no_payment_day() -> None:
    life = faxed_the_day_before()
    due = Obligation.objects.get(code="answer_late_registration").due_at
    assert due == datetime.fromisoformat("2026-03-12T00:00+01:00")
    life.at = due
    sweep_due(at=due)
    assert life.last("late_registration_confirmed").data["how"] == "silence"
    assert life.last("late_registration_confirmed").actor_kind == "clock"
    assert life.row.first_liable_day == FIRST
    assert code_on(life, FIRST, LATER) == "blocked_late_registration"
    ledger = ledger_of(life.facts, at=LATER)
    assert ledger is not None
    assert "blocked_late_registration" in ledger.blocked_by
    answer(life, confirm_late_registration)
    assert code_on(life, FIRST, LATER) == "liable_shadow"
    assert life.last("payment_recalculated").data["new_days"][0] == FIRST.isoformat()
    assert proven()


def test_a_serial_is_used_once_in_the_whole_system() -> None:
    life, other = registered(), Life().later(hours=3).ready()
    with refused(InvalidInput, code="serial-used", field="serial"):
        other.does(other.ward, register_paper_notice, **on_paper(other))
    assert PaperSerial.objects.get().event_id == life.last("late_registration_made").pk


@pytest.mark.parametrize("serial", ["", "AB-1", "ABC 123", "A" * 21, "ÅÄÖ-123"])
def test_a_serial_has_its_shape(serial: str) -> None:
    life = Life().later(hours=3).ready()
    with refused(InvalidInput, field="serial"):
        life.does(life.ward, register_paper_notice, **on_paper(life, serial))


def test_the_paper_cannot_go_to_who_was_not_told() -> None:
    life = Life().later(hours=3).ready()
    with refused(InvalidInput, field="unit_id"):
        life.does(life.ward, register_paper_notice, **on_paper(life) | {"unit_id": life.ward.unit_id})


@pytest.mark.parametrize("delta", [{"minutes": -5}, {"hours": 1}, {"days": 3}])
def test_a_paper_time_that_cannot_be_is_refused(delta: dict[str, float]) -> None:
    """After the system took it; before the physician judged; before the admission."""
    life = Life().later(hours=3).ready()
    with refused(TimeNotPossible, code="wrong-order", field="happened_at"):
        life.does(life.ward, register_paper_notice, **on_paper(life, "AVD72-0001", **delta))


def test_only_the_unit_that_got_the_paper_answers() -> None:
    life = registered()
    with refused(NotThere):
        life.does(
            life.primary_care,
            confirm_late_registration,
            registration_id=life.last("late_registration_made").pk,
        )


def test_a_form_of_the_own_pack_is_at_large_no_more() -> None:
    life = Life().ready()
    make_pack(life.ward, ["ready_notice", "sip_summons"], 1, at=life.at)
    other, right = (PaperForm.objects.get(form=form).serial for form in ("sip_summons", "ready_notice"))
    with refused(SerialOfOtherForm):
        life.does(life.ward, register_paper_notice, **{**on_paper(life), "serial": other})
    life.does(life.ward, register_paper_notice, **{**on_paper(life), "serial": right})
    assert list(PaperForm.objects.filter(used_at__isnull=True).values_list("serial", flat=True)) == [other]
