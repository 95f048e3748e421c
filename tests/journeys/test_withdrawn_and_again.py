"""Återtagen och ny: what was counted stands, and the new notice has its own day zero."""

from datetime import date, timedelta

import pytest

from discharge.actions.assess_need import Needs
from discharge.actions.discharge_patient import discharge_patient
from discharge.actions.undo_discharge import undo_discharge
from discharge.actions.void_ready_notice import void_ready_notice
from discharge.actions.withdraw_ready_notice import withdraw_ready_notice

from .story import NACKA, SOLEN, Story, clock

pytestmark = pytest.mark.django_db

MON = date(2026, 3, 2)
DAYS = [MON + timedelta(days=n) for n in range(14)]
ALONE = Needs(social_services=True)

FIRST = [
    ("02/03", "day_zero", "0"),
    ("03/03", "grace", "1 av 2"),
    ("04/03", "grace", "2 av 2"),
    ("05/03", "liable_shadow", "1"),
]


def ready_on_monday() -> Story:
    """Without any agreement: the statute counts, as shadow days."""
    story = Story(MON - timedelta(days=2), needs=ALONE)
    story.is_ready(MON)
    story.midnight(DAYS[3])
    assert story.last("payment_day_counted").data["day"] == DAYS[3].isoformat()
    return story


def test_a_day_that_was_counted_stands_and_the_new_notice_begins_anew() -> None:
    # given a count that has reached its first payment day
    story = ready_on_monday()
    # when the patient gets worse on Friday, and is ready again after noon on Monday
    story.when(DAYS[4], "9.00", story.ward, withdraw_ready_notice, reason="deteriorated")
    assert story.told("ready_notice_withdrawn") == {NACKA, SOLEN}
    story.midnight(DAYS[6])
    story.is_ready(DAYS[7], "12.30")
    assert (story.row.day_zero, story.row.first_liable_day) == (DAYS[8], DAYS[11])
    story.midnight(DAYS[11])
    # then the days without a notice are nobody's, and the figure goes on from one
    assert story.strip(DAYS[11]) == [
        *FIRST,
        ("06/03", "withdrawal_day", ""),
        ("07/03", "not_ready", ""),
        ("08/03", "not_ready", ""),
        ("09/03", "before_day_zero", ""),
        ("10/03", "day_zero", "0"),
        ("11/03", "grace", "1 av 2"),
        ("12/03", "grace", "2 av 2"),
        ("13/03", "liable_shadow", "2"),
    ]
    assert story.last("payment_day_counted").data["day"] == DAYS[11].isoformat()


def test_a_notice_withdrawn_and_sent_again_the_same_day_still_has_one_line_for_the_day() -> None:
    story = ready_on_monday()
    story.when(DAYS[4], "9.00", story.ward, withdraw_ready_notice, reason="assessment_changed")
    story.is_ready(DAYS[4], "11.00")
    assert story.strip(DAYS[5])[-2:] == [("06/03", "day_zero", "0"), ("07/03", "grace", "1 av 2")]


def test_a_notice_that_was_never_true_counts_for_nobody() -> None:
    story = ready_on_monday()
    story.when(DAYS[4], "9.00", story.ward, void_ready_notice, reason="Fel patient")
    codes = {code for _, code, _ in story.strip(DAYS[5])}
    assert codes <= {"annulled", "not_ready"}
    assert story.ledger(DAYS[5]).shadow_days == 0


def test_an_undone_discharge_lets_the_count_run_on_as_if_nothing() -> None:
    story = ready_on_monday()
    left = clock(DAYS[4], "9.00")
    story.when(DAYS[4], "9.00", story.ward, discharge_patient, left_at=left, destination="home")
    assert story.strip(DAYS[4]) == [*FIRST, ("06/03", "discharge_day", "")]
    story.when(DAYS[4], "9.30", story.ward, undo_discharge, reason="Fel patient")
    assert story.strip(DAYS[4]) == [*FIRST, ("06/03", "liable_shadow", "2")]
