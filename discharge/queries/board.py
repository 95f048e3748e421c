"""Tavlan: the open cases of the viewer's units, one row each, in a constant number of statements."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID

from django.db.models import Count, F, Max, Min, Q, QuerySet, Sum

from discharge.models import Case, CaseUnit
from discharge.rules.next_step import in_order
from lus.access_log.log import log_shown
from lus.deadlines.queries import OwedLine, lines_owed_in
from lus.organisations.actor import Actor
from lus.swedish_time import local_date

from .shown_person import ShownPerson, shown_from
from .visible import open_cases

PAGE_SIZE = 200
CASE_COLUMNS = (
    "pk",
    "reference",
    "version",
    "care_form",
    "stay",
    "readiness",
    "admitted_at",
    "admission_notice_at",
    "expected_discharge",
    "expected_before",
    "expected_moves",
    "ready_sent_at",
    "day_zero",
    "first_liable_day",
    "care_contact_name",
    "sip_needed",
    "sip_consent",
    "summons_at",
    "discharged_at",
    "ward_id",
    "ward__name",
    "ward__parent__name",
    "person_id",
    "person__family_name",
    "person__given_name",
    "person__birth_date",
    "person__protection",
)


@dataclass(frozen=True, slots=True)
class BoardUnit:
    """A concerned unit on a row. ``principal`` is the municipality's or the region's name."""

    unit_id: UUID
    role: str
    state: str
    name: str
    principal: str
    told_at: datetime | None


@dataclass(frozen=True, slots=True)
class BoardRow:
    """One case. ``case`` maps ``CASE_COLUMNS`` to values; ``next_step`` is its most urgent duty, if any is open."""

    case: dict[str, Any]
    person: ShownPerson
    units: tuple[BoardUnit, ...]
    next_step: OwedLine | None
    next_unit_name: str


@dataclass(frozen=True, slots=True)
class Cohorts:
    """How many open cases stand in each box, and since when the oldest."""

    total: int
    unacknowledged: int
    planning: int
    ready: int
    over_grace: int
    home_soon: int
    oldest_ready: datetime | None
    versions: int | None
    newest: datetime | None

    @property
    def mark(self) -> str:
        """Changes whenever any of the viewer's cases has changed, come or gone."""
        return f"{self.total}.{self.versions}.{self.newest and self.newest.timestamp()}"


@dataclass(frozen=True, slots=True)
class Board:
    rows: tuple[BoardRow, ...]
    cohorts: Cohorts
    shown_of: int


def board(
    viewer: Actor, *, at: datetime, view: str = "all", limit: int = PAGE_SIZE, offset: int = 0
) -> Board:
    """Return the board. ``view`` is a key of ``VIEWS``; unknown views show all. Logs the patients on it."""
    today = local_date(at)
    visible = open_cases(viewer)
    cohorts = _cohorts(visible, today)
    chosen = VIEWS.get(view, VIEWS["all"])(visible, today)
    found = list(chosen.order_by(*_order(viewer)).values(*CASE_COLUMNS)[offset : offset + limit])
    rows = _rows(found, at)
    log_shown(viewer, "board", [row.person.person_id for row in rows], at=at)
    return Board(rows, cohorts, _count(view, cohorts, offset + len(found)))


def board_mark(viewer: Actor, *, at: datetime) -> str:
    """Return the mark of the board as it is now, in one statement; shows no patient. See ``Cohorts.mark``."""
    return _cohorts(open_cases(viewer), local_date(at)).mark


def _count(view: str, cohorts: Cohorts, seen: int) -> int:
    counts = {
        "all": cohorts.total,
        "unacknowledged": cohorts.unacknowledged,
        "planning": cohorts.planning,
        "ready": cohorts.ready,
        "over_grace": cohorts.over_grace,
        "home_soon": cohorts.home_soon,
    }
    return max(seen, counts.get(view, cohorts.total))


def _unacknowledged(cases: QuerySet[Case], _today: date) -> QuerySet[Case]:
    return cases.filter(pk__in=CaseUnit.objects.filter(is_open=True, state="new").values("case_id"))


