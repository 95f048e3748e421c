"""The minutes of an act on a lift: require → visible → lock → rules → event → text → picture → tell."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from deviations.models import Deviation, Lift, LiftEntry
from deviations.queries.lifts import facts_of_lift, lift_of, may_act_on
from deviations.rules.lift import LiftFacts, lift_refusal
from discharge.actions.case_act import refuse
from lus.events.record import New, lock_stream, record
from lus.notifications.tell import tell
from lus.organisations.actor import Actor
from lus.organisations.roles import Permission

from .guarded_text import Written
from .without_names import unnamed

NEWS = "deviation_news"


@dataclass
class LiftAct:
    """One act under way. ``facts``: how the lift stands when its stream is locked."""

    row: Lift
    facts: LiftFacts
    actor: Actor
    at: datetime

    def record(self, new: New, said: Written | None = None) -> LiftFacts:
        """Record ``new`` with what was said, and make the row agree. Both units of every deviation are told."""
        record(self.row.pk, [new], actor=unnamed(self.actor), at=self.at, last=self.facts.version)
        if said is not None:
            keep_lift_entry(self.row, said, new, self.actor, self.at)
        self.facts = facts_of_lift(self.row.pk)
        save_lift(self.row.pk, self.facts)
        tell_lift(self.row, new.id, self.actor, self.at)
        return self.facts


def begin_lift(act: str, reference: str, *, actor: Actor, at: datetime) -> LiftAct:
    """Lock the lift, or refuse ``act``. Raises NotPermitted, NotThere, or the rules' refusal."""
    actor.require(Permission.SEE_DEVIATIONS)
    found = lift_of(actor, reference)
    lock_stream(found.pk)
    row, facts = lift_of(actor, reference), facts_of_lift(found.pk)
    refuse(lift_refusal(act, facts, may_act=may_act_on(actor, row)))
    return LiftAct(row, facts, actor, at)


def save_lift(lift_id: UUID, facts: LiftFacts) -> None:
    """Write the row: the one writer of what follows from a lift's events."""
    Lift.objects.filter(pk=lift_id).update(
        level=facts.level,
        group_id=UUID(facts.group),
        groups=[UUID(one) for one in facts.groups],
        state=facts.state,
        agenda_on=facts.agenda_on,
    )


def keep_lift_entry(row: Lift, said: Written, event: New, actor: Actor, at: datetime) -> None:
    """Store ``said`` by the id of its event; role and unit, never who."""
    LiftEntry.objects.create(
        lift=row,
        event_id=event.id,
        kind=said.kind,
        author_role=actor.role_label,
        author_unit_name=actor.unit_name,
        at=at,
        text=said.text,
        not_personal=list(said.answered_for),
    )


def tell_lift(row: Lift, cause_id: UUID, actor: Actor, at: datetime) -> None:
    """Tell both units of every deviation in it, and the group."""
    found = Deviation.objects.filter(lifts=row).values_list("reporting_unit_id", "addressed_unit_id")
    units = {unit for pair in found for unit in pair} | {row.group_id}
    tell(units - {actor.unit_id}, case_id=None, cause_id=cause_id, kind=NEWS, at=at)
