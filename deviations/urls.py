"""Addresses of the register: the list, one deviation and its acts, and the report with or without a case."""

from django.urls import path

from deviations.views.detector_rates import detector_rates_page
from deviations.views.flow_act import flow_act
from deviations.views.flow_acts import FLOW_PAGES
from deviations.views.half_year import freeze_page, half_year_file, report_of_half_year_page, reports_page
from deviations.views.lifts import LIFT_PAGES, lift_act, lifts_page, one_lift_page
from deviations.views.register import deviations_page, one_deviation_page
from deviations.views.report import report_page
from deviations.views.suggested import dismiss_page, postpone_page, suggested_page

urlpatterns = [
    path("deviations/", deviations_page, name="deviations"),
    path("deviations/new/", report_page, name="new_deviation"),
    path("deviations/suggested/", suggested_page, name="suggested_deviations"),
    path("deviations/suggested/rules/", detector_rates_page, name="detector_rates"),
    path("deviations/suggested/<str:candidate_id>/dismiss/", dismiss_page, name="dismiss_candidate"),
    path("deviations/suggested/<str:candidate_id>/postpone/", postpone_page, name="postpone_candidate"),
    path("deviations/lifts/", lifts_page, name="lifts"),
    path("deviations/lifts/<str:reference>/", one_lift_page, name="lift"),
    *(
        path(f"deviations/lifts/<str:reference>/{page.slug}/", lift_act, {"row": page}, name=page.act)
        for page in LIFT_PAGES
    ),
    path("deviations/<str:number>/", one_deviation_page, name="deviation"),
    *(
        path(f"deviations/<str:number>/{page.slug}/", flow_act, {"row": page}, name=page.act)
        for page in FLOW_PAGES
    ),
    path("reports/deviations/", reports_page, name="half_year_reports"),
    path("reports/deviations/<str:half_year>/", report_of_half_year_page, name="half_year_report"),
    path("reports/deviations/<str:half_year>/freeze/", freeze_page, name="freeze_half_year_report"),
    path("reports/deviations/<str:half_year>/report.<str:kind>", half_year_file, name="half_year_file"),
    path("discharge/<uuid:case_id>/report-deviation/", report_page, name="report_deviation"),
]
