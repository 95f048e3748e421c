"""SIP utanför sjukhus som REST: the viewer's plans, one plan, beginning one, and the acts on it."""

from typing import Any, ClassVar
from uuid import UUID

from django.urls import path
from drf_spectacular.utils import extend_schema
from rest_framework.request import Request
from rest_framework.response import Response

from discharge.api.act_route import ActRoute
from discharge.api.act_views import ActView, act_paths, done
from lus.access_log.log import log_shown
from lus.api.cursors import page, parameters
from lus.api.if_match import etag, is_unchanged
from lus.api.keyed import answer_once, key_of
from lus.api.problems import BadRequest, Explained, error_at
from lus.api.schema import KEY
from lus.api.view import ApiView
from lus.organisations.roles import Permission
from lus.refusals import Refused, StageNotAllowed

from .actions.add_sip_unit import add_sip_unit
from .actions.open_plan import open_plan
from .actions.remove_sip_unit import remove_sip_unit
from .api import SIP_ACTS
from .document_api import DOCUMENT_ACTS
from .plan_bodies import (
    AddPlanUnitBody,
    NewPlanBody,
    PlanPageBody,
    PlansBody,
    PlanShown,
    RemovePlanUnitBody,
    plan_shown,
    row,
)
from .queries.overview import SHOWS, plans_overview, show_called
from .queries.plan_facts import process_of
from .queries.plan_page import plan_page
from .queries.visible import plan_of
from .rules.plan_refusal import PLAN_ACTS, open_acts

PLAN = "/api/v1/plans/{case_id}"
OUTSIDE_ACTS: tuple[ActRoute, ...] = (
    *(ActRoute(item.perform, Permission.LEAD_SIP, item.body) for item in SIP_ACTS if item.act in PLAN_ACTS),
    ActRoute(add_sip_unit, Permission.LEAD_SIP, AddPlanUnitBody),
    ActRoute(remove_sip_unit, Permission.LEAD_SIP, RemovePlanUnitBody),
)

# On a plan, or what begins one: not in the table of a case's acts.
PLAN_ONLY = ("open_plan", "add_sip_unit", "remove_sip_unit", *(route.act for route in DOCUMENT_ACTS))


class PlansView(ApiView):
    """The plans of the viewer's units, the next meeting first; ``?show=`` as on the page."""

    listed_parameters = ("show",)
    header_parameters = (KEY,)

    @extend_schema(operation_id="plans", responses=PlansBody)
    def get(self, request: Request) -> Response:
        show = show_called(parameters(request, *self.listed_parameters).get("show", "open"))
        if show is None:
            raise BadRequest("validation", errors=[error_at("show", "validation", ", ".join(SHOWS))])
        found = plans_overview(self.viewer, show, at=self.at)
        return page(request, [row(item, self.at) for item in found.rows], None)

    @extend_schema(operation_id="open_plan", request=NewPlanBody, responses={201: PlanShown})
    def post(self, request: Request) -> Response:
        """Begin a plan outside hospital."""
        parameters(request)
        self.viewer.require(Permission.LEAD_SIP)
        key = key_of(request)
        body = NewPlanBody(data=request.data)
        body.is_valid(raise_exception=True)
        arguments = body.arguments()
        log_shown(self.viewer, "open_plan", [arguments["person_id"]], at=self.at)

        def once() -> dict[str, Any]:
            plan = open_plan(actor=self.viewer, at=self.at, **arguments)
            facts = process_of(plan)
            return {**done(facts, 0), "case_id": str(plan.pk)}

        return answer_once(request, self.viewer, key, once, location=PLAN)


class PlanView(ApiView):
    """One plan that the viewer's unit takes part in."""

    @extend_schema(operation_id="plan", responses=PlanPageBody)
    def get(self, request: Request, plan_id: UUID) -> Response:
        parameters(request)
        shown = plan_page(self.viewer, plan_id, at=self.at)
        headers = {"ETag": etag(shown.facts.version)}
        if is_unchanged(request, shown.facts.version):
            return Response(status=304, headers=headers)
        return Response(PlanPageBody(plan_shown(shown, self.viewer, self.at)).data, headers=headers)


class PlanActView(ActView):
    """One act on a plan outside hospital, as on a case."""

    location: ClassVar[str] = PLAN
    prefix: ClassVar[str] = "plan_"

    def find(self, case_id: UUID) -> Any:
        return plan_of(self.viewer, case_id)

    def _explained(self, error: Refused, case_id: UUID, seen: int | None) -> Exception:
        if not isinstance(error, StageNotAllowed):
            return super()._explained(error, case_id, seen)
        plan = plan_of(self.viewer, case_id)
        acts = open_acts(process_of(plan), str(self.viewer.unit_id), str(plan.led_by_id), self.at)
        base = f"/api/v1/plans/{case_id}/acts"
        names = [act.replace("_", "-") for act in acts]
        return Explained(error, allowed_acts=[{"act": name, "href": f"{base}/{name}"} for name in names])


v1 = [
    path("plans", PlansView.as_view(), name="api-plans"),
    path("plans/<uuid:plan_id>", PlanView.as_view(), name="api-plan"),
    *act_paths(OUTSIDE_ACTS, PlanActView, on="plans"),
]
