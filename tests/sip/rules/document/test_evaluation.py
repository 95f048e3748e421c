"""Follow-up: when, what each goal came to, and what is left when the plan ends."""

from datetime import date

import pytest

from sip.rules.document.evaluation import (
    first_follow_up,
    goals_reached,
    latest_follow_up,
    left_at_closing,
    refuse_results,
)
from sip.rules.document.facts import GoalResult

from .plan_story import PlanStory, rows


def test_the_first_comes_after_four_to_eight_weeks() -> None:
    assert first_follow_up(date(2026, 3, 5)) == (date(2026, 4, 2), date(2026, 4, 30))


@pytest.mark.parametrize(
    ("day", "latest"),
    [
        (date(2026, 3, 5), date(2026, 9, 5)),
        (date(2026, 8, 31), date(2027, 2, 28)),
        (date(2027, 8, 31), date(2028, 2, 29)),
        (date(2026, 6, 30), date(2026, 12, 30)),
        (date(2026, 12, 31), date(2027, 6, 30)),
    ],
)
def test_at_the_latest_after_six_months(day: date, latest: date) -> None:
    assert latest_follow_up(day) == latest


def test_goals_reached_are_counted_among_those_that_still_matter() -> None:
    story = PlanStory().written()
    for number in (2, 3):
        story.save(f"g{number}", "goal", {"words": "Mer."})
    results = [("g1", "reached"), ("g2", "partly"), ("g3", "not_relevant"), ("gone", "reached")]
    told = [{"goal_id": goal, "result": result} for goal, result in results]
    facts = story.tell("sip_followed_up", results=told, next_on="2026-06-01").facts()
    assert goals_reached(facts) == (1, 2)
    assert facts.next_on == date(2026, 6, 1)


@pytest.mark.parametrize(
    ("results", "field"),
    [
        ([], "g1"),
        ([GoalResult("g1", "perhaps")], "g1"),
        ([GoalResult("g1", "not"), GoalResult("g9", "not")], "g9"),
        ([GoalResult("g1", "not"), GoalResult("g1", "reached")], ""),
    ],
)
def test_each_goal_has_one_answer(results: list[GoalResult], field: str) -> None:
    refusal = refuse_results(rows(), results)
    assert refusal is not None
    assert refusal.field == field
    assert refuse_results(rows(), [GoalResult("g1", "partly")]) is None


def test_measures_that_go_on_are_handed_to_somebody() -> None:
    found = rows(i1={"status": "stopped"})
    assert left_at_closing(found, []) == ("i2",)
    assert left_at_closing(found, ["i2"]) == ()
