"""Avvikelsens väg som REST: one deviation with its history, and every act on it, through the pages' own functions."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, ClassVar

from django.urls import URLPattern, path
from drf_spectacular.utils import extend_schema
from rest_framework.request import Request
from rest_framework.response import Response

from deviations.queries.deviation_page import deviation_page
from deviations.queries.visible import deviation_of
from deviations.rules.facts_of_deviation import DeviationFacts
from deviations.views.flow_acts import FLOW_PAGES
from lus.api.cursors import parameters
from lus.api.fields import ClosedBody
from lus.api.if_match import etag, is_unchanged
from lus.api.keyed import answer_once, key_of
from lus.api.problems import Explained
from lus.api.schema import KEY
from lus.api.view import ApiView
from lus.organisations.roles import Permission
from lus.refusals import Refused, StageNotAllowed

from . import flow_bodies as bodies
from .flow_bodies import DeviationDone, OneDeviationBody, one_deviation

LOCATION = "/api/v1/deviations/{number}"
# What each act is told, where that is more than nothing; the others take words.
BODIES: dict[str, type[ClosedBody]] = {
    "acknowledge_deviation": bodies.DeviationNothingBody,
    "accept_deviation_answer": bodies.DeviationNothingBody,
    "assess_deviation": bodies.DeviationAssessBody,
    "decide_deviation_action": bodies.DeviationActionBody,
    "finish_deviation_action": bodies.DeviationNoteBody,
    "reroute_deviation": bodies.DeviationRerouteBody,
    "lift_deviation": bodies.DeviationLiftBody,
    "recode_deviation": bodies.DeviationRecodeBody,
    "redact_deviation": bodies.DeviationRedactBody,
}


@dataclass(frozen=True)
class FlowRoute:
    """One act by its name; ``body``: what it is told."""

    perform: Callable[..., DeviationFacts]
    body: type[ClosedBody]

    @property
    def act(self) -> str:
        return self.perform.__name__

    @property
    def name(self) -> str:
        return self.act.replace("_", "-")


FLOW_ROUTES = tuple(
    FlowRoute(page.perform, BODIES.get(page.act, bodies.DeviationTextBody)) for page in FLOW_PAGES
)
FLOW_ACTS = tuple(route.act for route in FLOW_ROUTES)


class DeviationView(ApiView):
    """One deviation: where it stands, what may be read of it, and what can be done."""

    @extend_schema(operation_id="deviation", responses=OneDeviationBody)
    def get(self, request: Request, number: str) -> Response:
        parameters(request)
        page = deviation_page(self.viewer, number, at=self.at)
        headers = {"ETag": etag(page.facts.version)}
        if is_unchanged(request, page.facts.version):
            return Response(status=304, headers=headers)
        return Response(OneDeviationBody(one_deviation(page)).data, headers=headers)


class FlowView(ApiView):
    """One act on one deviation. Rights are asked about first, also when the answer is a stored one."""

    route: ClassVar[FlowRoute]
    header_parameters = (KEY,)

    def act(self, request: Request, number: str) -> Response:
        """Do it, once."""
        parameters(request)
        self.viewer.require(Permission.SEE_DEVIATIONS)
        deviation_of(self.viewer, number)
        key = key_of(request)
        body = self.route.body(data=request.data)
        body.is_valid(raise_exception=True)
        make = getattr(body, "arguments", None)
        given = make() if make else dict(body.validated_data)
        try:
            return answer_once(
                request, self.viewer, key, lambda: self._perform(number, given), location=LOCATION
            )
        except StageNotAllowed as error:
            raise self._explained(error, number) from error

    def _perform(self, number: str, given: dict[str, Any]) -> dict[str, Any]:
        facts = self.route.perform(number=number, actor=self.viewer, at=self.at, **given)
        return {"number": facts.number, "version": facts.version, "state": facts.state}

    def _explained(self, error: Refused, number: str) -> Exception:
        """Tell what can be done instead."""
        page = deviation_page(self.viewer, number, at=self.at)
        base = f"/api/v1/deviations/{number}/acts"
        names = [act.replace("_", "-") for act in page.acts]
        allowed = [{"act": name, "href": f"{base}/{name}"} for name in names]
        return Explained(error, state=page.facts.state, allowed_acts=allowed)


def _view(route: FlowRoute) -> type[FlowView]:
    """Return the view of one row, with its own part of the contract."""

    @extend_schema(
        operation_id=route.act,
        description=(route.perform.__doc__ or "").strip().splitlines()[0],
        request=route.body if route.body().fields else None,
        responses={201: DeviationDone},
    )
    def post(self: FlowView, request: Request, number: str) -> Response:
        return self.act(request, number)

    return type(f"{route.act}_view", (FlowView,), {"route": route, "post": post})


v1: list[URLPattern] = [
    path("deviations/<str:number>", DeviationView.as_view(), name="api-deviation"),
    *(
        path(
            f"deviations/<str:number>/acts/{route.name}",
            _view(route).as_view(),
            name=f"api-deviation-{route.name}",
        )
        for route in FLOW_ROUTES
    ),
]
