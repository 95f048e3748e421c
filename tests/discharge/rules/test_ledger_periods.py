"""Ready notices, their closes and leaves folded from events."""

from datetime import UTC, date, datetime

import pytest

from discharge.rules.ledger_periods import EventKind, ImpossibleEvents, LedgerEvent, read_periods


def on(kind: EventKind, day: int, hour: int = 9) -> LedgerEvent:
    return LedgerEvent(kind, datetime(2026, 3, day, hour, tzinfo=UTC))


END = date(2026, 3, 31)


def test_events_in_any_order_give_the_same_periods() -> None:
    events = [on("ready", 2), on("withdrawn", 3), on("ready", 5), on("discharged", 8)]
    assert read_periods(events) == read_periods(reversed(events))


def test_a_withdrawal_ends_a_period_but_not_the_ledger() -> None:
    read = read_periods([on("ready", 2), on("withdrawn", 3)])
    assert read.final_close is None
    assert [period.closed_by for period in read.all] == ["withdrawn"]
    assert read.ruling(date(2026, 3, 4), END) is None


def test_the_later_of_two_periods_on_a_date_rules() -> None:
    read = read_periods([on("ready", 2), on("withdrawn", 5, 8), on("ready", 5, 10)])
    ruling = read.ruling(date(2026, 3, 5), END)
    assert ruling is not None
    assert ruling.closed_at is None


def test_a_discharge_after_a_withdrawal_is_the_final_close() -> None:
    read = read_periods([on("ready", 2), on("withdrawn", 3), on("discharged", 6)])
    assert read.final_close is not None
    assert read.final_close.kind == "discharged"
    assert read.all[0].closed_by == "withdrawn"


def test_a_closed_period_can_still_be_annulled() -> None:
    read = read_periods([on("ready", 2), on("discharged", 6), on("annulled", 7)])
    assert read.all[0].annulled
    assert read.all[0].closed_by == "discharged"


@pytest.mark.parametrize(
    ("events", "covered"),
    [
        ([on("leave_start", 3), on("leave_end", 6)], {4, 5}),
        ([on("leave_start", 3), on("leave_end", 4)], set()),
        ([on("leave_start", 3)], set(range(4, 32))),
        ([on("leave_start", 3), on("discharged", 6)], {4, 5}),
        ([on("leave_start", 3), on("withdrawn", 5), on("ready", 6)], {4}),
        ([on("leave_start", 3), on("withdrawn", 5), on("ready", 6), on("leave_end", 8)], {4, 5, 6, 7}),
    ],
)
def test_only_whole_dates_away_are_leave(events: list[LedgerEvent], covered: set[int]) -> None:
    read = read_periods([on("ready", 2), *events])
    assert {day for day in range(1, 32) if read.on_leave(date(2026, 3, day))} == covered


@pytest.mark.parametrize(
    "events",
    [
        [on("ready", 2), on("ready", 3)],
        [on("withdrawn", 2)],
        [on("ready", 2), on("withdrawn", 3), on("withdrawn", 4)],
        [on("annulled", 2)],
        [on("ready", 2), on("annulled", 3), on("annulled", 4)],
        [on("ready", 2), on("leave_end", 3)],
        [on("ready", 2), on("leave_start", 3), on("leave_start", 4)],
    ],
)
def test_events_that_cannot_follow_each_other_are_refused(events: list[LedgerEvent]) -> None:
    with pytest.raises(ImpossibleEvents, match="2026-03"):
        read_periods(events)
