"""Tavlan: the open cases of the viewer's units, one row each, in a constant number of statements."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, NamedTuple
from uuid import UUID

from django.db import connection
from django.db.models import F, QuerySet

from discharge.models import Case
from discharge.rules.next_step import DETAILS, URGENT
from discharge.rules.owed_on_messages import DUTIES
from lus.access_log.log import log_shown
from lus.deadlines.queries import OwedLine, first_owed_in
from lus.known_ids import id_array
from lus.organisations.actor import Actor
from lus.swedish_time import local_date

from .board_choice import Choice
from .board_choice import chosen as chosen_of
from .board_cohorts import COHORTS, Cohorts, count_rows, count_stored
from .shown_person import ShownPerson, shown_from
from .visible import open_cases

PAGE_SIZE = 200
VIEWS = ("all", *COHORTS)
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
    "track",
    "care_contact_name",
    "sip_needed",
    "sip_consent",
    "sip_state",
    "sip_meeting_at",
    "handover_missing",
    "discharged_at",
    "destination",
    "outside_act",
    "last_event_at",
    "home_ready_at",
    "home_ready",
    "waiting_for",
    "ward_id",
    "ward__name",
    "ward__parent__name",
    "person_id",
    "person__family_name",
    "person__given_name",
    "person__birth_date",
    "person__protection",
)


class BoardUnit(NamedTuple):
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
class Board:
    rows: tuple[BoardRow, ...]
    cohorts: Cohorts
    shown_of: int


def board(
    viewer: Actor,
    *,
    at: datetime,
    view: str = "all",
    limit: int = PAGE_SIZE,
    offset: int = 0,
    choice: Choice | None = None,
) -> Board:
    """Return the board. ``view`` is a key of ``VIEWS``; unknown views show all. Logs the patients on it.

    ``choice`` narrows rows and boxes alike (see ``board_choice``).
    """
    today = local_date(at)
    visible = chosen_of(open_cases(viewer), choice or Choice(), today=today)
    chosen = visible.filter(COHORTS[view].stored(today)) if view in COHORTS else visible
    # One more than is shown tells whether this is all there is.
    found = list(chosen.order_by(*_order(viewer)).values(*CASE_COLUMNS)[offset : offset + limit + 1])
    is_all = view not in COHORTS and not offset and len(found) <= limit
    rows = _rows(found[:limit], at)
    cohorts = count_rows(found, _states(rows), today) if is_all else count_stored(visible, today)
    log_shown(viewer, "board", [row.person.person_id for row in rows], at=at)
    in_view = getattr(cohorts, view) if view in COHORTS else cohorts.total
    return Board(rows, cohorts, max(offset + len(rows), in_view))


def board_mark(viewer: Actor, *, at: datetime, choice: Choice | None = None) -> str:
    """Return the mark of the board as it is now, in one statement; shows no patient. See ``Cohorts.mark``."""
    today = local_date(at)
    return count_stored(chosen_of(open_cases(viewer), choice or Choice(), today=today), today).mark


def ordered(viewer: Actor, *, at: datetime, view: str = "all") -> QuerySet[Case]:
    """Return the viewer's open cases in the board's order; ``view`` as in ``board``."""
    visible = open_cases(viewer)
    chosen = visible.filter(COHORTS[view].stored(local_date(at))) if view in COHORTS else visible
    return chosen.order_by(*_order(viewer))


def rows_of(cases: QuerySet[Case], at: datetime) -> tuple[BoardRow, ...]:
    """Return the cases as rows of the board. Whoever shows them logs the patients."""
    return _rows(list(cases.values(*CASE_COLUMNS)), at)


def _states(rows: Sequence[BoardRow]) -> dict[UUID, list[str]]:
    return {row.case["pk"]: [unit.state for unit in row.units] for row in rows}


def _order(viewer: Actor) -> tuple[Any, ...]:
    """The ward looks for who has waited longest as ready; the others for who comes home first."""
    waited = F("ready_sent_at").asc(nulls_last=True)
    home = F("expected_discharge").asc(nulls_last=True)
    return (waited, home, "pk") if viewer.unit_kind in ("ward", "hospital") else (home, waited, "pk")


def _rows(found: Sequence[dict[str, Any]], at: datetime) -> tuple[BoardRow, ...]:
    ids = [row["pk"] for row in found]
    units = _units(ids)
    owed = first_owed_in(ids, at=at, urgent=URGENT, details=DETAILS, without=DUTIES)
    today = local_date(at)
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


# Written by hand: building it anew costs as much as running it.
UNITS = """
SELECT party.case_id, party.unit_id, party.role, party.state, unit.name, principal.name, party.told_at
FROM discharge_caseunit party
JOIN organisations_unit unit ON unit.id = party.unit_id
JOIN organisations_principal principal ON principal.id = unit.principal_id
WHERE party.case_id = ANY(%s::uuid[]) AND party.role <> 'ward'
ORDER BY party.case_id, party.id
"""


def _units(case_ids: Sequence[UUID]) -> dict[UUID, tuple[BoardUnit, ...]]:
    found: dict[UUID, list[BoardUnit]] = {}
    with connection.cursor() as cursor:
        cursor.execute(UNITS, [id_array(case_ids)])
        rows = cursor.fetchall()
    for case_id, *unit in rows:
        found.setdefault(case_id, []).append(BoardUnit(*unit))
    return {case_id: tuple(units) for case_id, units in found.items()}
