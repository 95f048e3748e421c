"""Min tur: what the viewer's units owe now in cases and plans, and what they wait for."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import Count, Max

from discharge.models import Case
from discharge.rules.owed_on_messages import DUTIES
from lus.access_log.log import log_shown
from lus.deadlines.models import Obligation, Subject
from lus.deadlines.queries import done_since, owed_by, owed_in
from lus.deadlines.subjects import DutySubject, subjects_of
from lus.events.models import Event
from lus.organisations.actor import Actor
from lus.organisations.queries import units_by_id
from lus.organisations.roles import Permission
from lus.swedish_time import local_date, local_midnight

from .board import board_mark
from .shown_person import ShownPerson, shown
from .turn_parties import TurnParties, turn_parties
from .visible import open_cases

LIMIT = 200
ABOUT_A_UNIT = frozenset({"choose_new_recipient"})  # their key is a unit's id
RECEIPTS = frozenset({"acknowledge", *DUTIES})  # their key is a message's event


@dataclass(frozen=True, slots=True)
class Turn:
    """One duty with its case. ``message`` is the event to acknowledge, when the duty is to acknowledge.

    ``other_party``: the municipality for a ward, the ward for everybody else. ``unit_states``: of the concerned
    units. ``about_unit``: the name of the unit that the duty is about, when it is about one. ``claimed_by``,
    ``claimed_name``: who of the unit that owes has taken the case on; never of another unit than the viewer's.
    ``may_take``: the duty is the viewer's own unit's. ``fields``: how many questions of the planning basis it is about.
    """

    duty: Obligation
    case: Case
    person: ShownPerson
    unit_name: str
    other_party: str
    unit_states: tuple[str, ...]
    message: Event | None = None
    about_unit: str = ""
    claimed_by: UUID | None = None
    claimed_name: str = ""
    is_mine: bool = False
    may_take: bool = False
    fields: int = 0


@dataclass(frozen=True, slots=True)
class PlanTurn:
    """One duty with the joint plan, or the deviation, that it is about. Nobody takes these on.

    ``person`` None: about no patient.
    """

    duty: Obligation
    subject: DutySubject
    person: ShownPerson | None
    unit_name: str
    is_mine: bool = False
    claimed_by: UUID | None = None


@dataclass(frozen=True, slots=True)
class MyTurn:
    """``waiting``: the most urgent duty of others in each of our cases; ``done``: met by our units today."""

    turns: tuple[Turn | PlanTurn, ...]
    waiting: tuple[Turn, ...]
    done: tuple[Turn | PlanTurn, ...]

    @property
    def case_ids(self) -> set[UUID]:
        """Ids of the cases that our units owe something in."""
        return {item.case.pk for item in self.turns if isinstance(item, Turn)}


def my_turn(viewer: Actor, *, at: datetime) -> MyTurn:
    """Return what the viewer's units owe, in order of urgency. Logs the patients shown."""
    viewer.require(Permission.SEE_CASES)
    owed = list(owed_by(viewer, at=at)[:LIMIT])
    done = list(done_since(viewer, local_midnight(local_date(at)))[:20])
    waiting = _others(viewer)
    cases = _cases({duty.case_id for duty in (*owed, *done, *waiting)})
    names = _names((*owed, *done, *waiting))
    parties = turn_parties(set(cases), viewer)
    from_ward = viewer.unit_kind not in ("ward", "hospital")
    messages = _messages(owed)
    plans = subjects_of(viewer, _elsewhere((*owed, *done)), at)
    today = local_date(at)

    def turn(duty: Obligation) -> Turn:
        return Turn(
            duty,
            cases[duty.case_id],
            shown(cases[duty.case_id].person, today),
            names.get(str(duty.unit_id), ""),
            cases[duty.case_id].ward.name if from_ward else parties.municipalities.get(duty.case_id, ""),
            parties.states.get(duty.case_id, ()),
            messages.get(duty.key),
            names.get(duty.key, ""),
            *_claim(duty, parties, viewer),
            parties.fields.get((duty.case_id, duty.unit_id, duty.code), 0),
        )

    def plan_turn(duty: Obligation) -> PlanTurn:
        subject = plans[duty.case_id]
        person = shown(subject.person, today) if subject.person else None
        return PlanTurn(duty, subject, person, names.get(str(duty.unit_id), ""))

    def all_turns(duties: list[Obligation]) -> tuple[Turn | PlanTurn, ...]:
        known = [duty for duty in duties if duty.case_id in cases or duty.case_id in plans]
        return tuple(turn(duty) if duty.case_id in cases else plan_turn(duty) for duty in known)

    people = [case.person_id for case in cases.values()] + [
        one.person.pk for one in plans.values() if one.person
    ]
    log_shown(viewer, "my_turn", people, at=at)
    waits = tuple(turn(duty) for duty in waiting if duty.case_id in cases)
    return MyTurn(all_turns(owed), waits, all_turns(done))


def _elsewhere(duties: Iterable[Obligation]) -> set[UUID]:
    """Return the streams of the duties that are about no case."""
    return {duty.case_id for duty in duties if duty.subject != Subject.CASE}


def _claim(duty: Obligation, parties: TurnParties, viewer: Actor) -> tuple[UUID | None, str, bool, bool]:
    claimed_by, name = parties.claims.get((duty.case_id, duty.unit_id), (None, ""))
    is_mine = claimed_by is not None and claimed_by == viewer.user_id
    return claimed_by, name, is_mine, duty.unit_id == viewer.unit_id


def turn_mark(viewer: Actor, *, at: datetime) -> str:
    """Return a word that changes whenever the list may say something else; shows no patient. Two statements."""
    owed = owed_by(viewer, at=at).aggregate(n=Count("pk"), last=Max("created_at"), fired=Max("fired_at"))
    return f"{board_mark(viewer, at=at)}.{owed}"


def turn_limits(viewer: Actor, *, at: datetime) -> list[datetime | None]:
    """Return the limits of all duties of the viewer's units, for the line above the list. Shows no patient."""
    return list(owed_by(viewer, at=at).values_list("due_at", flat=True)[:LIMIT])


def _others(viewer: Actor) -> list[Obligation]:
    mine = open_cases(viewer).order_by("-last_event_at").values_list("pk", flat=True)[:LIMIT]
    first: dict[UUID, Obligation] = {}
    for duty in owed_in(mine):
        if duty.unit_id not in viewer.unit_ids and duty.code not in DUTIES:
            first.setdefault(duty.case_id, duty)
    return list(first.values())


def _cases(ids: set[UUID]) -> dict[UUID, Case]:
    found = Case.objects.filter(pk__in=ids).select_related("person", "ward__parent")
    return {case.pk: case for case in found}


def _messages(owed: list[Obligation]) -> dict[str, Event]:
    keys = [duty.key for duty in owed if duty.code in RECEIPTS and duty.key]
    return {str(event.pk): event for event in Event.objects.filter(pk__in=keys)} if keys else {}


def _names(duties: Iterable[Obligation]) -> dict[str, str]:
    """Return the names of the units that owe, and of those that a duty is about."""
    ids = {duty.unit_id for duty in duties if duty.unit_id}
    about = {UUID(duty.key) for duty in duties if duty.code in ABOUT_A_UNIT and duty.key}
    return {unit_id: unit.name for unit_id, unit in units_by_id(ids | about).items()}
