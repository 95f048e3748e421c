"""Which closed cases enter the month's mean, with how many days, and why others do not."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from discharge.rules.case_in_mean import CaseInMean, place_in_mean
from discharge.rules.ledger import build_ledger
from discharge.rules.ledger_facts import Ruling
from tests.discharge.rules.ledger_cases import PLAIN, TERMS, event, march


def placed(**changes: Any) -> CaseInMean | None:
    facts = replace(PLAIN, **changes)
    return place_in_mean(facts, build_ledger(facts, lambda _day: TERMS), "case-1")


@pytest.mark.parametrize(
    ("end", "days"),
    [
        (event("discharged", march(7)), 5),
        (event("discharged", march(2, 14)), 0),
        (event("died", march(7)), 5),
    ],
)
def test_days_run_from_day_zero_to_the_end(end: Any, days: int) -> None:
    found = placed(events=(event("ready", march(2)), end))
    assert found is not None
    assert found.case is not None
    assert (found.case.days, found.case.case_id, found.outside_because) == (days, "case-1", None)


@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        ({"admission_notice_at": None}, "not_liable_no_admission_notice"),
        ({"admission_notice_at": march(1)}, "blocked_late_admission_notice"),
        ({"sip_required": True}, "not_liable_no_summons"),
        ({"outpatient_needed": True, "outpatient_clear_at": march(6)}, "not_liable_outpatient"),
        ({"admission_notice_at": march(1), "ruling": Ruling("not_liable")}, "not_liable_decision"),
        (
            {"admission_notice_at": march(1), "ruling": Ruling("liable_from", date(2026, 3, 3))},
            "not_liable_decision",
        ),
        ({"events": (event("ready", march(2)), event("transferred", march(5)))}, "transfer_day"),
        (
            {
                "events": (
                    event("ready", march(2)),
                    event("withdrawn", march(3)),
                    event("discharged", march(9)),
                )
            },
            "not_ready",
        ),
        (
            {
                "events": (event("ready", march(2)), event("discharged", march(2, 14))),
                "admission_notice_at": None,
            },
            "not_liable_no_admission_notice",
        ),
    ],
)
def test_a_case_outside_says_why(changes: dict[str, Any], reason: str) -> None:
    found = placed(**changes)
    assert found is not None
    assert found.case is None
    assert found.outside_because == reason


def test_a_joint_decision_that_finds_it_liable_lets_a_case_in() -> None:
    found = placed(admission_notice_at=march(1), ruling=Ruling("liable"))
    assert found is not None
    assert found.case is not None


@pytest.mark.parametrize(
    "events",
    [
        (event("ready", march(2)),),
        (event("discharged", march(2)),),
        (event("ready", march(2)), event("withdrawn", march(3))),
        (event("ready", march(2)), event("discharged", march(3)), event("annulled", march(4))),
    ],
)
def test_open_cases_wait_and_cases_never_ready_are_not_cases(events: Any) -> None:
    assert placed(events=events) is None