def _planning(cases: QuerySet[Case], _today: date) -> QuerySet[Case]:
    return cases.filter(
        readiness__in=("not_ready", "withdrawn"), admission_notice_at__isnull=False, stay="admitted"
    )


def _home_soon(cases: QuerySet[Case], today: date) -> QuerySet[Case]:
    return cases.filter(stay="admitted", expected_discharge__lte=today + timedelta(days=1))


VIEWS = {
    "all": lambda cases, today: cases,
    "unacknowledged": _unacknowledged,
    "planning": _planning,
    "ready": lambda cases, today: cases.filter(readiness="ready", stay="admitted"),
    "over_grace": lambda cases, today: cases.filter(
        readiness="ready", stay="admitted", first_liable_day__lte=today
    ),
    "home_soon": _home_soon,
}


def _cohorts(cases: QuerySet[Case], today: date) -> Cohorts:
    inside = Q(stay="admitted")
    ready = inside & Q(readiness="ready")
    counts = cases.aggregate(
        total=Count("pk"),
        planning=Count(
            "pk",
            filter=inside & Q(readiness__in=("not_ready", "withdrawn"), admission_notice_at__isnull=False),
        ),
        ready=Count("pk", filter=ready),
        over_grace=Count("pk", filter=ready & Q(first_liable_day__lte=today)),
        home_soon=Count("pk", filter=inside & Q(expected_discharge__lte=today + timedelta(days=1))),
        oldest_ready=Min("ready_sent_at", filter=ready),
        versions=Sum("version"),
        newest=Max("last_event_at"),
        unacknowledged=Count(
            "pk", filter=Q(pk__in=CaseUnit.objects.filter(is_open=True, state="new").values("case_id"))
        ),
    )
    return Cohorts(**counts)


def _order(viewer: Actor) -> tuple[Any, ...]:
    """The ward looks for who has waited longest as ready; the others for who comes home first."""
    waited = F("ready_sent_at").asc(nulls_last=True)
    home = F("expected_discharge").asc(nulls_last=True)
    return (waited, home, "pk") if viewer.unit_kind in ("ward", "hospital") else (home, waited, "pk")


def _rows(found: Sequence[dict[str, Any]], at: datetime) -> tuple[BoardRow, ...]:
    ids = [row["pk"] for row in found]
    units = _units(ids)
    owed, today = _most_urgent(ids, at), local_date(at)
    return tuple(_row(case, units.get(case["pk"], ()), owed.get(case["pk"]), today) for case in found)


def _row(case: dict[str, Any], units: tuple[BoardUnit, ...], owed: OwedLine | None, today: date) -> BoardRow:
    person = shown_from(
        case["person_id"],
        case["person__family_name"],
        case["person__given_name"],
        case["person__birth_date"],
        case["person__protection"],
        today,
    )
    names = {unit.unit_id: unit.name for unit in units} | {case["ward_id"]: case["ward__name"]}
    owner = names.get(owed.unit_id, "") if owed and owed.unit_id else ""
    return BoardRow(case, person, units, owed, owner)


def _units(case_ids: Sequence[UUID]) -> dict[UUID, tuple[BoardUnit, ...]]:
    found: dict[UUID, list[BoardUnit]] = {}
    rows = (
        CaseUnit.objects.filter(case_id__in=case_ids)
        .exclude(role="ward")
        .order_by("case_id", "pk")
        .values_list("case_id", "unit_id", "role", "state", "unit__name", "unit__principal__name", "told_at")
    )
    for case_id, unit_id, role, state, name, principal, told_at in rows:
        unit = BoardUnit(unit_id, role, state, name, principal, told_at)
        found.setdefault(case_id, []).append(unit)
    return {case_id: tuple(units) for case_id, units in found.items()}


def _most_urgent(case_ids: Sequence[UUID], at: datetime) -> dict[UUID, OwedLine]:
    by_case: dict[UUID, list[OwedLine]] = {}
    for duty in lines_owed_in(case_ids):
        by_case.setdefault(duty.case_id, []).append(duty)
    return {case_id: in_order(duties, at)[0] for case_id, duties in by_case.items()}
