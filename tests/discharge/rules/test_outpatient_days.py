"""Which days count when regional outpatient care was available only part of the time (LUS 5:5)."""

from datetime import datetime

import pytest

from .ledger_cases import codes, event, ledger, march

LONG = (event("ready", march(2)), event("discharged", march(10)))
Interval = tuple[datetime, datetime | None]

DAYS: list[tuple[str, tuple[Interval, ...], set[int]]] = [
    ("never", (), set()),
    ("since before", ((march(2), None),), {5, 6, 7, 8, 9}),
    ("from the seventh", ((march(7), None),), {7, 8, 9}),
    ("a no on the eighth leaves the earned days", ((march(2), march(8)),), {5, 6, 7}),
    ("a no and a yes on the same day", ((march(2), march(7, 8)), (march(7, 12), None)), {5, 6, 7, 8, 9}),
    ("yes, no, yes", ((march(2), march(6)), (march(8), None)), {5, 8, 9}),
    ("yes and no on the same day", ((march(6, 8), march(6, 12)),), set()),
]


@pytest.mark.parametrize(("life", "intervals", "liable"), DAYS, ids=[row[0] for row in DAYS])
def test_a_day_counts_when_outpatient_care_was_available_on_it(
    life: str, intervals: tuple[Interval, ...], liable: set[int]
) -> None:
    result = ledger(events=LONG, outpatient_needed=True, outpatient_intervals=intervals)
    found = codes(result)
    assert {day for day, code in found.items() if code == "liable"} == liable
    assert {found[day] for day in range(5, 10)} - {"liable"} <= {"not_liable_outpatient"}
