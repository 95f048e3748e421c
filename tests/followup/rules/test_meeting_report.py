"""A unit's meetings of a year: what is shown, what is hidden, and the quarter that each counts in."""

from datetime import datetime

import pytest

from discharge.rules.sip_choices import OBSTACLES, TARGET_GROUPS
from followup.rules.counted_meeting import counted_quarter
from followup.rules.meeting_report import FACTS, FactShares, MeetingReport, Share, meeting_report
from sip.rules.meeting_facts import HeldMeeting
from tests.discharge.rules.case_story import local


def quarter(number: int, *values: bool, code: str = "digital") -> list[tuple[str, dict[str, bool]]]:
    return [(f"2026-Q{number}", {code: value}) for value in values]


def fact(report: MeetingReport, code: str) -> FactShares:
    return next(one for one in report.facts if one.code == code)


def test_four_meetings_are_hidden_and_five_are_not() -> None:
    meetings = quarter(1, True, True, True, False, False) + quarter(2, *[True] * 4)
    report = meeting_report(meetings, year_is_over=False)
    assert report.counts == {"2026-Q1": 5, "2026-Q2": None}
    assert fact(report, "digital").by_period == {"2026-Q1": Share(5, 60), "2026-Q2": None}


def test_the_year_gives_way_when_it_would_tell_the_hidden_quarter() -> None:
    meetings = quarter(1, *[True] * 9) + quarter(2, *[False] * 3)
    report = meeting_report(meetings, year_is_over=True)
    assert report.counts == {"2026-Q1": 9, "2026-Q2": None, "year": None}
    assert fact(report, "digital").by_period["year"] is None
    more = meeting_report([*meetings, *quarter(3, True, True)], year_is_over=True)
    assert more.counts == {"2026-Q1": 9, "2026-Q2": None, "2026-Q3": None, "year": 14}
    assert fact(more, "digital").by_period["year"] == Share(14, 79)


def test_a_fact_is_counted_by_the_meetings_of_which_it_is_known() -> None:
    meetings = quarter(1, *[True] * 6) + quarter(1, *[True] * 4, code="premeeting")
    report = meeting_report(meetings, year_is_over=False)
    assert report.counts == {"2026-Q1": 10}
    assert fact(report, "digital").by_period == {"2026-Q1": Share(6, 100)}
    assert fact(report, "premeeting").by_period == {"2026-Q1": None}
    assert [one.code for one in report.facts] == ["premeeting", "digital"]  # nothing is known of the others


def test_every_choice_has_its_row_and_no_meeting_tells_nothing() -> None:
    codes = [code for known in FACTS.values() for code in known]
    assert len(codes) == len(set(codes))
    assert {f"group_{key}" for key in TARGET_GROUPS} | {f"obstacle_{key}" for key in OBSTACLES} <= set(codes)
    assert meeting_report([], year_is_over=True) == MeetingReport({}, ())


def groups(number: int, **meetings: int) -> list[tuple[str, dict[str, bool]]]:
    codes = [f"group_{key}" for key in TARGET_GROUPS]
    return [
        (f"2026-Q{number}", {code: code == f"group_{key}" for code in codes})
        for key, n in meetings.items()
        for _ in range(n)
    ]


def test_a_target_group_of_four_is_told_by_none_of_the_groups() -> None:
    report = meeting_report(groups(1, older=9, child=1), year_is_over=False)
    assert report.counts == {"2026-Q1": 10}
    assert {fact(report, f"group_{key}").by_period["2026-Q1"] for key in TARGET_GROUPS} == {None}
    whole = meeting_report(groups(1, older=6, child=6), year_is_over=False)
    assert fact(whole, "group_child").by_period == {"2026-Q1": Share(12, 50)}
    assert fact(whole, "group_other").by_period == {"2026-Q1": Share(12, 0)}


@pytest.mark.parametrize(
    ("quarters", "shown"),
    [
        ([groups(1, older=9, child=1), groups(2, older=9, child=4)], ["year"]),
        ([groups(1, older=9, child=1), groups(2, older=9, child=5)], ["2026-Q2"]),
        ([groups(1, older=9), groups(2, older=9, child=5)], ["2026-Q1", "2026-Q2", "year"]),
        ([groups(1, older=9, child=1), groups(2, older=9)], ["2026-Q2"]),
    ],
    ids=["the year alone", "the other would be told", "all", "neither"],
)
def test_a_year_of_target_groups_stands_alone_or_beside_all_its_quarters(
    quarters: list[list[tuple[str, dict[str, bool]]]], shown: list[str]
) -> None:
    report = meeting_report([one for quarter in quarters for one in quarter], year_is_over=True)
    by_period = fact(report, "group_child").by_period
    assert [period for period, share in by_period.items() if share] == shown


@pytest.mark.parametrize(
    ("told", "counted"),
    [
        ("2026-04-01 09.00", "2026-Q1"),
        ("2026-04-30 23.59", "2026-Q1"),
        ("2026-05-01 00.00", "2026-Q2"),  # the first has closed: its figures stand
    ],
)
def test_a_meeting_counts_in_its_own_quarter_until_that_has_closed(told: str, counted: str) -> None:
    def held(at: datetime) -> HeldMeeting:
        return HeldMeeting("e1", "u1", local("2026-03-31 10.00"), at, {})

    assert str(counted_quarter(held(local(told)))) == counted
