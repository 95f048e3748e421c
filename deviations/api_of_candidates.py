"""Förslagen som REST: the own unit's list, to put off, to dismiss; one is taken up by ``POST /deviations``."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any
from uuid import UUID

from django.urls import path
from drf_spectacular.utils import extend_schema
from rest_framework import serializers
from rest_framework.request import Request
from rest_framework.response import Response

from deviations.actions.answer_candidate import CandidateTaken
from deviations.actions.dismiss_candidate import dismiss_candidate
from deviations.actions.postpone_candidate import postpone_candidate
from deviations.queries.detector_rates import detector_rates
from deviations.queries.suggested import Suggested, offer_of, require_offer, suggested
from deviations.rules.candidates.detectors import DETECTORS
from deviations.rules.candidates.offer_states import REASONS, STATES
from deviations.rules.candidates.sentences import sentence_of
from lus.api.code_lists import add_code_lists
from lus.api.cursors import limit_of, page, parameters, read, sign
from lus.api.fields import ClosedBody, InstantField
from lus.api.keyed import answer_once, key_of
from lus.api.problems import Explained
from lus.api.schema import KEY
from lus.api.view import ApiView
from lus.organisations.roles import Permission

CANDIDATE_ACTS = ("dismiss_candidate", "postpone_candidate")
PURPOSE = "deviation-candidates"

add_code_lists(
    {
        "deviation-detectors": {name: row.title for name, row in DETECTORS.items()},
        "deviation-candidate-states": STATES,
        "deviation-dismiss-reasons": REASONS,
    }
)


class CandidateBody(serializers.Serializer[Any]):
    """One offer. ``case_id``: null for a client that may not read the case."""

    id = serializers.UUIDField()
    detector = serializers.CharField()
    state = serializers.CharField()
    code = serializers.CharField()
    process_step = serializers.IntegerField()
    so_from = InstantField()
    evidence = serializers.CharField()
    offered_unit_id = serializers.UUIDField()
    addressed_unit_id = serializers.UUIDField()
    case_id = serializers.UUIDField(allow_null=True)


class CandidatesBody(serializers.Serializer[object]):
    results = CandidateBody(many=True)
    next = serializers.URLField(allow_null=True)


class DetectorBody(serializers.Serializer[Any]):
    """One rule. ``acceptance_percent``: reported of what was answered, null when nothing was."""

    detector = serializers.CharField()
    title = serializers.CharField()
    offered = serializers.IntegerField()
    accepted = serializers.IntegerField()
    dismissed = serializers.IntegerField()
    acceptance_percent = serializers.IntegerField(allow_null=True)
    needs_review = serializers.BooleanField()


class DetectorsBody(serializers.Serializer[object]):
    results = DetectorBody(many=True)


class DismissBody(ClosedBody):
    """``reason``: a key of the code list ``deviation-dismiss-reasons``."""

    reason = serializers.ChoiceField(list(REASONS.items()))


class NoBody(ClosedBody):
    """Nothing to tell."""


def candidate_body(offer: Suggested) -> dict[str, Any]:
    """Return ``offer`` as ``CandidateBody`` reads it."""
    row = offer.row
    names = ("id", "detector", "state", "code", "so_from", "offered_unit_id", "addressed_unit_id")
    return {name: getattr(row, name) for name in names} | {
        "process_step": DETECTORS[row.detector].step,
        "evidence": sentence_of(row.detector, row.wording, row.values),
        "case_id": offer.case_id,
    }


@contextmanager
def told_as_taken() -> Iterator[None]:
    """Tell which deviation a colleague made of the offer, as ``deviation`` in the problem."""
    try:
        yield
    except CandidateTaken as said:
        raise Explained(said, deviation=said.number or None) from said


class CandidatesView(ApiView):
    """What detectors offer the client's units, the newest first. Never sent by itself."""

    listed_parameters = ("limit", "cursor")

    @extend_schema(operation_id="deviation_candidates", responses=CandidatesBody)
    def get(self, request: Request) -> Response:
        given = parameters(request, *self.listed_parameters)
        limit = limit_of(given)
        offset = int(read(PURPOSE, given["cursor"])[0]) if "cursor" in given else 0
        rows = suggested(self.viewer, at=self.at, limit=limit + 1, offset=offset)
        following = sign(PURPOSE, [offset + limit]) if len(rows) > limit else None
        return page(request, [CandidateBody(candidate_body(row)).data for row in rows[:limit]], following)


class DetectorsView(ApiView):
    """How often the offers of each rule are taken up. Counts of all units; no case and no unit."""

    listed_parameters = ()

    @extend_schema(operation_id="deviation_detectors", responses=DetectorsBody)
    def get(self, request: Request) -> Response:
        parameters(request)
        self.viewer.require(Permission.SEE_DEVIATIONS)
        return Response({"results": DetectorBody(detector_rates(), many=True).data})


class DismissView(ApiView):
    """Inte en avvikelse: say why, once."""

    header_parameters = (KEY,)

    @extend_schema(operation_id="dismiss_candidate", request=DismissBody, responses={201: CandidateBody})
    def post(self, request: Request, candidate_id: UUID) -> Response:
        """Dismiss an offer with a reason."""
        return _answered(self, request, candidate_id, DismissBody, dismiss_candidate)


class PostponeView(ApiView):
    """Senare: put an offer off."""

    header_parameters = (KEY,)

    @extend_schema(operation_id="postpone_candidate", request=NoBody, responses={201: CandidateBody})
    def post(self, request: Request, candidate_id: UUID) -> Response:
        """Put an offer off."""
        return _answered(self, request, candidate_id, NoBody, postpone_candidate)


def _answered(view: ApiView, request: Request, candidate_id: UUID, kind: Any, act: Any) -> Response:
    parameters(request)
    view.viewer.require(Permission.REPORT_DEVIATION)
    require_offer(view.viewer, candidate_id)
    key = key_of(request)
    body = kind(data=request.data)
    body.is_valid(raise_exception=True)

    def once() -> dict[str, Any]:
        with told_as_taken():
            act(candidate_id=candidate_id, actor=view.viewer, at=view.at, **body.validated_data)
        return dict(CandidateBody(candidate_body(offer_of(view.viewer, candidate_id, at=view.at))).data)

    return answer_once(request, view.viewer, key, once)


v1 = [
    path("deviation-detectors", DetectorsView.as_view(), name="api-deviation-detectors"),
    path("deviation-candidates", CandidatesView.as_view(), name="api-deviation-candidates"),
    path(
        "deviation-candidates/<uuid:candidate_id>/dismiss",
        DismissView.as_view(),
        name="api-dismiss-candidate",
    ),
    path(
        "deviation-candidates/<uuid:candidate_id>/postpone",
        PostponeView.as_view(),
        name="api-postpone-candidate",
    ),
]
