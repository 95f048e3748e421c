"""Avräkningen: the lines of a month, what an officer says of a line, and the month's closing. Always a calculation."""

from typing import Any
from uuid import UUID

from drf_spectacular.utils import extend_schema
from rest_framework import serializers
from rest_framework.request import Request
from rest_framework.response import Response

from discharge.actions.answer_payment_dispute import ANSWERS, answer_payment_dispute
from discharge.actions.approve_payment_line import approve_payment_line
from discharge.actions.close_settlement import close_settlement
from discharge.actions.dispute_payment_line import DISPUTE_REASONS, dispute_payment_line
from discharge.actions.settlement_act import read_month
from discharge.queries.settlement import settlement_month
from discharge.queries.settlement_scope import case_of_officer
from discharge.rules.settlement_line import month_before, month_of
from lus.api.cursors import parameters
from lus.api.fields import ClosedBody, InstantField, TextField
from lus.api.keyed import answer_once, key_of
from lus.api.schema import KEY
from lus.api.view import ApiView
from lus.organisations.roles import Permission
from lus.swedish_time import local_date

from .act_route import ActRoute, add_acts
from .act_views import ActView
from .settlement_body import SettlementBody, settlement_body

LOCATION = "/api/v1/settlement"


class LineBody(ClosedBody):
    """``month``: ``2026-03``; ``fingerprint``: of the days as they were read."""

    month = TextField(max_length=7)
    fingerprint = TextField(max_length=16)


class DisputeLineBody(ClosedBody):
    month = TextField(max_length=7)
    reason = serializers.ChoiceField(list(DISPUTE_REASONS.items()))
    text = TextField(required=False, allow_blank=True, max_length=500)
    evidence = serializers.UUIDField(required=False, allow_null=True)


class AnswerDisputeBody(LineBody):
    answer = serializers.ChoiceField(list(ANSWERS.items()))
    text = TextField(max_length=500)


class CloseMonthBody(ClosedBody):
    """``counterpart``: the code of the other side's region or municipality."""

    month = TextField(max_length=7)
    counterpart = TextField(max_length=4)


class ClosedMonth(serializers.Serializer[object]):
    month = serializers.CharField()
    region = serializers.CharField()
    payer = serializers.CharField()
    closed_at = InstantField()


SETTLE = Permission.SETTLE
SETTLEMENT_ACTS = add_acts(
    ActRoute(approve_payment_line, SETTLE, LineBody, called="approve-line"),
    ActRoute(dispute_payment_line, SETTLE, DisputeLineBody, called="dispute-line"),
    ActRoute(answer_payment_dispute, SETTLE, AnswerDisputeBody, called="answer-dispute"),
)


class SettlementActView(ActView):
    """An act of an officer, who is no party to the case."""

    def find(self, case_id: UUID) -> Any:
        return case_of_officer(self.viewer, case_id)


class SettlementView(ApiView):
    """The lines of one month. ``month``: ``2026-03``; ``with``: the counterpart's code, else the one with most."""

    listed_parameters = ("month", "with")

    @extend_schema(operation_id="settlement", responses=SettlementBody)
    def get(self, request: Request) -> Response:
        given = parameters(request, *self.listed_parameters)
        self.viewer.require(SETTLE)
        first = read_month(given.get("month") or month_of(month_before(local_date(self.at))))
        found = settlement_month(self.viewer, first, given.get("with", ""), at=self.at)
        return Response(settlement_body(found))


class CloseSettlementView(ApiView):
    """Avsluta månadens granskning: freeze the month's lines with one counterpart."""

    header_parameters = (KEY,)

    @extend_schema(operation_id="close_settlement", request=CloseMonthBody, responses={201: ClosedMonth})
    def post(self, request: Request) -> Response:
        parameters(request)
        self.viewer.require(SETTLE)
        key = key_of(request)
        body = CloseMonthBody(data=request.data)
        body.is_valid(raise_exception=True)

        def once() -> dict[str, Any]:
            closed = close_settlement(actor=self.viewer, at=self.at, **dict(body.validated_data))
            told = {
                "month": f"{closed.month:%Y-%m}",
                "region": closed.region_code,
                "payer": closed.payer_code,
                "closed_at": closed.closed_at,
            }
            return dict(ClosedMonth(told).data)

        return answer_once(request, self.viewer, key, once, location=LOCATION)
