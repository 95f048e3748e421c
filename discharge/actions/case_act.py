"""The minutes of every act on a case: require → lock → rules → save → event → clocks → tell.

``begin`` opens the minutes (locks the row, folds the facts, refuses what the rules refuse), the act says what is
to be recorded, and ``CaseAct.record`` writes it all in the act's own transaction.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from functools import cached_property
from uuid import UUID

from django.db import connection

from discharge.events import EVENTS
from discharge.queries.agreements import AgreementOn, PaymentStart, record_chooser, start_of
from discharge.queries.blocked import shared, without_blocked
from discharge.queries.checklists import checklist_of
from discharge.queries.facts import event_facts, facts_of
from discharge.rules.conflicts import newer_conflict
from discharge.rules.facts import CaseFacts
from discharge.rules.fold import fold
from discharge.rules.home_ready.news import home_ready_news
from discharge.rules.obligations import Obligation, obligations
from discharge.rules.refusal import Refusal
from discharge.rules.stages import refusal
from discharge.rules.time_refusal import time_refusal
from discharge.rules.track_news import track_news
from discharge.rules.words import who_and_when
from lus.deadlines.keep import Owed, keep
from lus.events.models import Event
from lus.events.reactions import react
from lus.events.record import New, record
from lus.known_ids import id_array
from lus.opening_hours import Hours
from lus.organisations.actor import CLOCK, Actor
from lus.organisations.queries import opening_hours_of
from lus.organisations.roles import Permission
from lus.refusals import NotThere, StalePage, refused
from lus.swedish_time import local_date

from .blocked_picture import hide_blocked, told_to_all
from .count_again import recalculated
from .deliver import delivered
from .picture import save_picture
from .tell_units import tell_of_events


@dataclass
class CaseAct:
    """One act under way. ``whole`` is the case as it stands when the row is locked.

    ``facts``: what the actor may act upon, the case without what other units have blocked (docs/adr/0032).
    """

    case_id: UUID
    whole: CaseFacts
    actor: Actor
    at: datetime
    _hours: dict[str, Hours | None] = field(default_factory=dict, repr=False)
    _starts: dict[datetime, PaymentStart | None] = field(default_factory=dict, repr=False)

    facts: CaseFacts = field(init=False)

    def __post_init__(self) -> None:
        self.facts = without_blocked(self.actor, self.whole, self.at)

    def hours_of(self, unit_ids: Iterable[str]) -> dict[str, Hours]:
        """Return the registered opening hours of units, each read once for the whole act."""
        wanted = list(unit_ids)
        missing = [unit_id for unit_id in wanted if unit_id not in self._hours]
        if missing:
            self._hours |= dict.fromkeys(missing) | opening_hours_of(missing)
        return {unit_id: hours for unit_id in wanted if (hours := self._hours[unit_id]) is not None}

    @cached_property
    def agreement_on(self) -> AgreementOn:
        """The agreement of the case by day; read once for the whole act."""
        return record_chooser(self.facts)

    def payment_start(self, sent_at: datetime | None = None) -> PaymentStart | None:
        """When the count begins for the notice in force, or for one that would be sent at ``sent_at``."""
        spell = self.facts.open_spell
        sent_at = sent_at or (spell.sent_at if spell else None)
        if sent_at is None or self.facts.scope.is_outside:
            return None
        if sent_at not in self._starts:
            self._starts[sent_at] = start_of(self.agreement_on, sent_at)
        return self._starts[sent_at]

    def record(self, *new: New) -> CaseFacts:
        """Record ``new``, in order, and make tables, clocks and notices agree. Returns the facts after.

        The tables hold what all units of the case may know: nothing that is blocked.
        """
        before = shared(self.whole)
        events = self._append(new)
        news = self._news(shared(self.whole))
        if news:
            # Whatever act it was that brought it about, the clock says so in the same breath.
            events += self._append(news)
        again = recalculated(before, shared(self.whole), events, self.at)
        if again:
            events += self._append(again)
        start, after = self.payment_start(), shared(self.whole)
        owed = owed_of(after, start)
        save_picture(self.case_id, before, after, start)
        keep(self.case_id, owed, at=self.at, because=events[0].name)
        if self.whole.blocks:
            in_all = owed_of(self.whole, start)
            hide_blocked(self.whole, in_all, owed, at=self.at, because=events[0].name)
        tell_of_events(told_to_all(events, after), before, after, self.case_id, self.at)
        react(events)
        return self.facts

    def _news(self, known: CaseFacts) -> list[New]:
        """Return what the clock tells of by itself: home-ready reached or lost, another track suggested."""
        found = (
            home_ready_news(known, checklist_of(known.home.checklist)),
            track_news(known, local_date(self.at)),
        )
        return [New(*one, by=CLOCK) for one in found if one is not None]

    def _append(self, new: Sequence[New]) -> list[Event]:
        events = record(
            self.case_id,
            list(delivered(new, self.at, self.hours_of)),
            actor=self.actor,
            at=self.at,
            last=self.whole.version,
        )
        self.whole = fold(str(self.case_id), (*self.whole.events, *event_facts(events)))
        self.facts = without_blocked(self.actor, self.whole, self.at)
        return events


def begin(
    act: str,
    case_id: UUID,
    *,
    actor: Actor,
    at: datetime,
    permission: Permission,
    happened_at: datetime | None = None,
    time_field: str = "happened_at",
    seen_version: int | None = None,
    target_id: str | None = None,
    event_id: str | None = None,
) -> CaseAct:
    """Lock the case for ``act`` or refuse it.

    ``happened_at``: the time that somebody typed, if any, in the input ``time_field``; ``seen_version``: the
    version that the page showed; ``target_id``: the unit that a ward's act is about; ``event_id``: the message
    that is acknowledged.
    Raises NotPermitted, NotThere (also when the case is another unit's), StalePage, or the rules' refusal.
    """
    actor.require(permission)
    _lock(case_id, actor)
    under_way = CaseAct(case_id, facts_of(case_id), actor, at)
    facts = under_way.facts
    unit_id = None if actor.kind == "clock" else str(actor.unit_id)
    refuse(refusal(act, facts, unit_id, target_id=target_id, event_id=event_id, at=at))
    refuse_stale(act, facts, unit_id, seen_version, at)
    refuse(time_refusal(act, facts, happened_at or at, at), field=time_field)
    return under_way


def refuse(said: Refusal | None, field: str = "") -> None:
    """Raise what a rule said, if it said no. ``field``: what the act calls the input that the rule is about."""
    if said is not None:
        raise refused(said.code, said.title, said.detail, said.advice, said.event_id, field or said.field)


# One statement, by hand: it opens every act, and building it anew costs as much as running it.
LOCK = """
SELECT 1 FROM events_stream
WHERE id = %s AND (%s OR EXISTS (
    SELECT 1 FROM discharge_caseunit party
    WHERE party.case_id = events_stream.id AND party.unit_id = ANY(%s::uuid[]) AND party.lost_access_at IS NULL))
FOR UPDATE OF events_stream
"""


def _lock(case_id: UUID, actor: Actor) -> None:
    """Take the case's one lock, if the actor's units are party to it."""
    with connection.cursor() as cursor:
        cursor.execute(LOCK, [case_id, actor.kind == "clock", id_array(actor.unit_ids)])
        if cursor.fetchone() is None:
            raise NotThere


def refuse_stale(
    act: str, facts: CaseFacts, unit_id: str | None, seen_version: int | None, at: datetime
) -> None:
    if seen_version is None or seen_version >= facts.version:
        return
    newer = newer_conflict(act, facts.events, seen_version, unit_id=unit_id)
    if newer is not None:
        raise StalePage(
            f"{EVENTS[newer.name].label} {who_and_when(newer, at)} medan sidan var öppen. "
            "Inget av det ni skrev har skickats.",
            "Läs ändringen och gör om åtgärden om den fortfarande behövs.",
            event_id=newer.event_id,
        )


def owed_of(facts: CaseFacts, start: PaymentStart | None) -> list[Owed]:
    """Return what the rules say is owed, in the shape that ``keep`` stores."""
    wanted = obligations(
        facts,
        day_zero=start.day_zero if start else None,
        first_liable_day=start.first_liable_day if start else None,
        checklist=checklist_of(facts.home.checklist),
    )
    return [as_owed(duty) for duty in wanted]


def as_owed(duty: Obligation) -> Owed:
    """Return a duty of the rules in the shape that ``keep`` stores."""
    return Owed(
        code=duty.code,
        unit_id=UUID(duty.unit_id) if duty.unit_id else None,
        basis=duty.basis,
        reference=duty.reference,
        clock=duty.clock,
        starts_at=duty.starts_at,
        due_at=duty.due_at,
        raw_due_at=duty.raw_due_at,
        explanation=duty.explanation,
        key=duty.key,
        met_at=duty.met_at,
    )
