"""LUS 2:3: 24 elapsed hours, also when the clock changes."""

from datetime import UTC, datetime, timedelta

import pytest

from discharge.rules.admission_notice_due import admission_notice_due

ADMITTED = datetime(2026, 3, 2, 7, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    ("after", "verdict"),
    [
        (timedelta(hours=-1), "in_time"),
        (timedelta(hours=24), "in_time"),
        (timedelta(hours=24, milliseconds=999), "in_time"),
        (timedelta(hours=24, seconds=1), "late"),
        (None, "none"),
    ],
)
def test_the_limit_is_met_at_the_limit(after: timedelta | None, verdict: str) -> None:
    sent = None if after is None else ADMITTED + after
    assert admission_notice_due(ADMITTED, None, sent).verdict == verdict


@pytest.mark.parametrize(
    ("need_after", "clock"),
    [(None, "admission"), (-3600, "admission"), (0, "admission"), (1, "need"), (86400, "need")],
)
def test_only_a_later_need_moves_the_clock(need_after: int | None, clock: str) -> None:
    need = None if need_after is None else ADMITTED + timedelta(seconds=need_after)
    due = admission_notice_due(ADMITTED, need, None)
    assert due.clock == clock
    start = need if need is not None and clock == "need" else ADMITTED
    assert due.deadline == start + timedelta(hours=24)


def test_how_late_is_told() -> None:
    due = admission_notice_due(ADMITTED, None, ADMITTED + timedelta(hours=31))
    assert due.overrun == timedelta(hours=7)


def test_the_spring_night_moves_the_wall_clock_not_the_limit() -> None:
    admitted = datetime(2026, 3, 28, 13, 0, tzinfo=UTC)
    assert admission_notice_due(admitted, None, None).deadline == datetime(2026, 3, 29, 13, 0, tzinfo=UTC)
