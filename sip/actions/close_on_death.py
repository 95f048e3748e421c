"""Avliden avslutar planerna, handbook sip §12: a death in one case ends the person's other open plans at once.

The plan of that very case ends with the case's own event. Was the death recorded on the wrong person, each plan that it
ended is open again as it was; a meeting that was called off stays so, because everybody was told.
"""

from collections.abc import Iterator
from datetime import datetime

from discharge.actions.case_act import CaseAct
from discharge.queries.facts import facts_of
from discharge.rules.facts import CaseFacts
from discharge.rules.last_event import last_event
from discharge.rules.sip_closing import DECEASED, is_open
from lus.events.models import Event
from lus.events.record import New, lock_stream
from lus.organisations.actor import CLOCK
from sip.models import Plan
from sip.queries.plan_facts import process_of

from .cancel_sip_meeting import called_off
from .closing_parts import nothing_asked
from .plan_act import PlanAct

DIED = "Personen har avlidit"
WRONG = "Dödsfallet var felregistrerat"


def plans_end_with_life(event: Event) -> None:
    """Reaction to ``patient_deceased_recorded``."""
    for plan in _others(event, is_closed=False):
        act = _locked(plan, event.recorded_at)
        if is_open(act.facts.sip.state, act.facts.sip_needed):
            subject = plan.case_id or plan.pk
            data = {"reason": DECEASED, "text": "", **nothing_asked(subject)}
            act.record(*called_off(act.facts, CLOCK, DIED), New("sip_closed", data))


def plans_live_again(event: Event) -> None:
    """Reaction to ``death_record_corrected``: what a unit has ended itself stays ended."""
    for plan in _others(event, is_closed=True):
        act = _locked(plan, event.recorded_at)
        if _ended_by_death_elsewhere(act.facts):
            act.record(New("sip_reopened", {"reason": WRONG}))


def _others(event: Event, *, is_closed: bool) -> Iterator[Plan]:
    person_id = facts_of(event.case_id).person_id
    plans = Plan.objects.filter(person_id=person_id, closed_at__isnull=not is_closed)
    yield from plans.exclude(case_id=event.case_id).order_by("pk")


def _locked(plan: Plan, at: datetime) -> CaseAct | PlanAct:
    """Lock what carries the plan's process. The case of the death is locked already, and always first."""
    if plan.case_id is not None:
        lock_stream(plan.case_id)
        return CaseAct(plan.case_id, facts_of(plan.case_id), CLOCK, at)
    lock_stream(plan.pk)
    return PlanAct(plan.pk, str(plan.led_by_id), process_of(plan), CLOCK, at)


def _ended_by_death_elsewhere(facts: CaseFacts) -> bool:
    event = last_event(facts, ("sip_closed",))
    if event is None or facts.sip.state != "closed":
        return False
    return event.data["reason"] == DECEASED and not event.unit_id
