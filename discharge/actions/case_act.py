"""The minutes of every act on a case: require → lock → rules → save → event → clocks → tell.

``begin`` opens the minutes (locks the row, folds the facts, refuses what the rules refuse), the act says what is
to be recorded, and ``CaseAct.record`` writes it all in the act's own transaction.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from discharge.events import EVENTS
from discharge.models import Case, CaseUnit
from discharge.queries.agreements import PaymentStart, payment_start
from discharge.queries.facts import event_facts, facts_from
from discharge.rules.conflicts import newer_conflict
from discharge.rules.facts import CaseFacts
from discharge.rules.fold import fold
from discharge.rules.obligations import Obligation, obligations
from discharge.rules.refusal import Refusal
from discharge.rules.stages import refusal
from discharge.rules.time_refusal import time_refusal
from discharge.rules.told import URGENT, told_units
from discharge.rules.words import who_and_when
from lus.deadlines.keep import Owed, keep
from lus.events.models import Event
from lus.events.queries import events_of
from lus.events.reactions import react
from lus.events.record import New, lock_stream, record
from lus.notifications.tell import tell
from lus.organisations.actor import Actor
from lus.organisations.roles import Permission
from lus.refusals import NotThere, StalePage, refused

from .picture import save_picture


@dataclass
class CaseAct:
    """One act under way. ``facts`` are what was known when the row was locked."""

    case: Case
    facts: CaseFacts
    actor: Actor
    at: datetime

    def record(self, *new: New) -> CaseFacts:
        """Record ``new``, in order, and make tables, clocks and notices agree. Returns the facts after."""
        events = record(self.case.pk, new, actor=self.actor, at=self.at)
        before = self.facts
        self.facts = fold(str(self.case.pk), (*before.events, *event_facts(events)))
        start = payment_start(self.facts)
        save_picture(self.case, before, self.facts, start)
        keep(self.case.pk, owed_of(self.facts, start), at=self.at, because=events[0].name)
        _tell(events, before, self.facts, self.case.pk, self.at)
        react(events)
        return self.facts


def begin(
    act: str,
    case_id: UUID,
    *,
    actor: Actor,
    at: datetime,
    permission: Permission,
    happened_at: datetime | None = None,
    seen_version: int | None = None,
    target_id: str | None = None,
    event_id: str | None = None,
) -> CaseAct:
    """Lock the case for ``act`` or refuse it.

    ``happened_at``: the time that somebody typed, if any; ``seen_version``: the version that the page showed;
    ``target_id``: the unit that a ward's act is about; ``event_id``: the message that is acknowledged.
    Raises NotPermitted, NotThere (also when the case is another unit's), StalePage, or the rules' refusal.
    """
    actor.require(permission)
    case = _locked(case_id, actor)
    facts = facts_from(case_id, events_of(case_id))
    unit_id = None if actor.kind == "clock" else str(actor.unit_id)
    refuse(refusal(act, facts, unit_id, target_id=target_id, event_id=event_id, at=at))
    _refuse_stale(act, facts, unit_id, seen_version, at)
    refuse(time_refusal(act, facts, happened_at or at, at))
    return CaseAct(case, facts, actor, at)


def refuse(said: Refusal | None, field: str = "") -> None:
    """Raise what a rule said, if it said no. ``field``: the input it is about, when the rule does not know."""
    if said is not None:
        raise refused(said.code, said.title, said.detail, said.advice, said.event_id, said.field or field)


def _locked(case_id: UUID, actor: Actor) -> Case:
    party = CaseUnit.objects.filter(case_id=case_id, unit_id__in=actor.unit_ids, lost_access_at__isnull=True)
    if not (actor.kind == "clock" or party.exists()) or not lock_stream(case_id):
        raise NotThere
    return Case.objects.get(pk=case_id)


def _refuse_stale(
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
    )
    return [_as_owed(duty) for duty in wanted]


def _as_owed(duty: Obligation) -> Owed:
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


def _tell(events: Sequence[Event], before: CaseFacts, after: CaseFacts, case_id: UUID, at: datetime) -> None:
    known = {(item.event_id, item.unit_id) for item in before.deliveries}
    for event in events:
        reached = {
            item.unit_id
            for item in after.deliveries
            if item.event_id == str(event.pk) and (item.event_id, item.unit_id) not in known
        }
        units = (reached | told_units(event.name, after)) - {str(event.unit_id)}
        tell(
            [UUID(unit) for unit in units],
            case_id=case_id,
            cause_id=event.pk,
            kind=event.name,
            at=at,
            urgent=event.name in URGENT,
        )
