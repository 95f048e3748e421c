"""Att göra i planerna: the open duties of many plans in one statement, and which plans somebody owes something in."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from django.db.models import Exists, OuterRef, Q

from discharge.rules.duties_of_sip import OF_THE_CASE
from lus.deadlines.models import Obligation, Subject
from lus.deadlines.queries import begun, open_duties
from lus.organisations.actor import Actor
from lus.organisations.queries import units_by_id
from sip.models import Plan
from sip.rules.next_of_plan import Next, next_of_plan

IN_PLAN = Q(subject=Subject.PLAN)
IN_CASE = Q(subject=Subject.CASE, code__in=OF_THE_CASE)


def duties_of_plans(plans: Sequence[Plan], at: datetime) -> dict[UUID, list[Obligation]]:
    """Return what units owe at ``at`` in each plan, by plan id: in its own stream, and what its case says of SIP."""
    plan_of = {plan.case_id: plan.pk for plan in plans if plan.case_id} | {plan.pk: plan.pk for plan in plans}
    found: dict[UUID, list[Obligation]] = {}
    for duty in begun(open_duties().filter(IN_PLAN | IN_CASE, case_id__in=list(plan_of)), at):
        found.setdefault(plan_of[duty.case_id], []).append(duty)
    return found


def next_in_plans(
    viewer: Actor, plans: Sequence[Plan], at: datetime
) -> dict[UUID, tuple[Next[Obligation], str]]:
    """Return what each plan waits for as the viewer's units see it, and the name of the unit that owes it."""
    own = {str(unit_id) for unit_id in viewer.unit_ids}
    duties = duties_of_plans(plans, at)
    found = {plan.pk: next_of_plan(duties.get(plan.pk, ()), own, at) for plan in plans}
    names = units_by_id({str(one.duty.unit_id) for one in found.values() if one.duty})
    return {
        plan_id: (one, names[str(one.duty.unit_id)].name if one.duty else "")
        for plan_id, one in found.items()
    }


def owed_by_ours(viewer: Actor, at: datetime) -> Q:
    """Return the plans in which the viewer's units owe something at ``at``, as a filter of ``Plan``."""
    ours = begun(open_duties().filter(unit_id__in=viewer.unit_ids), at)
    return Q(pk__in=ours.filter(IN_PLAN).values("case_id")) | Q(
        case_id__in=ours.filter(IN_CASE).values("case_id")
    )


def late_at(at: datetime) -> Q:
    """Return the plans in which a limit has passed at ``at``, whoever owes, as a filter of ``Plan``."""
    late = open_duties().filter(due_at__lte=at)
    return Q(Exists(late.filter(IN_PLAN, case_id=OuterRef("pk")))) | Q(
        Exists(late.filter(IN_CASE, case_id=OuterRef("case_id")))
    )
