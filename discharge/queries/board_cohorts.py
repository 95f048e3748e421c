"""Tavlans rutor: which cases stand in each box, said once for the database and once for rows already read.

A page that has read all its cases counts them where they are; a longer list is counted by the database. A test
holds the two against each other.
"""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from django.db.models import Count, Exists, Max, Min, OuterRef, Q, QuerySet, Sum

from discharge.models import Case, CaseUnit

Row = Mapping[str, Any]
NOT_READY = ("not_ready", "withdrawn")


@dataclass(frozen=True, slots=True)
class Cohort:
    """``stored``: the filter, given today; ``holds``: the same of a row, its units' states and today."""

    stored: Callable[[date], Q]
    holds: Callable[[Row, Collection[str], date], bool]


@dataclass(frozen=True, slots=True)
class Cohorts:
    """How many open cases stand in each box, and since when the oldest."""

    total: int
    unacknowledged: int
    planning: int
    ready: int
    over_grace: int
    home_ready: int
    home_soon: int
    oldest_ready: datetime | None
    versions: int | None
    newest: datetime | None

    @property
    def mark(self) -> str:
        """Changes whenever any of the viewer's cases has changed, come or gone."""
        return f"{self.total}.{self.versions}.{self.newest and self.newest.timestamp()}"


def _inside(row: Row) -> bool:
    return bool(row["stay"] == "admitted")


def _ready(row: Row) -> bool:
    return _inside(row) and row["readiness"] == "ready"


def _soon(today: date) -> date:
    return today + timedelta(days=1)


COHORTS: dict[str, Cohort] = {
    "unacknowledged": Cohort(
        lambda today: Q(Exists(CaseUnit.objects.filter(case_id=OuterRef("pk"), is_open=True, state="new"))),
        lambda row, states, today: "new" in states,
    ),
    "planning": Cohort(
        lambda today: Q(stay="admitted", readiness__in=NOT_READY, admission_notice_at__isnull=False),
        lambda row, states, today: (
            _inside(row) and row["readiness"] in NOT_READY and row["admission_notice_at"] is not None
        ),
    ),
    "ready": Cohort(
        lambda today: Q(stay="admitted", readiness="ready"), lambda row, states, today: _ready(row)
    ),
    "over_grace": Cohort(
        lambda today: Q(stay="admitted", readiness="ready", first_liable_day__lte=today),
        lambda row, states, today: (
            _ready(row) and row["first_liable_day"] is not None and row["first_liable_day"] <= today
        ),
    ),
    "home_ready": Cohort(
        lambda today: Q(stay="admitted", readiness="ready", home_ready_at__isnull=False),
        lambda row, states, today: _ready(row) and row["home_ready_at"] is not None,
    ),
    "home_soon": Cohort(
        lambda today: Q(stay="admitted", expected_discharge__lte=_soon(today)),
        lambda row, states, today: (
            _inside(row)
            and row["expected_discharge"] is not None
            and row["expected_discharge"] <= _soon(today)
        ),
    ),
}


def count_stored(cases: QuerySet[Case], today: date) -> Cohorts:
    """Count in the database, in one statement."""
    boxes = {name: Count("pk", filter=cohort.stored(today)) for name, cohort in COHORTS.items()}
    counts = cases.aggregate(
        total=Count("pk"),
        oldest_ready=Min("ready_sent_at", filter=COHORTS["ready"].stored(today)),
        versions=Sum("version"),
        newest=Max("last_event_at"),
        **boxes,
    )
    return Cohorts(**counts)


def count_rows(rows: Sequence[Row], states: Mapping[Any, Collection[str]], today: date) -> Cohorts:
    """Count rows that have been read; ``states``: of the units of each case, by its key."""
    boxes = {
        name: sum(cohort.holds(row, states.get(row["pk"], ()), today) for row in rows)
        for name, cohort in COHORTS.items()
    }
    return Cohorts(
        total=len(rows),
        oldest_ready=min((row["ready_sent_at"] for row in rows if _ready(row)), default=None),
        versions=sum(row["version"] for row in rows) if rows else None,
        newest=max((row["last_event_at"] for row in rows), default=None),
        **boxes,
    )
