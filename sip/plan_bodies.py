"""Bodies about plans: in lists, one by one, and what begins one."""

from datetime import datetime
from typing import Any

from rest_framework import serializers

from discharge.api.duties import NextStepBody, next_step_body
from discharge.api.listed_person import ListedPerson, listed_person
from discharge.api.sip_body import SipBody, sip_out
from discharge.rules.sip_choices import OFFERED_HOW
from lus.api.fields import ClosedBody, DayField, InstantField, TextField
from lus.api.person_body import PersonBody, person_body
from lus.organisations.actor import Actor

from .actions.open_plan import WHY_LIMIT, Asked
from .bodies import REQUESTED_BY
from .consent_bodies import GIVEN_BY
from .queries.overview import ListedPlan
from .queries.plan_page import PlanPage
from .queries.shown_document import shown_document
from .rules.document.topics import topics
from .rules.opening import ORIGINS
from .rules.plan_refusal import open_acts


class PlanShown(serializers.Serializer[object]):
    """One row. ``case_id``: the discharge that it is made in, if any; ``led_by``: the unit that calls and leads.

    ``next_step``: the most urgent duty now, the viewer's own unit's first; the same as in *my turn*.
    """

    id = serializers.UUIDField()
    reference = serializers.CharField()
    person = ListedPerson()
    case_id = serializers.UUIDField(allow_null=True)
    origin = serializers.CharField()
    led_by = serializers.UUIDField(allow_null=True)
    state = serializers.CharField()
    meeting_at = InstantField(allow_null=True)
    asked = serializers.IntegerField()
    awaited = serializers.ListField(child=serializers.UUIDField())
    responsible = serializers.CharField(allow_blank=True)
    follow_up_on = serializers.DateField(allow_null=True)
    closed_at = InstantField(allow_null=True)
    next_step = NextStepBody(allow_null=True)
    next_unit_name = serializers.CharField(allow_blank=True)


class PlansBody(serializers.Serializer[object]):
    results = PlanShown(many=True)
    next = serializers.URLField(allow_null=True)


class PlanUnitOut(serializers.Serializer[object]):
    unit_id = serializers.UUIDField()
    role = serializers.CharField()
    state = serializers.CharField()


class PlanPageBody(serializers.Serializer[object]):
    """``acts``: what the viewer's unit can do now, by name; in a discharge its case says so."""

    id = serializers.UUIDField()
    reference = serializers.CharField()
    version = serializers.IntegerField()
    person = PersonBody()
    case_id = serializers.UUIDField(allow_null=True)
    origin = serializers.CharField()
    led_by = serializers.UUIDField(allow_null=True)
    units = PlanUnitOut(many=True)
    sip = SipBody()
    acts = serializers.ListField(child=serializers.CharField())


class NewPlanBody(ClosedBody):
    """``units``: of the others that take part, at least one from the other principal."""

    person_id = serializers.UUIDField()
    why = TextField(max_length=WHY_LIMIT)
    origin = serializers.ChoiceField(list(ORIGINS.items()), required=False)
    units = serializers.ListField(child=serializers.UUIDField(), allow_empty=False, max_length=20)
    accepted = serializers.BooleanField()
    given_by = serializers.ChoiceField(GIVEN_BY, required=False)
    how = serializers.ChoiceField(list(OFFERED_HOW.items()), required=False)
    words = TextField(required=False, allow_blank=True, max_length=300)
    replaces_open = serializers.BooleanField(required=False)
    compulsory_ended = serializers.BooleanField(required=False)
    requested_by = serializers.ChoiceField(REQUESTED_BY, required=False)
    requested_on = DayField(required=False)

    def arguments(self) -> dict[str, Any]:
        """Return the act's arguments: what the person said as one value."""
        values = dict(self.validated_data)
        said = {name: values.pop(name) for name in ("accepted", "given_by", "how", "words") if name in values}
        return {**values, "asked": Asked(**said)}


class AddPlanUnitBody(ClosedBody):
    unit_id = serializers.UUIDField()


class RemovePlanUnitBody(AddPlanUnitBody):
    reason = TextField(max_length=300)


PLAIN = (
    "reference",
    "case_id",
    "origin",
    "state",
    "meeting_at",
    "asked",
    "awaited",
    "responsible",
    "follow_up_on",
    "closed_at",
)


def row(item: ListedPlan, at: datetime) -> dict[str, Any]:
    """Return the body of one row as it stands at ``at``."""
    known = {name: getattr(item.plan, name) for name in PLAIN}
    ids = {"id": item.plan.pk, "led_by": item.plan.led_by_id, "person": listed_person(item.person)}
    duty = item.next.duty
    step = {"next_step": next_step_body(duty, at) if duty else None, "next_unit_name": item.next_unit}
    return dict(PlanShown(known | ids | step).data)


def plan_shown(page: PlanPage, viewer: Actor, at: datetime) -> dict[str, Any]:
    """Return the values that ``PlanPageBody`` writes."""
    plan, facts = page.plan, page.facts
    acts = [] if plan.case_id else open_acts(facts, str(viewer.unit_id), str(plan.led_by_id), at)
    return {
        "id": plan.pk,
        "reference": plan.reference,
        "version": facts.version,
        "person": person_body(plan.person),
        "case_id": plan.case_id,
        "origin": plan.origin,
        "led_by": plan.led_by_id,
        "units": [{"unit_id": unit.unit_id, "role": unit.role, "state": unit.state} for unit in facts.units],
        "sip": sip_out(facts, at, topics(shown_document(viewer, plan, facts, page.own, at=at))),
        "acts": [act.replace("_", "-") for act in acts],
    }
