"""Personen och närstående som REST: note an answer, and make a code to give away."""

from typing import Any, ClassVar
from uuid import UUID

from django.urls import path
from drf_spectacular.utils import extend_schema
from rest_framework import serializers
from rest_framework.request import Request
from rest_framework.response import Response

from discharge.api.act_views import ActDone, done
from discharge.rules.sip_choices import PERSON_ANSWERS
from lus.access_log.log import log_shown
from lus.api.code_lists import add_code_lists
from lus.api.cursors import parameters
from lus.api.fields import ClosedBody, InstantField, TextField
from lus.api.keyed import answer_once, key_of
from lus.api.schema import KEY
from lus.api.view import ApiView
from lus.organisations.roles import Permission

from .actions.answer_for_participant import answer_for_participant
from .actions.give_sip_code import GivenCode, give_sip_code
from .queries.plan_facts import process_of
from .queries.visible import plan_of

PERSON_ANSWERING = list(PERSON_ANSWERS.items())
# On a plan's meeting: not in the table of a case's acts.
PEOPLE_ACTS = ("answer_for_participant", "give_sip_code")
# Acts without a route under /api, and why.
BY_CODE_ONLY = {
    "answer_by_code": "the open page's: a code on paper is answered by a person, without an account"
}
PLAN = "/api/v1/plans/{case_id}"

add_code_lists({"sip-person-answers": PERSON_ANSWERS})


class ParticipantAnswerBody(ClosedBody):
    participant_id = serializers.UUIDField()
    answer = serializers.ChoiceField(PERSON_ANSWERING)
    text = TextField(required=False, allow_blank=True, max_length=200)


class ParticipantCodeBody(ClosedBody):
    """``protected_reason``: required when the person's identity is protected."""

    participant_id = serializers.UUIDField()
    protected_reason = TextField(required=False, allow_blank=True, max_length=300)


class GivenCodeBody(serializers.Serializer[object]):
    """``code`` is in this answer and nowhere else; a second call with the same key has none."""

    code = serializers.CharField(required=False)
    ends_at = InstantField()


class PeopleView(ApiView):
    """What both have in common: whose plan it is, the log, and the key."""

    header_parameters = (KEY,)
    body: ClassVar[type[ClosedBody]]
    act: ClassVar[str]

    def prepared(self, request: Request, plan_id: UUID) -> tuple[str, dict[str, Any]]:
        """Return the key and what was sent. Raises NotThere for a plan of others."""
        parameters(request)
        self.viewer.require(Permission.SEE_CASES)
        plan = plan_of(self.viewer, plan_id)
        log_shown(self.viewer, self.act, [plan.person_id], at=self.at, case_id=plan.case_id)
        key, body = key_of(request), self.body(data=request.data)
        body.is_valid(raise_exception=True)
        return key, dict(body.validated_data)


class ParticipantAnswersView(PeopleView):
    """What the person or a relative has told staff."""

    body = ParticipantAnswerBody
    act = "answer_for_participant"

    @extend_schema(
        operation_id="answer_for_participant", request=ParticipantAnswerBody, responses={201: ActDone}
    )
    def post(self, request: Request, plan_id: UUID) -> Response:
        key, said = self.prepared(request, plan_id)

        def once() -> dict[str, Any]:
            before = process_of(plan_of(self.viewer, plan_id)).version
            facts = answer_for_participant(plan_id=plan_id, actor=self.viewer, at=self.at, **said)
            return {**done(facts, before), "case_id": str(plan_id)}

        return answer_once(request, self.viewer, key, once, location=PLAN)


class ParticipantCodesView(PeopleView):
    """A code for one of the called, to be given on paper."""

    body = ParticipantCodeBody
    act = "give_sip_code"

    @extend_schema(operation_id="give_sip_code", request=ParticipantCodeBody, responses={201: GivenCodeBody})
    def post(self, request: Request, plan_id: UUID) -> Response:
        key, said = self.prepared(request, plan_id)
        given: list[GivenCode] = []

        def once() -> dict[str, Any]:
            given.append(give_sip_code(plan_id=plan_id, actor=self.viewer, at=self.at, **said))
            return {"ends_at": given[0].ends_at.isoformat()}

        answer = answer_once(request, self.viewer, key, once)
        if given:
            answer.data = {**answer.data, "code": given[0].code}
        return answer


v1 = [
    path("plans/<uuid:plan_id>/answers", ParticipantAnswersView.as_view(), name="api-plan-answers"),
    path("plans/<uuid:plan_id>/codes", ParticipantCodesView.as_view(), name="api-plan-codes"),
]
