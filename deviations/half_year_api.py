"""Halvårsrapporterna som REST: the list, one of them, and to freeze it; the same cells as on the page."""

from typing import Any

from django.urls import path
from drf_spectacular.utils import extend_schema
from rest_framework.request import Request
from rest_framework.response import Response

from deviations.actions.freeze_half_year_report import freeze_half_year_report
from deviations.queries.half_year_reports import half_year_report, listed_reports
from lus.api.cursors import parameters
from lus.api.keyed import answer_once, key_of
from lus.api.schema import KEY
from lus.api.view import ApiView
from lus.organisations.roles import Permission

from .half_year_bodies import (
    HalfYearFreezeBody,
    HalfYearListedBody,
    HalfYearReportBody,
    listed_body,
    shown_body,
)

HALF_YEAR_ACTS = ("freeze_half_year_report",)
LOCATION = "/api/v1/deviation-reports/{half_year}"


class HalfYearReportsView(ApiView):
    """The half-years that the client may read, newest first; the analyst's drafts too."""

    @extend_schema(operation_id="half_year_reports", responses=HalfYearListedBody(many=True))
    def get(self, request: Request) -> Response:
        parameters(request)
        found = listed_reports(self.viewer, at=self.at)
        return Response(HalfYearListedBody([listed_body(one) for one in found], many=True).data)


class HalfYearReportView(ApiView):
    """One half-year (``2026H1``) of the client's county. A null cell is hidden; what it was is not in the answer."""

    @extend_schema(operation_id="half_year_report", responses=HalfYearReportBody)
    def get(self, request: Request, half_year: str) -> Response:
        parameters(request)
        shown = half_year_report(self.viewer, half_year, at=self.at)
        return Response(HalfYearReportBody(shown_body(shown)).data)


class FreezeView(ApiView):
    """Keep the report as it is now, for good. 409 when the half-year is not over, or is frozen."""

    header_parameters = (KEY,)

    @extend_schema(
        operation_id="freeze_half_year_report",
        request=HalfYearFreezeBody,
        responses={201: HalfYearListedBody},
    )
    def post(self, request: Request, half_year: str) -> Response:
        parameters(request)
        self.viewer.require(Permission.ANALYSE_DEVIATIONS)
        key = key_of(request)
        body = HalfYearFreezeBody(data=request.data)
        body.is_valid(raise_exception=True)

        def once() -> dict[str, Any]:
            row = freeze_half_year_report(
                actor=self.viewer, at=self.at, half_year=half_year, **body.arguments()
            )
            told = {"half_year": row.half_year, "state": "frozen", "frozen_at": row.frozen_at}
            return dict(HalfYearListedBody(told).data)

        return answer_once(request, self.viewer, key, once, location=LOCATION)


v1 = [
    path("deviation-reports", HalfYearReportsView.as_view(), name="api-half-year-reports"),
    path("deviation-reports/<str:half_year>", HalfYearReportView.as_view(), name="api-half-year-report"),
    path(
        "deviation-reports/<str:half_year>/acts/freeze",
        FreezeView.as_view(),
        name="api-freeze-half-year-report",
    ),
]
