"""A fact that was wrong: what follows from the right one, who is told, who may, and what cannot be."""

from datetime import date, datetime, timedelta
from typing import Any

import pytest

from discharge.actions.confirm_correction import confirm_correction
from discharge.actions.correct_event import correct_event
from discharge.actions.discharge_patient import discharge_patient
from discharge.actions.end_leave import end_leave
from discharge.actions.state_outpatient_readiness import state_outpatient_readiness
from discharge.queries.case_page import case_page
from discharge.queries.ledger import ledger_of
from discharge.verify import Difference, differences
from lus.deadlines.models import Obligation
from lus.refusals import InvalidInput, NotThere, StageNotAllowed, TimeNotPossible

from .chain_lives import away
from .correction_lives import colleague, proposed
from .life import Life, names, refused
from .test_note_payment_day import ready_on

pytestmark = pytest.mark.django_db
TESTED_ACTS = ("correct_event", "confirm_correction")


def correct(life: Life, name: str, actor: Any = None, **values: Any) -> Any:
    text = {key: value.isoformat() if isinstance(value, datetime) else value for key, value in values.items()}
    event_id = life.last(name).pk
    return life.does(actor or life.ward, correct_event, event_id=event_id, values=text, reason="Fel uppgift")


def counted(life: Life) -> list[str]:
    ledger = ledger_of(life.facts, at=life.at)
    assert ledger is not None
    return [line.date.isoformat() for line in ledger.lines if line.code in ("liable", "liable_shadow")]


def home_on(day: date) -> Life:
    """Ready on 3 March, home on ``day`` in the evening: it counts from 6 March."""
    life = ready_on(date(2026, 3, 3))
    life.at = life.at.replace(day=day.day, hour=17)
    return life.left()


def proven() -> bool:
    return [one for one in differences() if isinstance(one, Difference)] == []


def test_the_right_fact_is_what_the_case_stands_on_and_the_first_is_kept() -> None:
    life = Life().ready().later(hours=3).left()
    first = life.last("patient_discharged")
    left_at = first.happened_at - timedelta(hours=1)
    facts = correct(life, "patient_discharged", happened_at=left_at, destination="short_term")
    assert (facts.discharged_at, facts.destination) == (left_at, "short_term")
    assert (life.row.discharged_at, life.row.destination) == (left_at, "short_term")
    event = life.last("event_corrected")
    assert event.corrects_id == first.pk
    assert event.data["old"] == {"happened_at": first.happened_at.isoformat(), "destination": "home"}
    assert life.last("patient_discharged").happened_at == first.happened_at
    assert life.told("event_corrected") == {"Nacka", "Vårdcentralen Solen"}
    assert proven()


def test_duties_and_clocks_follow_the_right_time() -> None:
    life = Life().ready().later(hours=30).left()
    before = Obligation.objects.get(code="case_closes", cancelled_at=None)
    left_at = life.last("patient_discharged").happened_at - timedelta(hours=24)
    correct(life, "patient_discharged", happened_at=left_at)
    after = Obligation.objects.get(code="case_closes", cancelled_at=None)
    assert before.due_at is not None
    assert after.due_at == before.due_at - timedelta(days=1)


def test_nobody_is_asked_for_a_receipt_of_a_corrected_fact() -> None:
    life = Life().left()
    correct(life, "patient_discharged", destination="short_term")
    assert "event_corrected" not in {item.kind for item in life.facts.deliveries}
    assert "limits" not in life.last("event_corrected").data


def test_the_newest_correction_of_each_field_holds() -> None:
    life = Life().ready().later(hours=3).left()
    correct(life, "patient_discharged", destination="short_term")
    correct(life, "patient_discharged", destination="hvb")
    left_at = life.last("patient_discharged").happened_at - timedelta(hours=1)
    facts = correct(life, "patient_discharged", happened_at=left_at)
    assert (facts.destination, facts.discharged_at) == ("hvb", left_at)


def test_care_form_and_admission_are_corrected_too() -> None:
    life = Life()
    admitted_at = life.row.admitted_at - timedelta(hours=2)
    correct(life, "case_opened", care_form="geriatric")
    correct(life, "patient_admitted", happened_at=admitted_at)
    assert (life.row.care_form, life.row.admitted_at) == ("geriatric", admitted_at)
    assert proven()


def test_days_that_no_longer_count_are_written_down_and_told() -> None:
    life = home_on(date(2026, 3, 9))
    assert counted(life) == ["2026-03-06", "2026-03-07", "2026-03-08"]
    left_at = life.last("patient_discharged").happened_at - timedelta(days=1)
    version = life.facts.version
    correct(life, "patient_discharged", happened_at=left_at)
    assert names(life.new_since(version)) == ["event_corrected", "payment_recalculated"]
    event = life.last("payment_recalculated")
    assert event.data["old_days"] == ["2026-03-06", "2026-03-07", "2026-03-08"]
    assert event.data["new_days"] == ["2026-03-06", "2026-03-07"]
    assert event.data["explanation"] == "3 → 2 räknade dagar: sön 8/3 räknas inte längre."
    assert event.actor_kind == "clock"
    assert life.told("payment_recalculated") == {"Avd 72", "Nacka", "Vårdcentralen Solen"}


