"""From stored events to what is known of a plan, in a discharge or outside hospital."""

from uuid import UUID

from discharge.queries.facts import event_facts, facts_of
from discharge.rules.facts import CaseFacts, EventFact
from lus.events.queries import events_of
from sip.models import Plan
from sip.rules.fold_process import fold_process


def own_events(plan_id: UUID) -> tuple[EventFact, ...]:
    """Return the events of the plan's own stream, oldest first."""
    return event_facts(events_of(plan_id))


def process_of(plan: Plan) -> CaseFacts:
    """Return how the joint plan stands: as its case says, or as the plan's own stream says."""
    if plan.case_id is not None:
        return facts_of(plan.case_id)
    return fold_process(str(plan.pk), own_events(plan.pk))
