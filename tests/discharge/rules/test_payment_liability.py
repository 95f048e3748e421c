"""LUS 5:4 and agreements: day zero and first liable day at the edges of noon, weeks and years."""

from datetime import UTC, date, datetime, time, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from discharge.rules.payment_liability import (
    STATUTE,
    NotCalculable,
    PaymentTerms,
    day_zero,
    first_liable_day,
    is_sent_at_cutoff,
)

NOON = time(12)
AT_OR_AFTER = PaymentTerms("at_or_after", NOON, "calendar", 3)
NO_CUTOFF = PaymentTerms("none", None, "weekday", 5)
MONDAY = date(2026, 3, 2)


def local_noon_plus(**shift: int) -> datetime:
    return datetime(2026, 3, 2, 11, 0, tzinfo=UTC) + timedelta(**shift)


@pytest.mark.parametrize(
    ("shift", "moved_after", "moved_at_or_after"),
    [
        pytest.param({"seconds": -1}, False, False, id="11:59:59"),
        pytest.param({"microseconds": -1}, False, False, id="11:59:59.999999"),
        pytest.param({}, False, True, id="12:00:00"),
        pytest.param({"microseconds": 1}, False, True, id="12:00:00.000001 is kept as 12:00:00"),
        pytest.param({"microseconds": 999_999}, False, True, id="12:00:00.999999 is kept as 12:00:00"),
        pytest.param({"seconds": 1}, True, True, id="12:00:01"),
    ],
)
def test_noon_by_the_second(shift: dict[str, int], moved_after: bool, moved_at_or_after: bool) -> None:
    sent = local_noon_plus(**shift)
    assert day_zero(sent, STATUTE) == MONDAY + timedelta(days=moved_after)
    assert day_zero(sent, AT_OR_AFTER) == MONDAY + timedelta(days=moved_at_or_after)
    assert day_zero(sent, NO_CUTOFF) == MONDAY


def test_the_very_second_of_the_cutoff_is_known() -> None:
    assert is_sent_at_cutoff(local_noon_plus(), STATUTE)
    assert not is_sent_at_cutoff(local_noon_plus(seconds=1), STATUTE)
    assert not is_sent_at_cutoff(local_noon_plus(), NO_CUTOFF)


@pytest.mark.parametrize(
    ("sent", "first"),
    [
        pytest.param(datetime(2028, 2, 28, 9, tzinfo=UTC), date(2028, 3, 2), id="leap day"),
        pytest.param(datetime(2026, 12, 31, 9, tzinfo=UTC), date(2027, 1, 3), id="year end"),
        pytest.param(
            datetime(2027, 3, 27, 9, tzinfo=UTC), date(2027, 3, 30), id="Easter on the spring night"
        ),
        pytest.param(datetime(2026, 10, 24, 21, 30, tzinfo=UTC), date(2026, 10, 28), id="autumn night"),
        pytest.param(datetime(2026, 7, 1, 9, 59, 59, tzinfo=UTC), date(2026, 7, 4), id="summer 11:59:59"),
        pytest.param(datetime(2026, 7, 1, 10, 0, 1, tzinfo=UTC), date(2026, 7, 5), id="summer 12:00:01"),
    ],
)
def test_three_calendar_days(sent: datetime, first: date) -> None:
    assert first_liable_day(day_zero(sent, STATUTE), STATUTE) == first


def test_unknown_terms_are_not_calculated() -> None:
    with pytest.raises(NotCalculable) as refused:
        PaymentTerms("after", None, "calendar", 3)
    assert refused.value.missing == ("cutoff_time",)
    with pytest.raises(ValueError, match="at least 1"):
        PaymentTerms("none", None, "calendar", 0)


def test_in_the_doubled_hour_a_later_notice_is_not_earlier() -> None:
    terms = PaymentTerms("after", time(2, 30), "calendar", 3)
    first_pass = datetime(2026, 10, 25, 0, 40, tzinfo=UTC)  # 02.40, the first time
    second_pass = datetime(2026, 10, 25, 1, 10, tzinfo=UTC)  # 02.10, half an hour later
    assert day_zero(first_pass, terms) == day_zero(second_pass, terms) == date(2026, 10, 26)


TERMS = st.builds(
    PaymentTerms,
    st.sampled_from(["after", "at_or_after", "none"]),
    st.times().map(lambda clock: clock.replace(microsecond=0)),
    st.sampled_from(["calendar", "weekday"]),
    st.integers(1, 30),
)


@given(
    TERMS,
    st.datetimes(datetime(2018, 1, 1), datetime(2035, 1, 1)),
    st.integers(0, 40 * 86_400),
)
@settings(derandomize=True, max_examples=100)
def test_a_later_notice_never_gives_an_earlier_first_liable_day(
    terms: PaymentTerms, moment: datetime, later: int
) -> None:
    sent = moment.replace(tzinfo=UTC)
    sooner = first_liable_day(day_zero(sent, terms), terms)
    assert sooner <= first_liable_day(day_zero(sent + timedelta(seconds=later), terms), terms)
