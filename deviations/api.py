"""Avvikelseregistret som REST: the own list, and to report, through the page's own act."""

from typing import Any

from django.urls import path
from drf_spectacular.utils import extend_schema
from rest_framework.request import Request
from rest_framework.response import Response

from deviations.actions.report_deviation import report_deviation
from deviations.queries.register import Box, own_deviations
from deviations.rules import choices
from deviations.rules.lift import LIFT_LEVELS, LIFT_STATES
from deviations.rules.taxonomy import taxonomy
from lus.api.code_lists import add_code_lists
from lus.api.cursors import limit_of, page, parameters, read, sign
from lus.api.keyed import answer_once, key_of
from lus.api.problems import BadRequest, error_at
from lus.api.schema import KEY
from lus.api.view import ApiView
from lus.organisations.roles import Permission

from .api_of_candidates import CANDIDATE_ACTS, told_as_taken
from .api_of_candidates import v1 as candidates_v1
from .bodies import DeviationBody, DeviationsBody, ReportBody, deviation_body
from .flow_api import FLOW_ACTS
from .flow_api import v1 as flow_v1
from .half_year_api import HALF_YEAR_ACTS
from .half_year_api import v1 as half_year_v1
from .lift_api import LIFT_ACT_NAMES
from .lift_api import v1 as lift_v1

LOCATION = "/deviations/{number}/"
BOXES: dict[str, Box] = {"received": "received", "sent": "sent"}
DEVIATION_ACTS = ("report_deviation", *CANDIDATE_ACTS, *FLOW_ACTS, *HALF_YEAR_ACTS, *LIFT_ACT_NAMES)

add_code_lists(
    {
        "deviation-codes": {code: row.text for code, row in taxonomy().items()},
        "deviation-consequences": choices.CONSEQUENCES,
        "deviation-directions": choices.DIRECTIONS,
        "deviation-states": choices.STATES,
        "lift-levels": LIFT_LEVELS,
        "lift-states": LIFT_STATES,
        "deviation-entry-kinds": choices.ENTRY_KINDS,
        "deviation-severities": {str(key): word for key, word in choices.SEVERITIES.items()},
        "deviation-action-owners": choices.OWNER_ROLES,
        "deviation-steps": {str(number): label for number, label in choices.STEPS.items()},
        "deviation-reporter-roles": choices.REPORTER_ROLES,
        "deviation-care-forms": choices.CARE_FORMS,
    }
)


class DeviationsView(ApiView):
    """``?box=received`` (what came to the client's unit, newest first) or ``sent``. No texts, no patients."""

    listed_parameters = ("box", "limit", "cursor")
    header_parameters = (KEY,)

    @extend_schema(operation_id="deviations", responses=DeviationsBody)
    def get(self, request: Request) -> Response:
        given = parameters(request, *self.listed_parameters)
        name, limit = given.get("box", "received"), limit_of(given)
        if name not in BOXES:
            raise BadRequest("validation", errors=[error_at("box", "validation", "received eller sent.")])
        offset = int(read(f"deviations.{name}", given["cursor"])[0]) if "cursor" in given else 0
        rows = own_deviations(self.viewer, BOXES[name], limit=limit + 1, offset=offset)
        following = sign(f"deviations.{name}", [offset + limit]) if len(rows) > limit else None
        return page(request, [DeviationBody(deviation_body(row)).data for row in rows[:limit]], following)

    @extend_schema(operation_id="report_deviation", request=ReportBody, responses={201: DeviationBody})
    def post(self, request: Request) -> Response:
        """Report a deviation, about a case or about none."""
        parameters(request)
        self.viewer.require(Permission.REPORT_DEVIATION)
        key = key_of(request)
        body = ReportBody(data=request.data)
        body.is_valid(raise_exception=True)

        def once() -> dict[str, Any]:
            with told_as_taken():
                row = report_deviation(actor=self.viewer, at=self.at, **body.arguments())
            return dict(DeviationBody(deviation_body(row)).data)

        return answer_once(request, self.viewer, key, once, location=LOCATION)


v1 = [
    path("deviations", DeviationsView.as_view(), name="api-deviations"),
    *candidates_v1,
    *flow_v1,
    *half_year_v1,
    *lift_v1,
]