def test_a_discharge_that_is_registered_late_is_recalculated_as_well() -> None:
    life = ready_on(date(2026, 3, 3))
    left_at = life.at.replace(day=7, hour=17)
    life.at = left_at + timedelta(days=2)
    life.does(
        life.ward, discharge_patient, left_at=left_at, destination="home", late_reason="Glömdes över helgen"
    )
    said = life.last("payment_recalculated").data["explanation"]
    assert said == "4 → 1 räknade dagar: lör 7/3, sön 8/3 och mån 9/3 räknas inte längre."


def test_more_days_never_count_on_one_persons_word() -> None:
    life = home_on(date(2026, 3, 8))
    later = life.last("patient_discharged").happened_at + timedelta(hours=23)
    life.later(hours=24)
    correct(life, "patient_discharged", happened_at=later)
    assert life.last("event_correction_proposed").data["why"] == "Rättelsen gör att fler dagar räknas."
    assert counted(life) == ["2026-03-06", "2026-03-07"]
    with refused(StageNotAllowed, code="second-person-needed", says="kräver en andra person"):
        life.does(life.ward, confirm_correction, proposal_id=life.last("event_correction_proposed").pk)
    life.does(colleague(life.ward), confirm_correction, proposal_id=life.last("event_correction_proposed").pk)
    assert counted(life) == ["2026-03-06", "2026-03-07", "2026-03-08"]
    assert life.facts.corrections.proposals == ()
    assert proven()


def test_outpatient_care_that_is_moved_back_does_not_make_days() -> None:
    life = ready_on(date(2026, 3, 3))
    life.does(life.primary_care, state_outpatient_readiness, ready=False)
    life.later(days=4)
    life.does(life.primary_care, state_outpatient_readiness, ready=True)
    back = life.last("outpatient_readiness_stated").happened_at - timedelta(days=3)
    life.later(hours=1)
    was = counted(life)
    correct(life, "outpatient_readiness_stated", life.primary_care, happened_at=back)
    assert counted(life) == was


def test_three_days_after_the_discharge_a_colleague_must_confirm() -> None:
    life = proposed()
    first = life.last("patient_discharged").happened_at
    assert life.last("event_correction_proposed").data["why"].startswith("Mer än tre dagar")
    assert life.row.discharged_at == first
    life.does(life.ward, confirm_correction, proposal_id=life.last("event_correction_proposed").pk)
    assert life.row.discharged_at == first - timedelta(hours=1)


def test_another_units_fact_is_not_corrected() -> None:
    life = Life().left()
    with refused(StageNotAllowed, code="not-own-fact", says="Avd 72"):
        correct(life, "patient_discharged", life.municipality, destination="short_term")


def test_a_sent_time_and_a_recipient_are_never_corrected() -> None:
    life = Life().ready()
    with refused(InvalidInput, field="values"):
        correct(life, "ready_notice_sent", happened_at=life.at - timedelta(hours=1))
    with refused(NotThere):
        correct(life, "admission_notice_sent", happened_at=life.at)


@pytest.mark.parametrize(
    ("off", "code"),
    [
        (timedelta(hours=5), "time-in-future"),
        (timedelta(days=-3), "before-admission"),
        (timedelta(hours=-2), "wrong-order"),
    ],
)
def test_a_time_that_cannot_be_is_refused(off: timedelta, code: str) -> None:
    life = Life().later(hours=2).ready().later(hours=1).left()
    with refused(TimeNotPossible, code=code, field="happened_at"):
        correct(life, "patient_discharged", happened_at=life.last("patient_discharged").happened_at + off)


def test_the_admission_cannot_come_after_what_happened_then() -> None:
    life = Life().left()
    after = life.last("patient_discharged").happened_at + timedelta(minutes=5)
    with refused(TimeNotPossible, code="wrong-order", says="patienten skrevs ut"):
        correct(life, "patient_admitted", happened_at=after)


def test_leave_keeps_its_order() -> None:
    life = away().later(hours=5)
    life.does(life.ward, end_leave, back_at=life.at)
    with refused(TimeNotPossible, code="wrong-order", says="permissionen började"):
        back = life.last("leave_started").happened_at - timedelta(minutes=30)
        correct(life, "leave_ended", happened_at=back)


def test_the_same_again_is_no_correction() -> None:
    life = Life().left()
    with refused(InvalidInput, says="densamma"):
        correct(life, "patient_discharged", destination="home")


def test_the_other_units_read_the_right_fact() -> None:
    life = Life().left()
    correct(life, "patient_discharged", destination="short_term")
    assert case_page(life.municipality, life.case.pk, at=life.at).facts.destination == "short_term"
