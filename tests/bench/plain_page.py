"""The floor of the board: a plain Django page with the same 50 × 11 table, behind the same middleware."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.template import engines
from django.urls import include, path

from discharge.models import Case, CaseUnit

COLUMNS = (
    "person.family_name",
    "person.birth_date",
    "ward.name",
    "registered_municipality",
    "readiness",
    "day_zero",
    "stay",
    "care_contact_name",
    "sip_consent",
    "last_event_at",
    "expected_discharge",
)
CELLS = "".join(f"<td>{{{{ case.{column} }}}}</td>" for column in COLUMNS)
HEAD = "".join(f"<th>{column}</th>" for column in COLUMNS)
PAGE = engines["django"].from_string(
    f"<!doctype html><title>Plain</title><table><thead><tr>{HEAD}</tr></thead>"
    f"<tbody>{{% for case in cases %}}<tr>{CELLS}</tr>{{% endfor %}}</tbody></table>"
)


def plain_page(request: HttpRequest) -> HttpResponse:
    """The ward's open cases through the same index as the board: the floor is the page, not a missing index."""
    party = CaseUnit.objects.filter(
        unit_id=UUID(request.GET["ward"]), is_open=True, lost_access_at__isnull=True
    )
    cases = Case.objects.filter(pk__in=party.values("case_id")).select_related("person", "ward")
    return HttpResponse(PAGE.render({"cases": cases[:50]}, request))


urlpatterns = [path("plain/", plain_page), path("", include("lus.urls"))]
