"""The Swedish calendar against an independent library, and the nights when the clock changes."""

from datetime import UTC, date, datetime, time, timedelta

import holidays
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lus import swedish_time as sw

EVES = {"Midsommarafton", "Julafton", "Nyårsafton"}


@pytest.mark.parametrize("year", range(2020, 2036))
def test_the_years_holidays_agree_with_the_library(year: int) -> None:
    library = holidays.Sweden(years=[year], language="sv", categories=("public", "de_facto"))
    day = date(year, 1, 1)
    while day.year == year:
        name = library.get(day)
        public = name is not None and name not in EVES
        assert sw.is_helgdag(day) == (public or day.weekday() == 6), day
        assert sw.is_statutory_free_day(day) == (name is not None or day.weekday() >= 5), day
        assert sw.is_weekday(day) == (day.weekday() < 5 and not public), day
        assert (sw.holiday_name(day) is not None) == (name is not None), day
        day += timedelta(days=1)


@pytest.mark.parametrize(
    ("year", "easter", "ascension", "midsummer", "all_saints"),
    [
        (2026, date(2026, 4, 5), date(2026, 5, 14), date(2026, 6, 20), date(2026, 10, 31)),
        (2027, date(2027, 3, 28), date(2027, 5, 6), date(2027, 6, 26), date(2027, 11, 6)),
        (2028, date(2028, 4, 16), date(2028, 5, 25), date(2028, 6, 24), date(2028, 11, 4)),
    ],
)
def test_movable_days_fall_as_tabled(
    year: int, easter: date, ascension: date, midsummer: date, all_saints: date
) -> None:
    assert sw.easter_sunday(year) == easter
    assert sw.holiday_name(ascension) == "Kristi himmelsfärdsdag"
    assert sw.holiday_name(midsummer) == "midsommardagen"
    assert sw.holiday_name(all_saints) == "alla helgons dag"


@pytest.mark.parametrize("day", [date(2026, 4, 2), date(2026, 1, 5), date(2026, 4, 30)])
def test_other_eves_do_not_extend(day: date) -> None:
    assert sw.holiday_name(day) is None
    assert sw.extend_statutory(day) == day


@pytest.mark.parametrize(
    ("due", "extended"),
    [
        (date(2026, 4, 3), date(2026, 4, 7)),  # the whole of Easter
        (date(2025, 12, 24), date(2025, 12, 29)),  # eve, two holidays, a weekend
        (date(2026, 6, 19), date(2026, 6, 22)),
        (date(2026, 12, 31), date(2027, 1, 4)),
        (date(2026, 3, 5), date(2026, 3, 5)),
    ],
)
def test_an_act_due_on_a_free_day_moves_to_the_next_working_day(due: date, extended: date) -> None:
    assert sw.extend_statutory(due) == extended


def test_eves_count_as_vardag_and_the_count_starts_the_day_after() -> None:
    assert sw.is_weekday(date(2026, 6, 19))
    assert sw.nth_weekday_after(date(2019, 4, 18), 1) == date(2019, 4, 23)
    with pytest.raises(ValueError, match="at least 1"):
        sw.nth_weekday_after(date(2026, 1, 1), 0)


@pytest.mark.parametrize(
    ("day", "hours"), [(date(2026, 3, 29), 23), (date(2026, 10, 25), 25), (date(2026, 3, 2), 24)]
)
def test_a_local_day_is_one_day_however_many_hours_it_has(day: date, hours: int) -> None:
    assert sw.end_of_local_day(day) - sw.local_midnight(day) == timedelta(hours=hours)
    assert sw.local_date(sw.local_midnight(day)) == day
    assert sw.local_date(sw.end_of_local_day(day) - timedelta(seconds=1)) == day


def test_the_skipped_hour_is_refused_with_what_to_do() -> None:
    with pytest.raises(sw.SkippedLocalTime, match=r"finns inte.*Ange en tid"):
        sw.at_local(date(2026, 3, 29), time(2, 30))
    assert sw.at_local(date(2026, 3, 29), time(3, 0)) == datetime(2026, 3, 29, 1, 0, tzinfo=UTC)
    assert sw.at_local(date(2026, 3, 29), time(1, 59)) == datetime(2026, 3, 29, 0, 59, tzinfo=UTC)


def test_the_doubled_hour_asks_which() -> None:
    with pytest.raises(sw.AmbiguousLocalTime, match="två gånger") as asked:
        sw.parse_local("2026-10-25 02.30")
    assert asked.value.first == datetime(2026, 10, 25, 0, 30, tzinfo=UTC)
    assert asked.value.second == datetime(2026, 10, 25, 1, 30, tzinfo=UTC)
    assert sw.parse_local("2026-10-25 02.30", which="first") == asked.value.first
    assert sw.parse_local("2026-10-25 02.30", which="second") == asked.value.second


@pytest.mark.parametrize("text", ["2026-03-02 10.15", "2026-03-02T10:15", " 2026-03-02 kl. 10:15:00 "])
def test_typed_times_are_read_as_swedish_time(text: str) -> None:
    assert sw.parse_local(text) == datetime(2026, 3, 2, 9, 15, tzinfo=UTC)


@pytest.mark.parametrize("text", ["", "i morgon", "2026-02-30 10.00", "2026-03-02 25.00", "2026-03-02"])
def test_unreadable_times_say_how_to_write(text: str) -> None:
    with pytest.raises(sw.UnreadableLocalTime, match=r"Skriv datum"):
        sw.parse_local(text)


def test_a_time_without_zone_is_no_instant() -> None:
    naive = datetime(2026, 3, 2, 10, 0)
    for ask in (sw.local_date, sw.local_time, sw.whole_second):
        with pytest.raises(ValueError, match="naive"):
            ask(naive)


@given(st.datetimes(min_value=datetime(2018, 1, 1), max_value=datetime(2036, 1, 1)))
@settings(derandomize=True, max_examples=100)
def test_every_instant_lies_within_its_own_local_day(moment: datetime) -> None:
    instant = moment.replace(tzinfo=UTC)
    day = sw.local_date(instant)
    assert sw.local_midnight(day) <= instant < sw.end_of_local_day(day)


@given(st.dates(min_value=date(2018, 1, 1), max_value=date(2060, 1, 1)))
@settings(derandomize=True, max_examples=100)
def test_an_extended_day_is_never_free(day: date) -> None:
    extended = sw.extend_statutory(day)
    assert extended >= day
    assert not sw.is_statutory_free_day(extended)
    assert all(sw.is_statutory_free_day(day + timedelta(days=n)) for n in range((extended - day).days))
