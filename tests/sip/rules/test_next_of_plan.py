"""What a plan waits for: the own unit's first, and a follow-up before the call to it."""

import pytest

from sip.rules.next_of_plan import next_of_plan
from sip.rules.owed import plan_duties
from tests.discharge.rules.case_story import local

from .plan_story import CARE, NURSE, SOCIAL, PlanStory, confirming, document, summoned


def waits(story: PlanStory, unit: str, when: str) -> tuple[str, bool, bool]:
    at = local(when)
    duties = [one for one in plan_duties(story.facts, document(story), NURSE) if one.starts_at <= at]
    found = next_of_plan(duties, {unit}, at)
    return (found.duty.code if found.duty else "", found.mine, found.late)


@pytest.mark.parametrize(
    ("unit", "when", "found"),
    [
        (CARE, "2026-03-03 12.00", ("answer_sip_summons", True, False)),
        (NURSE, "2026-03-03 12.00", ("answer_sip_summons", False, False)),
        (NURSE, "2026-03-06 12.00", ("record_sip_meeting", True, False)),
        (NURSE, "2026-03-10 12.00", ("record_sip_meeting", True, True)),
        (SOCIAL, "2026-03-06 12.00", ("answer_sip_summons", True, True)),
    ],
)
def test_the_own_duty_first(unit: str, when: str, found: tuple[str, bool, bool]) -> None:
    assert waits(summoned(), unit, when) == found


@pytest.mark.parametrize(
    ("when", "found"),
    [
        ("2026-05-01 12.00", ("", False, False)),
        ("2026-05-06 12.00", ("summon_sip_follow_up", True, False)),
        ("2026-06-03 12.00", ("follow_up_plan", True, False)),
        ("2026-06-04 12.00", ("follow_up_plan", True, True)),
    ],
)
def test_a_follow_up_before_the_call_to_it(when: str, found: tuple[str, bool, bool]) -> None:
    story = confirming().established("2026-04-08 10.00", "2026-06-03")
    story.tell("2026-04-09 10.00", "sip_shared_with_person", no=1, way="paper")
    assert waits(story, NURSE, when) == found


def test_a_plan_that_nobody_owes_waits_for_nothing() -> None:
    assert next_of_plan([], {NURSE}, local("2026-03-03 12.00")).duty is None
