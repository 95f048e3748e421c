"""Helglistan: who comes home Friday to Monday, or may, with who receives. A constant number of statements."""

from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Q

from discharge.models import Case, WeekendEdition
from discharge.rules.facts import CaseFacts
from discharge.rules.weekend_editions import days_of, weekend_of
from lus.access_log.log import log_shown
from lus.events.queries import events_of_cases
from lus.opening_hours import Hours
from lus.organisations.actor import Actor
from lus.organisations.models import Unit
from lus.organisations.queries import opening_hours_of, units_by_id
from lus.swedish_time import local_date

from .facts import facts_from
from .known_to import known_to
from .recipients import municipalities
from .shown_person import ShownPerson, shown
from .visible import open_cases

MOST = 200


@dataclass(frozen=True, slots=True)
class WeekendRow:
    """One case. ``is_new``: it has come since the first edition was made."""

    case: Case
    person: ShownPerson
    facts: CaseFacts
    municipality: str
    is_new: bool


@dataclass(frozen=True, slots=True)
class WeekendList:
    """``made``: the newest edition's time, None before Thursday 12.00. ``units`` and ``hours`` by unit id."""

    friday: date
    made: datetime | None
    rows: tuple[WeekendRow, ...]
    units: dict[str, Unit]
    hours: dict[str, Hours]


def on_the_list(friday: date) -> Q:
    """Return the condition: in hospital, and expected to leave that weekend, or ready to."""
    expected = Q(expected_discharge__in=days_of(friday)) | Q(readiness="ready")
    return Q(stay__in=("admitted", "on_leave")) & expected


def weekend_list(viewer: Actor, *, at: datetime) -> WeekendList:
    """Return the list of the weekend at hand for the viewer's units. Logs the patients shown."""
    friday, today = weekend_of(at), local_date(at)
    editions = list(WeekendEdition.objects.filter(friday=friday).order_by("made_at"))
    known = set(editions[0].case_ids) if editions else None
    visible = open_cases(viewer).filter(on_the_list(friday)).select_related("person", "ward__parent")
    cases = list(visible.order_by("registered_municipality", "expected_discharge", "pk")[:MOST])
    events, names = events_of_cases(case.pk for case in cases), dict(municipalities())
    rows = tuple(
        WeekendRow(
            case,
            shown(case.person, today),
            known_to(viewer, facts_from(case.pk, events[case.pk]), at),
            names.get(case.registered_municipality, "Annan kommun"),
            known is not None and case.pk not in known,
        )
        for case in cases
    )
    units = units_by_id({unit.unit_id for row in rows for unit in row.facts.active_units})
    log_shown(viewer, "weekend_list", [case.person_id for case in cases], at=at)
    made = editions[-1].made_at if editions else None
    return WeekendList(friday, made, rows, units, opening_hours_of(units))
