"""Avräkning: two sides review a month line by line; a correction makes a line new; what is closed stays as it was."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest
from django.db import InternalError, transaction

from discharge.actions.answer_payment_dispute import answer_payment_dispute
from discharge.actions.approve_clean_lines import approve_clean_lines, clean_lines, seen_as
from discharge.actions.approve_payment_line import approve_payment_line
from discharge.actions.close_settlement import close_settlement
from discharge.actions.correct_event import correct_event
from discharge.actions.dispute_payment_line import dispute_payment_line
from discharge.models import SettledMonth
from discharge.queries.settlement import settlement_month
from discharge.verify import Difference, differences
from lus.events.models import Event
from lus.organisations.models import Unit, User
from lus.organisations.queries import actor_of
from lus.organisations.roles import Role
from lus.persons.models import Person
from lus.refusals import InvalidInput, NotAllowed, NotThere, Refused, StageNotAllowed, StalePage
from tests.factories import an_assignment, an_officer
from tests.journeys.story import clock, in_stockholm

from .life import Life, refused
from .settlement_lives import APRIL, MARCH, MONTH, disputed, in_force, line, month_over, stayed

pytestmark = pytest.mark.django_db

TESTED_ACTS = (
    "approve_payment_line",
    "dispute_payment_line",
    "answer_payment_dispute",
    "close_settlement",
    "approve_clean_lines",
)


def approve(life: Life, who: str = "officer", **other: Any) -> None:
    given = {"month": MONTH, "fingerprint": line(life).print_now, **other}
    life.does(getattr(life, who), approve_payment_line, **given)


def reviewed() -> Life:
    life = month_over()
    approve(life)
    approve(life, "region_officer")
    return life


def close(life: Life, who: str = "region_officer", **other: Any) -> SettledMonth:
    officer = getattr(life, who)
    other_side = "0182" if who == "region_officer" else "01"
    return close_settlement(actor=officer, at=life.at, **{"month": MONTH, "counterpart": other_side, **other})


def state(life: Life) -> str:
    return line(life).standing.state


def test_the_line_is_the_ledgers_own_days_and_money() -> None:
    life = month_over()
    found = line(life)
    assert (found.days, str(found.amount), state(life)) == (4, "36000.00", "new")


def test_both_sides_approve_before_a_line_is_reviewed() -> None:
    life = month_over()
    approve(life)
    assert (state(life), line(life).standing.approved_by) == ("new", ("payer",))
    approve(life, "region_officer")
    assert state(life) == "reviewed"


def test_a_side_approves_once() -> None:
    life = month_over()
    approve(life)
    with refused(StageNotAllowed, code="already-done", says="Redan godkänd"):
        approve(life)


def test_other_days_than_those_that_were_read_are_not_approved() -> None:
    life = month_over()
    with refused(StalePage, says="räknats om"):
        approve(life, fingerprint="0" * 16)


@pytest.mark.parametrize("month", ["2026-04", "2026-05"])
def test_a_month_that_is_not_over_is_not_reviewed(month: str) -> None:
    life = month_over()
    with refused(Refused, code="month-not-over"):
        approve(life, month=month)


def test_a_month_without_days_has_no_line() -> None:
    life = month_over()
    with refused(NotThere):
        approve(life, month="2026-02", fingerprint="x")


@pytest.mark.parametrize("month", ["mars", "2026-13", "", "2026-3"])
def test_a_month_that_cannot_be_read_is_told(month: str) -> None:
    life = month_over()
    with refused(InvalidInput, field="month"):
        approve(life, month=month)


def test_a_dispute_voids_what_was_approved_and_waits_for_the_region() -> None:
    life = reviewed()
    evidence = life.last("ready_notice_sent").pk
    life.does(life.officer, dispute_payment_line, month=MONTH, reason="withdrawn", evidence=evidence)
    assert (state(life), line(life).review.approvals) == ("disputed", ())
    with refused(StageNotAllowed, says="bestridd"):
        approve(life, "region_officer")


def test_only_the_payer_disputes_and_only_the_region_answers() -> None:
    life = disputed()
    with refused(NotAllowed, says="kommunen"):
        life.does(life.region_officer, dispute_payment_line, month=MONTH, reason="wrong_time")
    answer = {"month": MONTH, "answer": "keep", "text": "Rätt", "fingerprint": line(life).print_now}
    with refused(NotAllowed, says="regionen"):
        life.does(life.officer, answer_payment_dispute, **answer)


BAD_DISPUTES: list[tuple[dict[str, Any], str]] = [
    ({"reason": "because"}, "reason"),
    ({"reason": "other"}, "text"),
    ({"reason": "wrong_time", "text": "x" * 501}, "text"),
    ({"reason": "wrong_time", "evidence": "5c6b0f0e-3f1e-5d0a-9a44-7b3f6a4c2017"}, "evidence"),
]


@pytest.mark.parametrize(("given", "field"), BAD_DISPUTES, ids=["reason", "no text", "long", "evidence"])
def test_a_dispute_says_what_is_wrong(given: dict[str, Any], field: str) -> None:
    life = month_over()
    with refused(InvalidInput, field=field):
        life.does(life.officer, dispute_payment_line, month=MONTH, **given)


def test_keeping_the_line_is_the_regions_approval() -> None:
    life = disputed()
    answer = {"month": MONTH, "answer": "keep", "text": "Rätt", "fingerprint": line(life).print_now}
    life.does(life.region_officer, answer_payment_dispute, **answer)
    assert (state(life), line(life).standing.approved_by) == ("answered", ("region",))
    with refused(StageNotAllowed, says="inget obesvarat"):
        life.does(life.region_officer, answer_payment_dispute, **answer)
    approve(life)
    assert state(life) == "reviewed"


def test_accepting_changes_no_day_until_the_ward_corrects() -> None:
    life = disputed()
    answer = {"month": MONTH, "answer": "accept", "text": "Ni har rätt", "fingerprint": line(life).print_now}
    life.does(life.region_officer, answer_payment_dispute, **answer)
    assert (line(life).days, state(life), line(life).standing.approved_by) == (4, "answered", ())


def correct_discharge(life: Life, day: date, *, alone: bool = True) -> None:
    event = life.last("patient_discharged")
    values = {"happened_at": clock(day, "11.00").isoformat()}
    life.does(life.ward, correct_event, event_id=event.pk, values=values, reason="Fel dag")


def test_a_correction_after_the_review_makes_the_line_new_and_tells_old_and_new() -> None:
    in_force()
    life = stayed(ready=date(2026, 3, 23), days=8)  # home the 31st
    life.at = clock(date(2026, 4, 1), "10.00")
    approve(life)
    approve(life, "region_officer")
    correct_discharge(life, date(2026, 3, 30))
    found = line(life)
    assert (found.standing.state, found.standing.days_before, found.days) == ("new", 5, 4)
    assert found.two_persons


def one_person_on_both_sides(life: Life) -> Any:
    user = User.objects.get(pk=str(life.officer.user_id))
    unit_id = str(an_officer(life.ward).unit_id)
    return actor_of(an_assignment(Unit.objects.get(pk=unit_id), Role.SETTLEMENT_OFFICER, user))


def test_a_fact_registered_after_the_fact_takes_two_persons() -> None:
    in_force()
    life = stayed(ready=date(2026, 3, 23), days=8)
    life.at = clock(date(2026, 4, 1), "10.00")
    correct_discharge(life, date(2026, 3, 30))
    approve(life)
    life.region_officer = one_person_on_both_sides(life)
    with refused(StageNotAllowed, code="second-person-needed"):
        approve(life, "region_officer")


def test_a_closed_month_keeps_its_days_and_is_told_with_its_date() -> None:
    life = reviewed()
    life.later(minutes=10)
    closed = close(life)
    assert (closed.region_code, closed.payer_code, closed.month) == ("01", "0182", MARCH)
    event = life.last("settlement_closed")
    assert (event.data["days"], event.data["amount"]) == (4, "36000.00")
    assert len(event.data["approvers"]) == 2
    assert state(life) == "settled"
    for act, given in (
        (approve_payment_line, {"fingerprint": line(life).print_now}),
        (dispute_payment_line, {"reason": "wrong_time"}),
    ):
        with refused(Refused, code="settlement-closed", says="avslutades"):
            life.does(life.officer, act, month=MONTH, **given)
    with refused(Refused, code="settlement-closed"):
        close(life)
    assert [one for one in differences() if isinstance(one, Difference)] == []


def test_a_settled_month_never_changes() -> None:
    life = reviewed()
    close(life)
    for change in (SettledMonth.objects.all().delete, lambda: SettledMonth.objects.update(closed_by="B")):
        with pytest.raises(InternalError), transaction.atomic():
            change()


def test_frozen_days_stay_when_the_days_change_afterwards() -> None:
    in_force(correction_deadline_day=1)
    life = stayed(ready=date(2026, 3, 23), days=8)
    life.at = clock(date(2026, 4, 2), "8.00")
    approve(life)
    approve(life, "region_officer")
    close(life)
    correct_discharge(life, date(2026, 3, 30))
    found = line(life)
    assert (found.days, str(found.amount), found.changed_after) == (5, "45000.00", 4)


def test_undecided_lines_keep_the_month_open_and_are_named() -> None:
    life = month_over()
    approve(life)
    with refused(StageNotAllowed, code="lines-undecided", says=life.case.reference):
        close(life)


WHY_NOT: list[tuple[dict[str, Any], str, str]] = [
    ({"correction_deadline_day": None}, "payment-blocked", "ingen sista dag för rättelse"),
    ({"payment_active_from": None}, "payment-blocked", "inte aktiverat"),
    ({"payment_active_from": date(2026, 3, 7)}, "payment-blocked", "inte aktiverat"),
    ({"correction_deadline_day": 14}, "corrections-open", "14/4"),
    ({"amount_source": "socialstyrelsen"}, "payment-blocked", "inte kända"),
]


@pytest.mark.parametrize(
    ("terms", "code", "says"), WHY_NOT, ids=["no deadline", "shadow", "part shadow", "open", "no amount"]
)
def test_what_cannot_be_settled_is_told_in_words(terms: dict[str, Any], code: str, says: str) -> None:
    in_force(**terms)
    life = stayed()
    life.at = clock(APRIL, "10.00")
    approve(life)
    approve(life, "region_officer")
    with refused(StageNotAllowed, code=code, says=says):
        close(life)


@pytest.mark.parametrize(
    ("given", "code"),
    [
        ({"counterpart": "0180"}, "not-found"),
        ({"counterpart": ""}, "not-found"),
        ({"month": "2026-02"}, "not-found"),
        ({"month": "2026-04"}, "month-not-over"),
        ({"month": "x"}, "validation"),
    ],
)
def test_a_month_of_others_or_of_nobody_is_not_closed(given: dict[str, Any], code: str) -> None:
    life = reviewed()
    with refused(Refused, code=code):
        close(life, **given)


def test_the_payer_may_close_as_well() -> None:
    life = reviewed()
    close(life, "officer")
    assert state(life) == "settled"


def test_all_clean_lines_are_approved_at_once_and_the_others_left() -> None:
    in_force()
    place = in_stockholm()
    lives = [stayed(place, date(2026, 3, 2 + 7 * week)) for week in range(3)]
    officer, at = lives[0].officer, clock(APRIL, "10.00")
    for life in lives:
        life.at = at
    lives[2].does(officer, dispute_payment_line, month=MONTH, reason="wrong_time")
    shown = clean_lines(settlement_month(officer, MARCH, "01", at=at))
    known: dict[str, Any] = {"actor": officer, "month": MONTH, "counterpart": "01"}
    with refused(StalePage):
        approve_clean_lines(**known, at=at, seen="x")
    assert approve_clean_lines(**known, at=at, seen=seen_as(shown)) == 2
    with refused(StageNotAllowed, says="ingen rad"):
        approve_clean_lines(**known, at=at, seen=seen_as(shown))
    assert Event.objects.filter(name="payment_line_approved").count() == 2


def protect(life: Life) -> None:
    Person.objects.filter(pk=life.case.person_id).update(protection="sekretessmarkering")


def elsewhere(life: Life) -> None:
    other = Life()
    life.officer, life.region_officer = other.officer, other.region_officer


@pytest.mark.parametrize("change", [protect, elsewhere], ids=["protected identity", "another principal"])
@pytest.mark.parametrize("who", ["officer", "region_officer"])
def test_a_line_that_is_not_theirs_is_not_there(change: Callable[[Life], None], who: str) -> None:
    life = month_over()
    fingerprint = line(life).print_now
    change(life)
    officer = getattr(life, who)
    with refused(NotThere):
        life.does(officer, approve_payment_line, month=MONTH, fingerprint=fingerprint)
    assert settlement_month(officer, MARCH, "", at=life.at).lines == []


def test_officers_of_both_sides_are_told_and_nobody_who_cares_for_patients() -> None:
    life = month_over()
    assert life.region_officer.unit_name == "Ekonomi Region Stockholm"
    life.does(life.officer, dispute_payment_line, month=MONTH, reason="wrong_time")
    assert life.told("payment_line_disputed") == {"Ekonomi Region Stockholm"}


def test_nothing_is_asked_of_the_clock() -> None:
    life = reviewed()
    before = life.duties()
    life.at += timedelta(days=40)
    close(life)
    assert life.duties() == before
