"""Of several notices in the same matter a unit owes a receipt for the latest only."""

from discharge.rules.obligations import obligations

from .case_story import NACKA, VC, Story


def owed(story: Story, unit: str = NACKA) -> list[str]:
    """The ids of the notices that the unit still is to acknowledge."""
    return [
        duty.key
        for duty in obligations(story.facts())
        if duty.code == "acknowledge" and duty.unit_id == unit and duty.met_at is None
    ]


def told() -> Story:
    story = Story().admitted().noticed("09.00")
    return story.read("09.10", NACKA, story.last).read("09.10", VC, "e4")


def test_a_notice_that_was_taken_back_is_no_work_but_the_withdrawal_is() -> None:
    story = told().ready("10.00")
    story.tell("11.00", "ready_notice_withdrawn", reason="worse", text="", recipients=[NACKA, VC])
    assert owed(story) == [story.last]


def test_ready_again_asks_for_the_newest_notice_alone() -> None:
    story = told().ready("10.00")
    story.tell("11.00", "ready_notice_withdrawn", reason="worse", text="", recipients=[NACKA, VC])
    story.ready("14.00")
    assert owed(story) == [story.last]


def test_what_was_acknowledged_before_stays_a_duty_that_was_met() -> None:
    story = told().ready("10.00")
    ready = story.last
    story.read("10.05", NACKA, ready)
    story.tell("11.00", "ready_notice_withdrawn", reason="worse", text="", recipients=[NACKA, VC])
    met = [duty.key for duty in obligations(story.facts()) if duty.code == "acknowledge" and duty.met_at]
    assert ready in met
    assert owed(story) == [story.last]


def test_a_newer_date_that_the_unit_was_not_asked_about_leaves_the_older_one_to_read() -> None:
    story = told()
    for clock, new, units in (("10.00", "2026-05-09", [NACKA, VC]), ("11.00", "2026-05-10", [VC])):
        asked = [{"unit_id": unit, "why": ["day"]} for unit in units]
        story.tell(
            clock, "expected_discharge_changed", old="2026-05-08", new=new, reason="medical", recipients=asked
        )
    assert len(owed(story, NACKA)) == len(owed(story, VC)) == 1
    assert owed(story, VC) == [story.last]
    assert owed(story, NACKA) != [story.last]


def test_notices_in_different_matters_are_each_to_be_read() -> None:
    story = Story().admitted().noticed("09.00").ready("10.00")
    assert len(owed(story)) == 2
