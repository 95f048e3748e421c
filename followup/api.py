"""Enkäterna som REST: the own unit's report, and codes to give out. To answer is for people, on the open page."""

from typing import Any

from django.urls import path
from drf_spectacular.utils import extend_schema
from rest_framework.request import Request
from rest_framework.response import Response

from followup.actions.draw_survey_codes import DrawnCodes, draw_survey_codes
from followup.queries.survey_report import survey_report
from followup.rules.questionnaire import HEADINGS, KINDS
from lus.api.code_lists import add_code_lists
from lus.api.cursors import parameters
from lus.api.keyed import answer_once, key_of
from lus.api.problems import BadRequest, error_at
from lus.api.schema import KEY
from lus.api.view import ApiView
from lus.organisations.roles import Permission

from .bodies import SurveyDrawBody, SurveyDrawnBody, SurveyReportBody, drawn_body, report_body

SURVEY_ACTS = ("draw_survey_codes",)
# Acts without a route under /api, and why.
NO_ROUTE = {"answer_survey": "the open page's: a code on paper is answered by a person, without an account"}

add_code_lists({"survey-kinds": KINDS, "survey-headings": HEADINGS})


class SurveyReportView(ApiView):
    """``?year=2026``, else the newest year with a closed quarter. Of the client's own unit; no texts."""

    listed_parameters = ("year",)

    @extend_schema(operation_id="survey_report", responses=SurveyReportBody)
    def get(self, request: Request) -> Response:
        given = parameters(request, *self.listed_parameters).get("year", "")
        if given and not (given.isascii() and given.isdigit() and len(given) == 4 and given > "1999"):
            raise BadRequest("validation", errors=[error_at("year", "validation", "Skriv året som 2026.")])
        report = survey_report(self.viewer, int(given) if given else None, at=self.at)
        return Response(SurveyReportBody(report_body(report)).data)


class SurveyCodesView(ApiView):
    """Codes of the client's own unit in the running quarter. They are in this answer and nowhere else."""

    header_parameters = (KEY,)

    @extend_schema(operation_id="draw_survey_codes", request=SurveyDrawBody, responses={201: SurveyDrawnBody})
    def post(self, request: Request) -> Response:
        parameters(request)
        self.viewer.require(Permission.SEE_CASES)
        key = key_of(request)
        body = SurveyDrawBody(data=request.data)
        body.is_valid(raise_exception=True)
        drawn: list[DrawnCodes] = []

        def once() -> dict[str, Any]:
            drawn.append(draw_survey_codes(actor=self.viewer, at=self.at, **body.validated_data))
            return drawn_body(drawn[0])

        answer = answer_once(request, self.viewer, key, once)
        if drawn:
            answer.data = {**answer.data, "codes": list(drawn[0].codes)}
        return answer


v1 = [
    path("surveys/report", SurveyReportView.as_view(), name="api-survey-report"),
    path("surveys/codes", SurveyCodesView.as_view(), name="api-survey-codes"),
]
