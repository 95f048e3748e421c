"""The numbers of the routine: dated, told in the docs as they are, and never moved under a clock that runs."""

import re
from dataclasses import replace
from datetime import date

import pytest

from sip.rules import policy
from sip.rules.document.evaluation import latest_follow_up
from sip.rules.policy import POLICIES, policy_on
from tests.architecture.source_files import CHECKOUT

from .plan_story import PlanStory, end_of

CLOCKS = (CHECKOUT / "docs" / "clocks.md").read_text()


def told(duty: str) -> list[int]:
    """Return the numbers of the row about ``duty``."""
    row = next(line for line in CLOCKS.splitlines() if line.startswith("|") and f"`{duty}`" in line)
    return [int(number) for number in re.findall(r"(\d+) (?:weekday|day)", row)]


def test_the_page_of_clocks_tells_the_numbers_in_use() -> None:
    now = POLICIES[-1]
    assert told("start_sip_outside") == [now.start_weekdays]
    assert told("answer_sip_summons") == [now.reply_weekdays]
    assert told("replace_at_sip_meeting") == [now.substitute_weekdays]
    assert told("lock_sip_version") == [now.draft_weekdays]
    assert told("confirm_sip_version") == [now.confirm_weekdays]
    assert told("share_sip_with_person") == [now.copy_weekdays]
    assert told("summon_sip_follow_up") == [now.summon_days, now.ahead_days]


def test_a_new_number_holds_for_clocks_that_begin_after_it(monkeypatch: pytest.MonkeyPatch) -> None:
    changed = replace(POLICIES[0], valid_from=date(2026, 3, 5), start_weekdays=2)
    monkeypatch.setattr(policy, "POLICIES", (POLICIES[0], changed))
    story = PlanStory()
    assert story.one("start_sip_outside").due_at == end_of("2026-03-17")
    story.consent("2026-03-05 10.00", "given")
    assert story.one("start_sip_outside").due_at == end_of("2026-03-09")


def test_before_the_first_row_the_first_holds() -> None:
    assert policy_on(date(2000, 1, 1)).confirm_weekdays == POLICIES[0].confirm_weekdays


def test_a_region_and_a_care_form_have_numbers_of_their_own(monkeypatch: pytest.MonkeyPatch) -> None:
    known = (
        *POLICIES,
        replace(POLICIES[0], region_code="06", start_weekdays=5),
        replace(POLICIES[0], region_code="06", care_form="closed_psychiatric", start_weekdays=3),
        replace(POLICIES[0], valid_from=date(2026, 3, 5), start_weekdays=8),
        replace(POLICIES[0], valid_from=date(2026, 3, 5), region_code="06", start_weekdays=4),
    )
    monkeypatch.setattr(policy, "POLICIES", known)
    asked = [
        policy_on(date(2026, 3, day), *whose).start_weekdays
        for day in (4, 5)
        for whose in (("",), ("01",), ("06",), ("06", "closed_psychiatric"))
    ]
    assert asked == [10, 10, 5, 3, 8, 8, 4, 3]


def test_the_clocks_of_a_plan_run_as_its_own_region_says(monkeypatch: pytest.MonkeyPatch) -> None:
    here = replace(POLICIES[0], region_code="06", start_weekdays=2, latest_months=3)
    monkeypatch.setattr(policy, "POLICIES", (*POLICIES, here))
    found = {}
    for region in ("01", "06"):
        story = PlanStory()
        opened = story.events[0]
        story.events[0] = replace(opened, data={**opened.data, "region_code": region})
        latest = latest_follow_up(date(2026, 3, 5), story.facts)
        found[region] = (story.one("start_sip_outside").due_at, latest)
    assert found == {
        "01": (end_of("2026-03-17"), date(2026, 9, 5)),
        "06": (end_of("2026-03-05"), date(2026, 6, 5)),
    }
