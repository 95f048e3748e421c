"""En plan: everything that its page, or one API answer, shows of it."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from discharge.queries.known_to import known_to
from discharge.rules.facts import CaseFacts, EventFact
from lus.access_log.log import log_shown
from lus.deadlines.models import Obligation
from lus.notifications.queries import mark_causes_seen
from lus.organisations.actor import Actor
from lus.organisations.models import Unit
from lus.organisations.queries import units_by_id
from sip.models import Plan
from sip.rules.next_of_plan import Next

from .plan_facts import own_events, process_of
from .plan_turn import next_in_plans
from .visible import plan_of


@dataclass(frozen=True, slots=True)
class PlanPage:
    """A plan as one viewer sees it. ``facts``: how it stands; ``own``: events of its own stream; ``units`` by id.

    ``next``: what it waits for as the viewer's units see it; ``next_unit``: the name of the unit that owes it.
    """

    plan: Plan
    facts: CaseFacts
    own: tuple[EventFact, ...]
    units: dict[str, Unit]
    next: Next[Obligation]
    next_unit: str

    @property
    def case(self) -> Plan:
        """What the pages of acts call what they act on."""
        return self.plan


def plan_page(viewer: Actor, plan_id: UUID, *, at: datetime, action: str = "sip_plan") -> PlanPage:
    """Return the plan. Raises NotThere for a plan of others. Logs the patient; the unit's notices are seen."""
    plan = plan_of(viewer, plan_id)
    facts, own = process_of(plan), own_events(plan_id)
    if plan.case_id is not None:
        facts = known_to(viewer, facts, at)
    ids = {unit.unit_id for unit in facts.units} | {
        facts.sip.summoned_by,
        facts.ward_id,
        str(plan.led_by_id or ""),
    }
    ids |= {event.unit_id for event in own if event.unit_id}
    ids |= facts.sip.meetings[-1].unit_ids if facts.sip.meetings else set()
    following = next_in_plans(viewer, [plan], at)[plan_id]
    page = PlanPage(plan, facts, own, units_by_id(sorted(ids - {""})), *following)
    log_shown(viewer, action, [plan.person_id], at=at, case_id=plan.case_id)
    if viewer.source == "web":
        mark_causes_seen(viewer, [UUID(event.event_id) for event in own], at=at)
    return page
