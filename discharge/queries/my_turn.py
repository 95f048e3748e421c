"""Min tur: what the viewer's units owe now, and what they wait for."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from discharge.models import Case, CaseUnit
from lus.access_log.log import log_shown
from lus.deadlines.models import Obligation
from lus.deadlines.queries import done_since, owed_by, owed_in
from lus.events.models import Event
from lus.organisations.actor import Actor
from lus.organisations.queries import units_by_id
from lus.organisations.roles import Permission
from lus.swedish_time import local_date, local_midnight

from .shown_person import ShownPerson, shown
from .visible import open_cases

LIMIT = 200


@dataclass(frozen=True, slots=True)
class Turn:
    """One duty with its case. ``message`` is the event to acknowledge, when the duty is to acknowledge.

    ``other_party``: the municipality for a ward, the ward for everybody else.
    """

    duty: Obligation
    case: Case
    person: ShownPerson
    unit_name: str
    other_party: str
    message: Event | None = None


@dataclass(frozen=True, slots=True)
class MyTurn:
    """``waiting``: the most urgent duty of others in each of our cases; ``done``: met by our units today."""

    turns: tuple[Turn, ...]
    waiting: tuple[Turn, ...]
    done: tuple[Turn, ...]


def my_turn(viewer: Actor, *, at: datetime) -> MyTurn:
    """Return what the viewer's units owe, in order of urgency. Logs the patients shown."""
    viewer.require(Permission.SEE_CASES)
    owed = list(owed_by(viewer)[:LIMIT])
    done = list(done_since(viewer, local_midnight(local_date(at)))[:20])
    waiting = _others(viewer)
    cases = _cases({duty.case_id for duty in (*owed, *done, *waiting)})
    units = units_by_id({duty.unit_id for duty in (*owed, *done, *waiting) if duty.unit_id})
    names = {unit_id: unit.name for unit_id, unit in units.items()}
    municipalities = _municipalities(set(cases)) if viewer.unit_kind in ("ward", "hospital") else {}
    messages = _messages(owed)
    today = local_date(at)

    def turns(duties: list[Obligation]) -> tuple[Turn, ...]:
        return tuple(
            Turn(
                duty,
                cases[duty.case_id],
                shown(cases[duty.case_id].person, today),
                names.get(str(duty.unit_id), ""),
                municipalities.get(duty.case_id, "") or cases[duty.case_id].ward.name,
                messages.get(duty.key),
            )
            for duty in duties
            if duty.case_id in cases
        )

    log_shown(viewer, "my_turn", [case.person_id for case in cases.values()], at=at)
    return MyTurn(turns(owed), turns(waiting), turns(done))


def turn_count(viewer: Actor) -> int:
    """Return how many duties the viewer's units have, for the menu."""
    return owed_by(viewer).count()


def _others(viewer: Actor) -> list[Obligation]:
    mine = open_cases(viewer).order_by("-last_event_at").values_list("pk", flat=True)[:LIMIT]
    first: dict[UUID, Obligation] = {}
    for duty in owed_in(mine):
        if duty.unit_id not in viewer.unit_ids:
            first.setdefault(duty.case_id, duty)
    return list(first.values())


def _cases(ids: set[UUID]) -> dict[UUID, Case]:
    found = Case.objects.filter(pk__in=ids).select_related("person", "ward__parent")
    return {case.pk: case for case in found}


def _messages(owed: list[Obligation]) -> dict[str, Event]:
    keys = [duty.key for duty in owed if duty.code == "acknowledge" and duty.key]
    return {str(event.pk): event for event in Event.objects.filter(pk__in=keys)} if keys else {}


def _municipalities(case_ids: set[UUID]) -> dict[UUID, str]:
    """Return ``{case id: the municipality's name}`` in one statement."""
    rows = CaseUnit.objects.filter(case_id__in=case_ids, role="municipality").values_list(
        "case_id", "unit__principal__name"
    )
    return dict(rows)
