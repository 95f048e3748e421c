"""What the events of a plan say of its meetings: who called and came, what was told, what the meeting led to."""

from datetime import timedelta
from typing import Any

import pytest

from sip.rules.leader_tells import LeaderTells, refuse_told
from sip.rules.meeting_facts import held_meetings, known_until

from .plan_story import CARE, NURSE, SOCIAL, PlanStory, local

CAME = {"attendance": [{"unit_id": CARE, "how": "phone"}, {"unit_id": SOCIAL, "how": "absent"}], "people": []}


def story() -> PlanStory:
    return PlanStory().summoned("2026-03-03 11.00", "2026-03-09 10.00", "2026-03-06")


def held(plan: PlanStory, when: str = "2026-03-09 11.00", **data: Any) -> PlanStory:
    at = local(when).isoformat()
    return plan.tell(when, "sip_meeting_held", NURSE, **{"meeting_at": at, **CAME, "person": "video", **data})


def established(plan: PlanStory) -> PlanStory:
    made = {"version": 1, "goals": "Gå ut", "responsible": "region", "follow_up_on": "2026-05-04"}
    return plan.tell("2026-03-10 10.00", "sip_established", NURSE, **made)


def facts(plan: PlanStory, number: int = 0) -> dict[str, bool]:
    return list(held_meetings(plan.facts))[number].facts


def test_who_called_and_who_came_is_read_from_the_plan() -> None:
    told = facts(held(story()))
    assert told == {
        "at_discharge": False,
        "follow_up_meeting": False,
        "called_by_region": False,
        "person_there": True,
        "region_there": True,
        "all_from_region": True,
        "municipality_there": True,  # the one that leads it
        "all_from_municipality": False,
        "relatives_there": False,
        "responsible": False,
        "goals": False,
        "follow_up_booked": False,
    }


@pytest.mark.parametrize(
    ("how", "was_there"), [("physical", True), ("representative", False), ("absent", False)]
)
def test_who_speaks_through_another_is_not_there(how: str, was_there: bool) -> None:
    assert facts(held(story(), person=how))["person_there"] is was_there


def test_what_nobody_told_is_neither_yes_nor_no() -> None:
    told = LeaderTells(True, ("none",), "older", ("technology",)).as_kept()
    known = facts(held(story(), **told))
    assert (known["premeeting"], known["physician_there"], known["school_there"]) == (True, False, False)
    assert (known["group_older"], known["group_child"]) == (True, False)
    assert (known["obstacle_technology"], known["obstacle_none"]) == (True, False)
    untold = facts(held(story(), **LeaderTells().as_kept())).keys()
    assert not {"premeeting", "physician_there", "group_older", "obstacle_none"} & untold


def test_relatives_count_as_there_when_one_of_them_came() -> None:
    plan = story()
    summons = plan.events[-1].data
    called = [{"id": "d1", "kind": "relative", "name": "Dotter"}, {"id": "t1", "kind": "interpreter"}]
    summons["participants"].extend(called)
    people = [{"participant_id": "d1", "how": "phone"}, {"participant_id": "t1", "how": "absent"}]
    told = facts(held(plan, people=people))
    assert (told["relatives_there"], told["all_invited"]) == (True, False)


def test_what_a_meeting_led_to_ends_with_the_next_meeting() -> None:
    plan = established(held(story()))
    plan.summoned("2026-04-20 10.00", "2026-05-04 10.00", "2026-04-24")
    held(plan, "2026-05-04 11.00")
    first, second = facts(plan), facts(plan, 1)
    assert [first[one] for one in ("responsible", "goals", "follow_up_booked")] == [True, True, True]
    assert [second[one] for one in ("responsible", "goals", "follow_up_booked")] == [True, True, False]


def test_what_comes_later_than_the_asked_time_is_not_known_then() -> None:
    plan = established(held(story()))
    before = known_until(plan.facts, local("2026-03-10 10.00"))
    assert next(held_meetings(before)).facts["goals"] is False
    after = known_until(plan.facts, local("2026-03-10 10.00") + timedelta(seconds=1))
    assert next(held_meetings(after)).facts["goals"] is True


@pytest.mark.parametrize(
    ("told", "field"),
    [
        (LeaderTells(present=("none", "school")), "present"),
        (LeaderTells(present=("tolken",)), "present"),
        (LeaderTells(obstacles=("other", "other")), "obstacles"),
        (LeaderTells(target_group="alla"), "target_group"),
        (LeaderTells(None, ("physician", "school"), "child", ("late_call", "other")), None),
    ],
)
def test_nothing_of_it_stands_alone(told: LeaderTells, field: str | None) -> None:
    refused = refuse_told(told)
    assert (refused.field if refused else None) == field
