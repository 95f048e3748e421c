"""Marking ready, beside a bare transaction of five rows; and a sweep that finds nothing due."""

from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from uuid import uuid4

from django.db import transaction

from discharge.actions.mark_ready_for_discharge import mark_ready_for_discharge
from discharge.models import Case
from lus.deadlines.sweep import sweep_due
from lus.notifications.models import Notification
from tests.factories import Place, a_case

from .measure import Result, in_turns, median, ratio, statements

RUNS = 60


def mark_ready_result(place: Place, at: datetime) -> Result:
    """How many bare five-row transactions one *utskrivningsklar* costs."""
    cases = iter([a_case(place, at=at - timedelta(hours=2)) for _ in range(RUNS + 4)])
    mark = _mark(place, cases, at)
    sql = statements(mark)
    times = in_turns(RUNS, mark, lambda: five_rows(at))
    return Result(
        "mark-ready", "marking ready for discharge, in process", ratio(times), "×", 4.0, _floor(times), sql
    )


def _mark(place: Place, cases: Iterator[Case], at: datetime) -> Callable[[], object]:
    """Return the bare act: nothing is read again afterwards, as the factory for tests does."""
    return lambda: mark_ready_for_discharge(
        case_id=next(cases).pk,
        actor=place.ward,
        at=at,
        physician="Jonas Ek",
        assessed_at=at,
        legal_ground="consent",
    )


def _floor(times: list[list[float]]) -> str:
    return f"bare five-row transaction, {median(times[1]):.2f} ms (the act {median(times[0]):.2f} ms)"


@transaction.atomic
def five_rows(at: datetime) -> None:
    for _ in range(5):
        Notification.objects.create(
            unit_id=uuid4(), case_id=uuid4(), cause_id=uuid4(), kind="floor", created_at=at, seen_at=at
        )


def sweep_result(at: datetime) -> Result:
    """A sweep when everything due has fired."""
    while sweep_due(at=at):
        pass
    (times,) = in_turns(RUNS, lambda: sweep_due(at=at))
    sql = statements(lambda: sweep_due(at=at))
    return Result("sweep-idle", "a sweep with nothing due", median(times), "ms", 10.0, "none: absolute", sql)
