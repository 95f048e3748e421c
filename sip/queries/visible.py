"""Vilka planer en enhet ser: those it takes part in, in a discharge or outside hospital. Others' are not there."""

from uuid import UUID

from django.db.models import Q, QuerySet

from discharge.queries.visible import readable_cases
from lus.organisations.actor import Actor
from lus.organisations.roles import Permission
from lus.refusals import NotThere
from sip.models import Plan, PlanUnit

LEFT = "removed"


def readable_plans(viewer: Actor) -> QuerySet[Plan]:
    """Return every plan, open or closed, that the viewer's units take part in."""
    viewer.require(Permission.SEE_CASES)
    party = PlanUnit.objects.filter(unit_id__in=viewer.unit_ids).exclude(state=LEFT)
    return Plan.objects.filter(
        Q(pk__in=party.values("plan_id")) | Q(case_id__in=readable_cases(viewer).values("pk"))
    )


def plan_of(viewer: Actor, plan_id: UUID) -> Plan:
    """Return one plan with its person. Raises NotThere for one of others, and for none."""
    plan = readable_plans(viewer).select_related("person", "led_by").filter(pk=plan_id).first()
    if plan is None:
        raise NotThere
    return plan
