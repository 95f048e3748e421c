"""The minutes of an act on a plan's document: require → lock → rules → event → picture → tell.

Always on the plan's own stream, for every party of the plan: in a discharge the case's units, else the plan's own.
"""

from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from uuid import UUID

from discharge.actions.case_act import refuse
from discharge.queries.facts import event_facts
from discharge.rules.facts import CaseFacts, EventFact
from lus.events.reactions import react
from lus.events.record import New, lock_stream, record
from lus.organisations.actor import Actor
from lus.organisations.roles import Permission
from sip.models import Plan
from sip.queries.plan_facts import own_events, process_of
from sip.queries.visible import plan_of
from sip.rules.document.facts import DocumentFacts
from sip.rules.document.fold_document import fold_document
from sip.rules.document.party import writer_of
from sip.rules.document.when import document_refusal
from sip.rules.document.who_writes import Writer
from sip.rules.fold_process import fold_process

from .document_news import tell_of_document
from .kept_duties import keep_duties_in_case, keep_duties_outside
from .picture import save_plan_outside


@dataclass
class DocumentAct:
    """One act under way. ``process``: where the plan stands; ``own``: the events of its own stream, oldest first."""

    plan: Plan
    process: CaseFacts
    own: tuple[EventFact, ...]
    writer: Writer
    actor: Actor
    at: datetime

    @cached_property
    def document(self) -> DocumentFacts:
        """What the document says."""
        return fold_document(self.own)

    @property
    def facts(self) -> CaseFacts:
        """The plan's own stream, folded: its version and its events are what an act answers."""
        return fold_process(str(self.plan.pk), self.own)

    def record(self, *new: New) -> CaseFacts:
        """Record ``new``, in order, and make the row and the notices agree. Returns ``facts`` after."""
        last = self.own[-1].seq
        events = record(self.plan.pk, new, actor=self.actor, at=self.at, last=last)
        self.own = (*self.own, *event_facts(events))
        self.__dict__.pop("document", None)
        because = events[0].name
        if self.plan.case_id is None:
            self.process = self.facts
            save_plan_outside(self.plan.pk, self.process)
            led_by = str(self.plan.led_by_id)
            keep_duties_outside(self.plan.pk, self.facts, led_by, at=self.at, because=because)
        else:
            keep_duties_in_case(self.plan.pk, self.plan.case_id, at=self.at, because=because)
        tell_of_document(
            events, self.process, self.document, in_case=self.plan.case_id is not None, at=self.at
        )
        react(events)
        return self.facts


def begin_document(
    act: str, plan_id: UUID, *, actor: Actor, at: datetime, permission: Permission, with_case: bool = False
) -> DocumentAct:
    """Lock the plan's own stream for ``act``, or refuse it. ``with_case``: its case too, always after the plan.

    Raises NotPermitted, NotThere (also for a plan of others), or the rules' refusal.
    """
    actor.require(permission)
    plan = plan_of(actor, plan_id)
    lock_stream(plan_id)
    if with_case and plan.case_id is not None:
        lock_stream(plan.case_id)
    process, own = process_of(plan), own_events(plan_id)
    writer = writer_of(process, str(actor.unit_id), str(plan.led_by_id or ""))
    refuse(document_refusal(act, process, fold_document(own), writer, at))
    assert writer is not None
    return DocumentAct(plan, process, own, writer, actor, at)
