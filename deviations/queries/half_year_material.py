"""Underlaget till en halvårsrapport: a county's deviations as codes and days, folded from their own events."""

from collections.abc import Iterable, Sequence
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db.models import Count, QuerySet

from deviations.models import Deviation, HalfYearReport
from deviations.queries.detector_rates import detector_rates
from deviations.rules.fold_deviation import fold_deviation
from deviations.rules.half_year.period import HalfYear
from deviations.rules.half_year.reported import Fault, Material, Met, Offered, Reported
from deviations.rules.owed import deviation_duties
from deviations.rules.policy import policy_of
from deviations.rules.taxonomy import VERSION
from discharge.queries.discharges import discharges_by_month
from discharge.queries.facts import event_facts
from discharge.rules.facts import EventFact
from lus.events.queries import events_of_cases
from lus.swedish_time import end_of_local_day, local_midnight

COLUMNS = (
    "id",
    "event_date",
    "direction",
    "process_step",
    "code_reported",
    "consequence",
    "delay_days",
    "care_form",
)


def half_year_material(
    county: str, half_year: HalfYear, *, cut_off: datetime, faults: Sequence[Fault] = ()
) -> Material:
    """Return what the report is made of, in a constant number of statements. ``county``: two digits."""
    months = [month for one in half_year.series for month in one.months]
    policy = policy_of(county, local_midnight(half_year.last))
    return Material(
        half_year=half_year,
        cut_off=cut_off,
        county=county,
        policy=f"{policy.county} från {policy.valid_from}",
        taxonomy=VERSION,
        rows=_rows(county, half_year, cut_off),
        by_month=_by_month(county, half_year, cut_off),
        discharges=discharges_by_month(county, months),
        offers=_offers(county, half_year),
        faults=tuple(faults),
        before=_before(county, half_year),
    )


def _rows(county: str, half_year: HalfYear, cut_off: datetime) -> list[Reported]:
    days = (half_year.first, half_year.last)
    stored = list(_counted(county, cut_off).filter(event_date__range=days).values(*COLUMNS))
    events = events_of_cases(row["id"] for row in stored)
    return [_reported(row, event_facts(events[row["id"]])) for row in stored]


def _by_month(county: str, half_year: HalfYear, cut_off: datetime) -> dict[date, int]:
    days = (half_year.series[0].first, half_year.last)
    rows = (
        _counted(county, cut_off)
        .filter(event_date__range=days)
        .values("event_date__year", "event_date__month")
    )
    return {
        date(row["event_date__year"], row["event_date__month"], 1): row["count"]
        for row in rows.annotate(count=Count("pk"))
    }


def _counted(county: str, cut_off: datetime) -> QuerySet[Deviation]:
    rows = Deviation.objects.filter(county=county, registered_at__lte=cut_off)
    return rows.exclude(state="retracted")


def _reported(row: dict[str, Any], events: tuple[EventFact, ...]) -> Reported:
    facts = fold_deviation(events, str(row["id"]))
    return Reported(
        event_date=row["event_date"],
        direction=row["direction"],
        step=row["process_step"],
        code_reported=row["code_reported"],
        code_analysed=facts.code_analysed,
        consequence=row["consequence"],
        delay_days=row["delay_days"],
        care_form=row["care_form"],
        misaddressed=facts.addressees > 1,
        acknowledged=_clock("acknowledge_deviation", events, row["id"]),
        answered=_clock("give_deviation_feedback", _until_first_answer(events), row["id"]),
        closed_at=facts.closed_at,
    )


def _until_first_answer(events: tuple[EventFact, ...]) -> tuple[EventFact, ...]:
    """A dispute asks for another answer; what is timed is the first."""
    for place, event in enumerate(events):
        if event.name == "deviation_feedback_given":
            return events[: place + 1]
    return events


def _clock(code: str, events: Iterable[EventFact], deviation_id: UUID) -> Met:
    """The last addressee's limit, and the days from the report: a new addressee's limit begins anew (§6)."""
    facts = fold_deviation(events, str(deviation_id))
    duty = next((one for one in deviation_duties(facts) if one.code == code), None)
    if duty is None:
        # Stopped while the reporter is asked: nobody is late.
        return Met(facts.registered_at)
    return Met(facts.registered_at, duty.due_at, duty.met_at)


def _offers(county: str, half_year: HalfYear) -> list[Offered]:
    rates = detector_rates(local_midnight(half_year.first), end_of_local_day(half_year.last), county=county)
    return [Offered(one.detector, one.title, one.offered, one.accepted, one.dismissed) for one in rates]


def _before(county: str, half_year: HalfYear) -> dict[str, Any]:
    earlier = HalfYearReport.objects.filter(county=county, half_year__lt=str(half_year))
    return earlier.order_by("-half_year").values_list("content", flat=True).first() or {}
