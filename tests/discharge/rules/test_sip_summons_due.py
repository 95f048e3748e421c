"""LUS 4:3: three calendar days after the notice, and the extension over free days."""

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from discharge.rules.sip_summons_due import sip_summons_due
from lus.swedish_time import is_statutory_free_day


@pytest.mark.parametrize("hour", [0, 11, 12, 22])
def test_there_is_no_noon_rule(hour: int) -> None:
    given_at = datetime(2026, 3, 1, 23, 0, tzinfo=UTC) + timedelta(hours=hour)
    assert sip_summons_due(given_at, None).raw_due == date(2026, 3, 5)


def test_easter_gives_two_dates_and_three_verdicts() -> None:
    given_at = datetime(2026, 4, 2, 11, 0, tzinfo=UTC)
    due = sip_summons_due(given_at, None)
    assert (due.raw_due, due.extended_due) == (date(2026, 4, 5), date(2026, 4, 7))
    verdicts = {
        due.extended_deadline - timedelta(days=2, seconds=1): "in_time",
        due.extended_deadline - timedelta(seconds=1): "in_time_extended",
        due.extended_deadline: "late",
        given_at - timedelta(days=3): "in_time",
    }
    for summoned, verdict in verdicts.items():
        assert sip_summons_due(given_at, summoned).verdict == verdict


@given(st.datetimes(datetime(2019, 1, 1), datetime(2035, 1, 1)))
@settings(derandomize=True, max_examples=25)
def test_the_extended_date_is_never_free_and_never_earlier(moment: datetime) -> None:
    due = sip_summons_due(moment.replace(tzinfo=UTC), None)
    assert due.extended_due >= due.raw_due
    assert not is_statutory_free_day(due.extended_due)
