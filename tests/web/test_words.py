"""The Swedish words for time that every page shows."""

from datetime import UTC, date, datetime, timedelta

import pytest

from lus.web import words

AT = datetime(2026, 11, 23, 7, 14, 5, tzinfo=UTC)  # Monday 08.14.05 in Sweden
TODAY = date(2026, 11, 23)


def _after(**length: float) -> datetime:
    return AT + timedelta(**length)


@pytest.mark.parametrize(
    ("due", "text"),
    [
        pytest.param(_after(hours=3, minutes=20), "3 h 20 min kvar", id="hours and minutes"),
        pytest.param(_after(minutes=46, seconds=59), "46 min kvar", id="seconds are not promised"),
        pytest.param(_after(hours=4), "4 h kvar", id="whole hours"),
        pytest.param(_after(seconds=30), "under 1 min kvar", id="the last minute"),
        pytest.param(AT, "under 1 min kvar", id="on the limit is not late"),
        pytest.param(_after(seconds=-1), "under 1 min sen", id="one second after is late"),
        pytest.param(_after(minutes=-47), "47 min sen", id="late by minutes"),
        pytest.param(_after(hours=-16, minutes=-14), "16 h 14 min sen", id="late by hours"),
        pytest.param(_after(days=2, hours=5, minutes=9), "2 d 5 h kvar", id="days and hours"),
        pytest.param(_after(days=1), "1 d kvar", id="exactly a day"),
        pytest.param(_after(days=16, hours=3), "16 d kvar", id="far off: days alone"),
    ],
)
def test_time_left_says_how_much_or_how_late(due: datetime, text: str) -> None:
    assert words.time_left(due, AT) == text


@pytest.mark.parametrize(
    ("instant", "text"),
    [
        (datetime(2026, 11, 23, 13, 10, tzinfo=UTC), "i dag 14.10"),
        (datetime(2026, 11, 22, 15, 0, tzinfo=UTC), "i går 16.00"),
        (datetime(2026, 11, 24, 6, 40, tzinfo=UTC), "i morgon 07.40"),
        (datetime(2026, 11, 25, 12, 0, tzinfo=UTC), "ons 25/11 13.00"),
        (datetime(2026, 11, 23, 23, 30, tzinfo=UTC), "i morgon 00.30"),
        (datetime(2027, 1, 4, 9, 0, tzinfo=UTC), "mån 4/1 2027 10.00"),
        (datetime(2026, 7, 1, 9, 0, tzinfo=UTC), "ons 1/7 11.00"),
    ],
)
def test_a_moment_is_told_in_swedish_days_and_clock(instant: datetime, text: str) -> None:
    assert words.moment(instant, AT) == text


@pytest.mark.parametrize(
    ("left", "started_before", "level"),
    [
        (timedelta(hours=7), timedelta(hours=17), "lugnt"),
        (timedelta(hours=6), timedelta(hours=18), "snart"),
        (timedelta(0), timedelta(hours=24), "snart"),
        (timedelta(seconds=-1), timedelta(hours=24), "sent"),
        (timedelta(minutes=61), None, "lugnt"),
        (timedelta(minutes=60), None, "snart"),
    ],
)
def test_a_clock_turns_soon_at_a_quarter_and_late_after_the_limit(
    left: timedelta, started_before: timedelta | None, level: str
) -> None:
    started = AT - started_before if started_before else None
    assert words.level_of(AT + left, AT, started) == level


def test_a_deadline_carries_words_and_instants() -> None:
    due = _after(hours=3, minutes=46)
    shown = words.deadline_words(due, AT, started=_after(hours=-1))
    assert (shown.level, shown.left, shown.absolute) == (
        "lugnt",
        "3 h 46 min kvar",
        "i dag 12.00",
    )
    assert shown.iso == due.isoformat()
    assert shown.start_iso


def test_a_met_deadline_stays_told_as_met_or_late() -> None:
    assert words.deadline_words(AT, AT, met_at=AT).left == "Klart i tid"
    late = words.deadline_words(AT, _after(days=1), met_at=_after(minutes=12))
    assert (late.level, late.left, late.absolute) == (
        "klart",
        "Klart, 12 min sent",
        "i går 08.26",
    )


def test_without_a_limit_nothing_counts_down() -> None:
    assert words.deadline_words(None, AT) == words.DeadlineWords("ingen", "Utan tidsgräns")
    assert words.deadline_words(None, AT, met_at=AT).left == "Klart"


@pytest.mark.parametrize(
    ("since", "text"), [(timedelta(minutes=34), "34 min"), (timedelta(hours=3, minutes=50), "3 h"),
                        (timedelta(days=7, hours=2), "7 d"), (timedelta(seconds=20), "under 1 min")],
)  # fmt: skip
def test_an_age_is_one_unit(since: timedelta, text: str) -> None:
    assert words.age(AT - since, AT) == text


def test_a_moved_date_shows_where_it_stood() -> None:
    may = date(2026, 5, 6)
    moved = words.moved_date(may, TODAY, was=date(2026, 5, 4), times=2)
    assert moved.text == "mån 4/5 → ons 6/5 · flyttat 2 ggr"
    assert words.moved_date(may, TODAY).text == "ons 6/5"
    assert words.moved_date(may, TODAY, times=1).note == "flyttat 1 gång"


def test_headings_name_the_day() -> None:
    assert words.day_heading(TODAY, TODAY) == "I dag, mån 23 nov"
    assert words.day_heading(date(2026, 11, 20), TODAY) == "Fre 20 nov"
    assert words.day_heading(date(2025, 12, 31), TODAY) == "Ons 31 dec 2025"


def test_clocks_show_swedish_time_on_both_sides_of_the_change() -> None:
    assert words.clock(datetime(2026, 10, 24, 22, 0, tzinfo=UTC)) == "00.00"
    assert words.clock(datetime(2026, 10, 25, 1, 0, tzinfo=UTC)) == "02.00"
    assert words.clock_with_seconds(AT) == "08.14.05"
