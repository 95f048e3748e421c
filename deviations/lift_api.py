"""Lyft som REST: the lifts one sees, one with its measures, and every act on it, through the pages' own functions."""

from typing import Any, ClassVar

from django.urls import URLPattern, path
from drf_spectacular.utils import extend_schema
from rest_framework import serializers
from rest_framework.request import Request
from rest_framework.response import Response

from deviations.queries.lifts import LiftPage, lift_of, lift_page, visible_lifts
from deviations.rules.choices import OWNER_ROLES
from deviations.views.lifts import LIFT_PAGES, LiftActPage
from lus.api.cursors import page as page_of
from lus.api.cursors import parameters
from lus.api.fields import ClosedBody, DayField, InstantField, TextField
from lus.api.keyed import answer_once, key_of
from lus.api.problems import Explained
from lus.api.schema import KEY
from lus.api.view import ApiView
from lus.organisations.roles import Permission
from lus.refusals import StageNotAllowed

from .flow_bodies import DeviationNothingBody, DeviationTextBody

MOST = 100


class LiftAgendaBody(ClosedBody):
    day = DayField()


class LiftAddBody(ClosedBody):
    number = TextField(max_length=14)


class LiftMeasureBody(DeviationTextBody):
    owner_unit_id = serializers.UUIDField()
    owner_role = serializers.ChoiceField(list(OWNER_ROLES.items()))
    due = DayField()


class LiftSettleBody(DeviationTextBody):
    measure_id = TextField(max_length=40)
    outcome = serializers.ChoiceField([("done", "Klar"), ("rejected", "Avförd")])


BODIES: dict[str, type[ClosedBody]] = {
    "put_lift_on_agenda": LiftAgendaBody,
    "decide_lift_measure": LiftMeasureBody,
    "settle_lift_measure": LiftSettleBody,
    "add_to_lift": LiftAddBody,
    "raise_lift": DeviationTextBody,
    "close_lift": DeviationNothingBody,
}
LIFT_ACT_NAMES = tuple(BODIES)


class LiftBody(serializers.Serializer[object]):
    reference = serializers.CharField()
    level = serializers.CharField()
    group_id = serializers.UUIDField()
    state = serializers.CharField()
    agenda_on = serializers.DateField(allow_null=True)
    opened_at = InstantField()


class LiftedMeasureBody(serializers.Serializer[object]):
    """``done_at``: when it was settled; ``is_rejected``: given up instead of done."""

    measure_id = serializers.CharField()
    text = serializers.CharField()
    owner_unit = serializers.UUIDField()
    owner_role = serializers.CharField()
    due = serializers.DateField()
    done_at = InstantField(allow_null=True)
    is_rejected = serializers.BooleanField()


class OneLiftBody(LiftBody):
    deviations = serializers.ListField(child=serializers.CharField())
    measures = LiftedMeasureBody(many=True)
    acts = serializers.ListField(child=serializers.CharField())


class LiftsBody(serializers.Serializer[object]):
    results = LiftBody(many=True)
    next = serializers.URLField(allow_null=True)


class LiftDone(serializers.Serializer[object]):
    reference = serializers.CharField()
    version = serializers.IntegerField()
    state = serializers.CharField()


class LiftsView(ApiView):
    """The lifts that the client's unit sees, the newest first."""

    @extend_schema(operation_id="lifts", responses=LiftsBody)
    def get(self, request: Request) -> Response:
        parameters(request)
        return page_of(request, [LiftBody(row).data for row in visible_lifts(self.viewer)[:MOST]], None)


class LiftView(ApiView):
    """One lift: its deviations that the client's unit sees, its measures, and what can be done."""

    @extend_schema(operation_id="lift", responses=OneLiftBody)
    def get(self, request: Request, reference: str) -> Response:
        parameters(request)
        return Response(OneLiftBody(_one(lift_page(self.viewer, reference))).data)


def _one(page: LiftPage) -> dict[str, Any]:
    texts = {str(entry.event_id): entry.text for entry in page.entries}
    row = page.row
    names = ("reference", "level", "group_id", "state", "agenda_on", "opened_at")
    return {name: getattr(row, name) for name in names} | {
        "deviations": [one.number for one in page.deviations],
        "measures": [
            {
                "measure_id": one.measure.event_id,
                "text": texts.get(one.measure.event_id, ""),
                "owner_unit": one.measure.owner_unit,
                "owner_role": one.measure.owner_role,
                "due": one.measure.due,
                "done_at": one.measure.done_at,
                "is_rejected": one.is_rejected,
            }
            for one in page.facts.measures
        ],
        "acts": [act.replace("_", "-") for act in page.acts],
    }


class LiftActView(ApiView):
    """One act on one lift."""

    row: ClassVar[LiftActPage]
    header_parameters = (KEY,)

    def act(self, request: Request, reference: str) -> Response:
        """Do it, once."""
        parameters(request)
        self.viewer.require(Permission.SEE_DEVIATIONS)
        lift_of(self.viewer, reference)
        key = key_of(request)
        body = BODIES[self.row.act](data=request.data)
        body.is_valid(raise_exception=True)
        given = dict(body.validated_data)

        def perform() -> dict[str, Any]:
            facts = self.row.perform(reference=reference, actor=self.viewer, at=self.at, **given)
            return {"reference": reference, "version": facts.version, "state": facts.state}

        try:
            return answer_once(request, self.viewer, key, perform, location="/api/v1/lifts/{reference}")
        except StageNotAllowed as error:
            acts = [act.replace("_", "-") for act in lift_page(self.viewer, reference).acts]
            base = f"/api/v1/lifts/{reference}/acts"
            raise Explained(
                error, allowed_acts=[{"act": act, "href": f"{base}/{act}"} for act in acts]
            ) from error


def _view(row: LiftActPage) -> type[LiftActView]:
    body = BODIES[row.act]

    @extend_schema(
        operation_id=row.act,
        description=(row.perform.__doc__ or "").strip().splitlines()[0],
        request=body if body().fields else None,
        responses={201: LiftDone},
    )
    def post(self: LiftActView, request: Request, reference: str) -> Response:
        return self.act(request, reference)

    return type(f"{row.act}_view", (LiftActView,), {"row": row, "post": post})


v1: list[URLPattern] = [
    path("lifts", LiftsView.as_view(), name="api-lifts"),
    path("lifts/<str:reference>", LiftView.as_view(), name="api-lift"),
    *(
        path(
            f"lifts/<str:reference>/acts/{row.act.replace('_', '-')}",
            _view(row).as_view(),
            name=f"api-lift-{row.act}",
        )
        for row in LIFT_PAGES
    ),
]
