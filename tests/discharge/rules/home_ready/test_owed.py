"""The list's duties: one for each unit with points to answer, and a reason by ten the day after day zero."""

from datetime import date

from discharge.rules.obligations import obligations
from discharge.rules.owed import Obligation
from tests.discharge.rules.case_story import NACKA, VC, WARD, Story, local

from .home_story import answer_all

DAY_ZERO = date(2026, 5, 4)


def duties(story: Story, code: str) -> dict[str | None, Obligation]:
    return {duty.unit_id: duty for duty in obligations(story.facts(), day_zero=DAY_ZERO) if duty.code == code}


def ready() -> Story:
    return Story().admitted(social_services=True).noticed().ready("10.00")


def open_reason(story: Story, clock: str, **data: str) -> Story:
    said = {"code": "municipal_decision", "unit_id": NACKA, "since": "2026-05-04", "comment": "", **data}
    return story.tell(clock, "waiting_reason_opened", **said)


def test_nothing_is_owed_before_somebody_plans_or_the_patient_may_leave() -> None:
    assert duties(Story().admitted().noticed(), "settle_home_ready_points") == {}
    planned = Story().admitted().noticed().tell("10.00", "planning_started", NACKA, unit_id=NACKA)
    assert set(duties(planned, "settle_home_ready_points")) == {WARD, NACKA}


def test_each_unit_has_one_duty_with_the_number_of_its_points() -> None:
    story = answer_all(ready(), "11.00", without=("CL-K2",))
    found = duties(story, "settle_home_ready_points")
    assert set(found) == {WARD, NACKA, VC}
    assert found[NACKA].sentence == "Åtgärda punkt K2 nycklar"
    assert (found[VC].met_at, found[NACKA].met_at) == (story.at("11.00"), None)
    assert found[NACKA].due_at == local("2026-05-08 00.00")
    assert duties(ready(), "settle_home_ready_points")[VC].sentence.startswith("Åtgärda 4 punkter, först B3")


def test_the_ward_says_why_by_ten_the_day_after_day_zero() -> None:
    found = duties(ready(), "open_waiting_reason")[WARD]
    assert (found.due_at, found.met_at, found.basis) == (local("2026-05-05 10.00"), None, "routine")
    told = open_reason(ready(), "13.00")
    assert duties(told, "open_waiting_reason")[WARD].met_at == told.at("13.00")


def test_when_the_last_reason_is_closed_a_new_one_is_owed_the_next_day() -> None:
    story = open_reason(ready(), "13.00")
    story.tell(
        "2026-05-06 14.00", "waiting_reason_closed", reason_id=story.last, unit_id=NACKA, until="2026-05-06"
    )
    waiting = [
        duty
        for duty in obligations(story.facts(), day_zero=DAY_ZERO)
        if duty.code == "open_waiting_reason" and not duty.met_at
    ]
    assert [duty.due_at for duty in waiting] == [local("2026-05-07 10.00")]


def test_a_patient_who_has_left_owes_neither() -> None:
    story = ready().discharged("15.00")
    assert duties(story, "settle_home_ready_points") == duties(story, "open_waiting_reason") == {}
