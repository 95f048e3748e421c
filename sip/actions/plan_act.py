"""The minutes of an act on a plan outside hospital: require → lock → rules → event → picture → tell.

The same acts serve a plan in a discharge, where ``discharge.actions.case_act`` keeps the minutes.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from discharge.actions.case_act import CaseAct, begin, refuse, refuse_stale
from discharge.queries.facts import event_facts
from discharge.rules.conflicts import STALE
from discharge.rules.facts import CaseFacts
from lus.events.models import Event
from lus.events.reactions import react
from lus.events.record import New, lock_stream, record
from lus.notifications.tell import tell
from lus.organisations.actor import Actor
from lus.organisations.roles import Permission
from lus.refusals import NotThere
from sip.models import Plan
from sip.queries.plan_facts import process_of
from sip.queries.visible import plan_of
from sip.rules.fold_process import fold_process
from sip.rules.plan_refusal import plan_refusal
from sip.rules.told_of_plan import told_of_plan

from .code_ends import end_codes_with_meeting
from .invitation_rows import post_invitations
from .kept_duties import keep_duties_outside
from .picture import save_plan_outside

NEWS = "sip_news"


@dataclass
class PlanAct:
    """One act under way on the plan. ``facts``: how it stands when its stream is locked; ``led_by``: a unit's id."""

    plan_id: UUID
    led_by: str
    facts: CaseFacts
    actor: Actor
    at: datetime

    def record(self, *new: New) -> CaseFacts:
        """Record ``new``, in order, and make the row and the notices agree. Returns the facts after."""
        events = record(self.plan_id, new, actor=self.actor, at=self.at, last=self.facts.version)
        self.facts = fold_process(str(self.plan_id), (*self.facts.events, *event_facts(events)))
        save_plan_outside(self.plan_id, self.facts)
        keep_duties_outside(self.plan_id, self.facts, self.led_by, at=self.at, because=events[0].name)
        post_invitations(self.plan_id, self.facts, self.at)
        end_codes_with_meeting(self.facts, self.at)
        tell_plan(events, self.facts, self.at)
        react(events)
        return self.facts


def begin_sip(
    act: str,
    case_id: UUID,
    *,
    actor: Actor,
    at: datetime,
    permission: Permission,
    seen_version: int | None = None,
) -> CaseAct | PlanAct:
    """Lock what the joint plan is made in, or refuse ``act``. ``case_id``: of the case, or of a plan outside hospital.

    Raises NotPermitted, NotThere (also for what is another unit's), StalePage, or the rules' refusal.
    """
    if not Plan.objects.filter(pk=case_id, case=None).exists():
        return begin(act, case_id, actor=actor, at=at, permission=permission, seen_version=seen_version)
    right = Permission.LEAD_SIP
    return begin_plan(act, case_id, actor=actor, at=at, permission=right, seen_version=seen_version)


def begin_plan(
    act: str,
    plan_id: UUID,
    *,
    actor: Actor,
    at: datetime,
    permission: Permission,
    seen_version: int | None = None,
) -> PlanAct:
    """Lock a plan outside hospital, or refuse ``act`` on it. Raises as ``begin_sip``."""
    actor.require(permission)
    plan = plan_of(actor, plan_id)
    if plan.case_id is not None:
        raise NotThere  # in a discharge these are the case's own matters
    lock_stream(plan_id)
    facts, unit_id, led_by = process_of(plan), str(actor.unit_id), str(plan.led_by_id)
    refuse(plan_refusal(act, facts, unit_id, led_by, at))
    if act in STALE:
        refuse_stale(act, facts, unit_id, seen_version, at)
    return PlanAct(plan_id, led_by, facts, actor, at)


def tell_plan(events: Sequence[Event], facts: CaseFacts, at: datetime) -> None:
    """Tell the plan's other units that there is news in it: what, they read there. No patient, no case."""
    for event in events:
        told = told_of_plan(event.name, facts, event.data) - {str(event.unit_id)}
        tell([UUID(unit) for unit in sorted(told)], case_id=None, cause_id=event.pk, kind=NEWS, at=at)
