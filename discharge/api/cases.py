"""Ärenden: list the open ones, register an admission, read one."""

from datetime import datetime
from typing import Any
from uuid import UUID

from drf_spectacular.utils import extend_schema
from rest_framework import serializers
from rest_framework.request import Request
from rest_framework.response import Response

from discharge.actions.admit_and_notify import admit_and_notify
from discharge.actions.register_admission import LEGAL_STATUSES, register_admission
from discharge.queries.case_list import CARE_FORMS, ListedCase, case_list
from discharge.queries.case_page import case_page
from discharge.queries.facts import facts_from
from discharge.rules.facts_of_scope import OUTSIDE_REASONS
from lus.access_log.log import log_shown
from lus.api.cursors import limit_of, page, parameters, read, sign
from lus.api.fields import ClosedBody, InstantField, TextField
from lus.api.if_match import etag, is_unchanged
from lus.api.keyed import answer_once, key_of
from lus.api.schema import KEY
from lus.api.view import ApiView
from lus.events.queries import events_of
from lus.organisations.roles import Permission
from lus.refusals import CaseExists

from .act_views import CASE, ActDone, Axes, done
from .admission_notice import AdmissionNoticeBody
from .case_body import CaseBody, UnitRef, case_body
from .listed_person import ListedPerson, listed_person


class NewCase(ClosedBody):
    """With ``notice``: register the stay and send the admission notice, both or neither."""

    person_id = serializers.UUIDField()
    admitted_at = InstantField()
    care_form = serializers.ChoiceField(list(CARE_FORMS.items()), required=False)
    legal_status = serializers.ChoiceField(LEGAL_STATUSES, required=False)
    outside_act = serializers.ChoiceField(list(OUTSIDE_REASONS), required=False)
    outside_text = TextField(required=False, allow_blank=True, max_length=300)
    notice = AdmissionNoticeBody(required=False)


class CaseRow(serializers.Serializer[object]):
    id = serializers.UUIDField()
    reference = serializers.CharField()
    version = serializers.IntegerField()
    person = ListedPerson()
    ward = UnitRef()
    care_form = serializers.CharField()
    axes = Axes()
    admitted_at = InstantField()
    expected_discharge = serializers.DateField(allow_null=True)
    ready_sent_at = InstantField(allow_null=True)
    discharged_at = InstantField(allow_null=True)


class CasePageBody(serializers.Serializer[object]):
    results = CaseRow(many=True)
    next = serializers.URLField(allow_null=True)


class CasesView(ApiView):
    """The viewer's open cases, newest admission first; a new case on the viewer's own ward."""

    listed_parameters = ("limit", "cursor")
    header_parameters = (KEY,)

    @extend_schema(operation_id="cases", responses=CasePageBody)
    def get(self, request: Request) -> Response:
        given = parameters(request, *self.listed_parameters)
        after = _after(read("cases", given["cursor"])) if "cursor" in given else None
        found, more = case_list(self.viewer, at=self.at, limit=limit_of(given), after=after)
        last = found[-1].case if more else None
        following = sign("cases", [last.admitted_at.isoformat(), str(last.pk)]) if last else None
        return page(request, [_row(item) for item in found], following)

    @extend_schema(operation_id="register_admission", request=NewCase, responses={201: ActDone})
    def post(self, request: Request) -> Response:
        parameters(request)
        self.viewer.require(Permission.REGISTER_STAY)
        key = key_of(request)
        body = NewCase(data=request.data)
        body.is_valid(raise_exception=True)
        values = dict(body.validated_data)
        try:
            answer = answer_once(request, self.viewer, key, lambda: self._open(values), location=CASE)
        except CaseExists:
            log_shown(self.viewer, "register_admission", [values["person_id"]], at=self.at)
            raise
        log_shown(
            self.viewer,
            "register_admission",
            [values["person_id"]],
            at=self.at,
            case_id=UUID(str(answer.data["case_id"])),
        )
        return answer

    def _open(self, values: dict[str, Any]) -> dict[str, Any]:
        notice = values.pop("notice", None)
        if notice is not None:
            arguments = values | AdmissionNoticeBody.arguments(notice)
            return done(admit_and_notify(actor=self.viewer, at=self.at, **arguments), 0)
        case = register_admission(actor=self.viewer, at=self.at, **values)
        return done(facts_from(case.pk, events_of(case.pk)), 0)


class CaseView(ApiView):
    """One case that the viewer's unit is party to."""

    @extend_schema(operation_id="case", responses=CaseBody)
    def get(self, request: Request, case_id: UUID) -> Response:
        parameters(request)
        shown = case_page(self.viewer, case_id, at=self.at)
        headers = {"ETag": etag(shown.facts.version)}
        if is_unchanged(request, shown.facts.version):
            return Response(status=304, headers=headers)
        return Response(case_body(shown, self.viewer, self.at), headers=headers)


def _after(values: list[Any]) -> tuple[datetime, UUID]:
    return datetime.fromisoformat(values[0]), UUID(values[1])


def _row(item: ListedCase) -> dict[str, Any]:
    return dict(CaseRow(case_row(item) | {"person": listed_person(item.person)}).data)


LISTED: tuple[str, ...] = (
    "reference",
    "version",
    "care_form",
    "admitted_at",
    "expected_discharge",
    "ready_sent_at",
    "discharged_at",
    "ward",
)


def case_row(item: ListedCase) -> dict[str, Any]:
    """Return the columns that every list tells of a case."""
    values: dict[str, Any] = {name: getattr(item.case, name) for name in LISTED}
    return values | {"id": item.case.pk, "axes": {"stay": item.case.stay, "readiness": item.case.readiness}}
