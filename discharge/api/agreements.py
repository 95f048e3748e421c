"""Överenskommelser: read the newest version of each, propose and approve an activation. No patients here."""

from typing import Any

from drf_spectacular.utils import extend_schema
from rest_framework import serializers
from rest_framework.request import Request
from rest_framework.response import Response

from discharge.actions.activate_agreement import activate_agreement
from discharge.actions.propose_activation import propose_activation
from discharge.queries.agreement_list import agreement, agreement_list
from lus.api.cursors import limit_of, page, parameters, read, sign
from lus.api.fields import ClosedBody, DayField
from lus.api.keyed import answer_once, key_of
from lus.api.schema import KEY
from lus.api.view import ApiView
from lus.organisations.roles import Permission

from .agreement_body import AgreementBody, agreement_body

LOCATION = "/api/v1/agreements/{key}"


class AgreementPageBody(serializers.Serializer[object]):
    results = AgreementBody(many=True)
    next = serializers.URLField(allow_null=True)


class ProposeActivationBody(ClosedBody):
    payment_active_from = DayField()


class ActivateBody(ClosedBody):
    """``payment_active_from``: the proposed day as the approver read it; refused when it has changed since."""

    payment_active_from = DayField(required=False)


class AgreementsView(ApiView):
    """The newest version of every agreement, by key."""

    listed_parameters = ("limit", "cursor")

    @extend_schema(operation_id="agreements", responses=AgreementPageBody)
    def get(self, request: Request) -> Response:
        given = parameters(request, *self.listed_parameters)
        after = str(read("agreements", given["cursor"])[0]) if "cursor" in given else ""
        limit = limit_of(given)
        found = [shown for shown in agreement_list(self.viewer) if shown.is_newest and shown.row.key > after]
        last = found[limit - 1] if len(found) > limit else None
        following = sign("agreements", [last.row.key]) if last else None
        return page(request, [agreement_body(shown) for shown in found[:limit]], following)


class AgreementView(ApiView):
    """The newest version of one agreement."""

    @extend_schema(operation_id="agreement", responses=AgreementBody)
    def get(self, request: Request, key: str) -> Response:
        parameters(request)
        return Response(agreement_body(agreement(self.viewer, key)))


class AgreementActView(ApiView):
    """One of the two steps. Rights are asked about first, also when the answer is a stored one."""

    header_parameters = (KEY,)

    def act(self, request: Request, key: str, perform: Any, body: ClosedBody) -> Response:
        """Do it, once; answers with the agreement as it is then."""
        parameters(request)
        self.viewer.require(Permission.SEE_MONEY)
        idempotency_key = key_of(request)
        body.is_valid(raise_exception=True)
        arguments = dict(body.validated_data)

        def once() -> dict[str, Any]:
            perform(key=key, actor=self.viewer, at=self.at, **arguments)
            return agreement_body(agreement(self.viewer, key))

        return answer_once(request, self.viewer, idempotency_key, once, location=LOCATION)


class ProposeActivationView(AgreementActView):
    """The first of two persons proposes from which day the days are paid."""

    @extend_schema(
        operation_id="propose_activation", request=ProposeActivationBody, responses={201: AgreementBody}
    )
    def post(self, request: Request, key: str) -> Response:
        return self.act(request, key, propose_activation, ProposeActivationBody(data=request.data))


class ActivateView(AgreementActView):
    """Somebody else, of another principal, approves what is proposed."""

    @extend_schema(operation_id="activate_agreement", request=ActivateBody, responses={201: AgreementBody})
    def post(self, request: Request, key: str) -> Response:
        return self.act(request, key, activate_agreement, ActivateBody(data=request.data))
