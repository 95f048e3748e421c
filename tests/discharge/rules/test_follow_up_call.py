"""Uppföljning 48–72 h: who owes it and when, what an attempt is, and that the case waits for it."""

import pytest

from discharge.rules.follow_up_call import RESULTS, free_days_reminder, window_words
from discharge.rules.obligations import Obligation, obligations
from discharge.rules.stages import allowed_acts, refusal

from .case_story import NACKA, VC, WARD, Story, local


def home(day: str = "2026-05-04") -> Story:
    story = Story(day).admitted().noticed()
    story.tell("14.00", "follow_up_call_planned", unit_id=VC)
    return story.tell("15.00", "patient_discharged", destination="home", recipients=[])


def duties(story: Story) -> dict[str, Obligation]:
    return {duty.code: duty for duty in obligations(story.facts())}


def test_the_call_is_owed_from_48_to_72_hours_by_the_unit_that_was_chosen() -> None:
    duty = duties(home())["record_follow_up_call"]
    assert (duty.unit_id, duty.basis) == (VC, "routine")
    assert (duty.starts_at, duty.due_at) == (local("2026-05-06 15.00"), local("2026-05-07 15.00"))
    assert "ons 6/5 15.00 till tor 7/5 15.00" in duty.explanation


def test_over_the_spring_night_the_hours_are_real_hours() -> None:
    assert window_words(local("2026-03-27 15.00")) == "sön 29/3 16.00 till mån 30/3 16.00"


def test_no_call_is_owed_before_the_patient_has_left_or_when_none_is_planned() -> None:
    story = Story().admitted().noticed().tell("14.00", "follow_up_call_planned", unit_id=VC)
    assert "record_follow_up_call" not in duties(story)
    assert "record_follow_up_call" not in duties(Story().admitted().noticed().discharged("15.00"))


def test_not_reached_is_an_attempt_and_the_call_stays_owed() -> None:
    story = home().on("2026-05-06").tell("16.00", "follow_up_call_done", VC, unit_id=VC, result="not_reached")
    assert duties(story)["record_follow_up_call"].met_at is None
    story.tell("17.00", "follow_up_call_done", VC, unit_id=VC, result="well", note="")
    assert duties(story)["record_follow_up_call"].met_at == local("2026-05-06 17.00")
    call = story.facts().leaving.call
    assert call is not None
    assert [result for _, result in call.attempts] == ["not_reached", "well"]


def test_the_case_waits_for_the_call_and_closes_at_the_end_of_the_day_it_was_made() -> None:
    story = home()
    assert "case_closes" not in duties(story)
    said = refusal("close_case", story.facts(), WARD)
    assert said is not None
    assert "avstå" in said.advice
    story.on("2026-05-06").tell("16.00", "follow_up_call_done", VC, unit_id=VC, result="well")
    assert duties(story)["case_closes"].due_at == local("2026-05-08 00.00")
    assert refusal("close_case", story.facts(), WARD) is None


def test_a_call_made_late_closes_the_case_late() -> None:
    story = home().on("2026-05-11").tell("09.00", "follow_up_call_done", VC, unit_id=VC, result="relative")
    assert duties(story)["case_closes"].due_at == local("2026-05-12 00.00")


def test_a_waived_call_is_owed_by_nobody_and_holds_nothing() -> None:
    story = home().tell("16.00", "follow_up_call_waived", VC, unit_id=VC, reason="Patienten vill inte")
    assert "record_follow_up_call" not in duties(story)
    assert "case_closes" in duties(story)


def test_when_the_caller_leaves_the_case_the_ward_chooses_another() -> None:
    story = home().tell("16.00", "concerned_unit_removed", unit_id=VC, reason="fel")
    assert duties(story)["plan_follow_up_call"].unit_id == WARD
    assert "record_follow_up_call" not in duties(story)
    story.tell("16.10", "follow_up_call_planned", unit_id=NACKA)
    assert duties(story)["record_follow_up_call"].unit_id == NACKA


def test_only_the_caller_notes_the_call_and_another_may_take_it_over() -> None:
    facts = home().facts()
    assert "record_follow_up_call" in allowed_acts(facts, VC, "outpatient")
    assert "record_follow_up_call" not in allowed_acts(facts, NACKA, "municipality")
    assert "plan_follow_up_call" in allowed_acts(facts, NACKA, "municipality")
    said = refusal("record_follow_up_call", facts, NACKA)
    assert said is not None
    assert "planera det på er" in said.advice


def test_a_call_that_is_made_is_not_planned_again() -> None:
    story = home().on("2026-05-06").tell("16.00", "follow_up_call_done", VC, unit_id=VC, result="well")
    said = refusal("plan_follow_up_call", story.facts(), WARD)
    assert said is not None
    assert said.code == "already-done"
    assert "Eva N" in said.detail


FREE = [
    (
        "Thursday: the window is Saturday to Sunday",
        "2026-05-07 14.00",
        "ring fre 8/5, annars mån 11/5",
    ),
    ("Friday: Monday is in the window", "2026-05-08 14.00", ""),
    ("Wednesday before Good Friday: free until after Easter", "2026-04-01 14.00", "annars tis 7/4"),
]


@pytest.mark.parametrize(("life", "left", "words"), FREE, ids=[row[0] for row in FREE])
def test_free_days_are_reminded_of_and_move_nothing(life: str, left: str, words: str) -> None:
    said = free_days_reminder(local(left))
    assert words in said
    assert bool(said) == bool(words)


def test_the_longest_explanation_fits_its_column() -> None:
    duty = duties(home("2026-12-23"))["record_follow_up_call"]
    assert "lediga dagar" in duty.explanation
    assert len(duty.explanation) <= 300


def test_an_undone_discharge_takes_the_duty_away_and_keeps_the_plan() -> None:
    story = home().tell("16.00", "discharge_corrected", reason="fel", recipients=[])
    assert "record_follow_up_call" not in duties(story)
    assert story.facts().leaving.call is not None


def test_exactly_one_result_is_no_answer() -> None:
    assert [key for key in RESULTS if key == "not_reached"] == ["not_reached"]
