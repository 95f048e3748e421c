"""At any instant of a year, a municipality has exactly one answer; gaps and overlaps are found."""

from datetime import UTC, date, datetime, time, timedelta

from hypothesis import given
from hypothesis import strategies as st

from lus.on_call.rules.holes import overlaps, promised_spans, uncovered
from lus.on_call.rules.who_answers import Shift, who_answers
from lus.opening_hours import OFFICE_HOURS, is_open
from lus.swedish_time import at_local

HOUR = timedelta(hours=1)
FIRST, LAST = datetime(2026, 1, 1, tzinfo=UTC), datetime(2027, 1, 1, tzinfo=UTC)


def local(text: str) -> datetime:
    day, clock = text.split()
    return at_local(date.fromisoformat(day), time.fromisoformat(clock), which="first")


def shift(start: str, end: str, name: str = "a") -> Shift:
    return Shift(name, f"function {name}", local(start), local(end))


WEEKENDS = [
    Shift(
        str(week),
        "jour",
        at_local(date(2026, 1, 2) + timedelta(weeks=week), time(16, 30)),
        at_local(date(2026, 1, 5) + timedelta(weeks=week), time(8)),
    )
    for week in range(51)
]


def test_every_quarter_of_a_year_has_one_answer_that_is_true_until_it_says() -> None:
    at = FIRST
    seen = set()
    while at < LAST:
        answer = who_answers([("reception", OFFICE_HOURS)], WEEKENDS, at)
        seen.add(answer.kind)
        on_duty = [one for one in WEEKENDS if one.starts_at <= at < one.ends_at]
        expected = "reception" if is_open(OFFICE_HOURS, at) else "on_call" if on_duty else "nobody"
        assert answer.kind == expected
        assert bool(answer.who) is (answer.kind != "nobody")
        if answer.until is not None:
            assert answer.until > at
        at += timedelta(minutes=15)
    assert seen == {"reception", "on_call", "nobody"}


@given(
    st.datetimes(datetime(2026, 10, 24), datetime(2026, 10, 26)).map(lambda naive: naive.replace(tzinfo=UTC))
)
def test_a_shift_over_the_doubled_hour_has_no_hole_in_it(at: datetime) -> None:
    night = Shift("n", "jour", local("2026-10-24 16:00"), local("2026-10-25 08:00"))
    answer = who_answers([], [night], at)
    assert (answer.kind == "on_call") is (night.starts_at <= at < night.ends_at)
    assert night.ends_at - night.starts_at == 17 * HOUR


def test_nobody_says_when_somebody_is_there_again() -> None:
    answer = who_answers([("r", OFFICE_HOURS)], [], local("2026-12-23 17:00"))
    assert (answer.kind, answer.next_at) == ("nobody", local("2026-12-28 08:00"))


def test_on_call_gives_way_when_the_reception_opens() -> None:
    long = shift("2026-11-27 16:30", "2026-12-04 08:00")
    answer = who_answers([("r", OFFICE_HOURS)], [long], local("2026-11-29 12:00"))
    assert (answer.who, answer.until) == ("function a", local("2026-11-30 08:00"))


def test_two_on_duty_give_one_answer_always_the_same() -> None:
    both = [shift("2026-11-28 08:00", "2026-11-28 20:00", name) for name in "ba"]
    at = local("2026-11-28 12:00")
    assert who_answers([], both, at) == who_answers([], both[::-1], at)


def test_gaps_are_promised_hours_without_a_shift() -> None:
    friday = [(4, time(16, 30), time(8))]
    wanted = promised_spans(friday, local("2026-11-23 00:00"), local("2026-11-30 00:00"))
    assert wanted == [(local("2026-11-27 16:30"), local("2026-11-28 08:00"))]
    taken = [(local("2026-11-27 18:00"), local("2026-11-27 22:00"))]
    assert list(uncovered(wanted, taken)) == [
        (local("2026-11-27 16:30"), local("2026-11-27 18:00")),
        (local("2026-11-27 22:00"), local("2026-11-28 08:00")),
    ]


def test_a_red_day_is_promised_as_a_sunday_and_an_eve_as_a_saturday() -> None:
    promises = [(5, time(8), time(12)), (6, time(13), time(15))]
    found = promised_spans(promises, local("2026-12-24 00:00"), local("2026-12-26 00:00"))
    assert found == [
        (local("2026-12-24 08:00"), local("2026-12-24 12:00")),
        (local("2026-12-25 13:00"), local("2026-12-25 15:00")),
    ]


def test_overlapping_shifts_are_paired_and_touching_ones_are_not() -> None:
    rows = [
        shift("2026-11-28 08:00", "2026-11-28 16:00", "a"),
        shift("2026-11-28 16:00", "2026-11-28 20:00", "b"),
        shift("2026-11-28 19:00", "2026-11-28 22:00", "c"),
    ]
    assert [(one.shift_id, two.shift_id) for one, two in overlaps(rows)] == [("b", "c")]
