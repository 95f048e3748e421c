"""Who everyone waits for: days belong to every reason that is open when the day ends."""

from datetime import date

import pytest

from discharge.rules.waiting_reasons import open_reasons, waited
from tests.discharge.rules.case_story import NACKA, VC, Story

DAY_ZERO = date(2026, 5, 4)


def opened(story: Story, clock: str, code: str, owner: str, since: str) -> str:
    return story.tell(
        clock, "waiting_reason_opened", code=code, unit_id=owner, since=since, comment="Ord"
    ).last


def ready() -> Story:
    return Story().admitted().noticed().ready("10.00")


def test_several_reasons_share_a_day_and_one_that_ended_does_not_get_its_last() -> None:
    story = ready()
    first = opened(story, "2026-05-05 09.00", "municipal_decision", NACKA, "2026-05-05")
    opened(story, "2026-05-06 09.00", "regional_outpatient", VC, "2026-05-06")
    story.tell(
        "2026-05-07 09.00", "waiting_reason_closed", reason_id=first, unit_id=NACKA, until="2026-05-07"
    )
    found = waited(story.facts(), DAY_ZERO, date(2026, 5, 8))
    assert dict(found.by_reason) == {("municipal_decision", NACKA): 2, ("regional_outpatient", VC): 3}
    assert [len(day.reasons) for day in found.days] == [1, 2, 1, 1]
    assert found.unexplained == 0


def test_days_past_day_zero_without_a_reason_are_told() -> None:
    assert waited(ready().facts(), DAY_ZERO, date(2026, 5, 7)).unexplained == 3
    assert waited(ready().facts(), DAY_ZERO, DAY_ZERO).days == ()


@pytest.mark.parametrize(
    ("event", "days", "ended_by"),
    [
        ("patient_discharged", 2, "discharged"),
        ("patient_deceased_recorded", 2, "died"),
        ("ready_notice_withdrawn", 2, "withdrawn"),
        ("ready_notice_entered_in_error", 0, "annulled"),
        ("case_entered_in_error", 0, "annulled"),
    ],
)
def test_what_ends_the_notice_ends_the_reasons(event: str, days: int, ended_by: str) -> None:
    story = ready()
    opened(story, "2026-05-05 09.00", "infection", NACKA, "2026-05-05")
    story.tell("2026-05-07 12.00", event, destination="home", reason="", recipients=[])
    facts = story.facts()
    assert open_reasons(facts) == ()
    assert facts.waiting[0].ended_by == ended_by
    assert sum(number for _, number in waited(facts, None, date(2026, 5, 9)).by_reason) == days


def test_an_undone_discharge_lets_the_reasons_run_on() -> None:
    story = ready()
    opened(story, "2026-05-05 09.00", "infection", NACKA, "2026-05-05")
    story.tell("2026-05-06 12.00", "patient_discharged", destination="home", recipients=[])
    story.tell("2026-05-06 13.00", "discharge_corrected", reason="Fel", recipients=[])
    assert [reason.code for reason in open_reasons(story.facts())] == ["infection"]


def test_both_texts_of_a_contested_reason_are_kept() -> None:
    story = ready()
    reason = opened(story, "2026-05-05 09.00", "municipal_decision", NACKA, "2026-05-05")
    story.tell(
        "10.00", "waiting_reason_contested", NACKA, reason_id=reason, unit_id=NACKA, text="Beslut finns."
    )
    found = story.facts().waiting[0]
    assert (found.comment, found.contested, found.contested_by) == (
        "Ord",
        "Beslut finns.",
        "Nacka mottagning",
    )
