"""Anslut: a quarter before the meeting until an hour after it."""

from datetime import UTC, datetime, timedelta

import pytest

from discharge.rules.meeting_door import door

STARTS = datetime(2026, 3, 12, 9, 0, tzinfo=UTC)
ENDS = STARTS + timedelta(minutes=45)
SECOND = timedelta(seconds=1)


@pytest.mark.parametrize(
    ("at", "stands"),
    [
        (STARTS - timedelta(minutes=15) - SECOND, "early"),
        (STARTS - timedelta(minutes=15), "open"),
        (ENDS + timedelta(minutes=60), "open"),
        (ENDS + timedelta(minutes=60) + SECOND, "over"),
    ],
)
def test_it_is_open_around_the_meeting(at: datetime, stands: str) -> None:
    assert door("https://mote.invalid/1", STARTS, ENDS, at) == stands


def test_without_link_or_time_there_is_none() -> None:
    assert door("", STARTS, ENDS, STARTS) == "none"
    assert door("https://mote.invalid/1", None, None, STARTS) == "none"
