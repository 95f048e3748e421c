"""Addresses of the register: the list, one deviation, and the report with or without a case."""

from django.urls import path

from deviations.views.register import deviation_page, deviations_page
from deviations.views.report import report_page
from deviations.views.suggested import dismiss_page, postpone_page, suggested_page

urlpatterns = [
    path("deviations/", deviations_page, name="deviations"),
    path("deviations/new/", report_page, name="new_deviation"),
    path("deviations/suggested/", suggested_page, name="suggested_deviations"),
    path("deviations/suggested/<str:candidate_id>/dismiss/", dismiss_page, name="dismiss_candidate"),
    path("deviations/suggested/<str:candidate_id>/postpone/", postpone_page, name="postpone_candidate"),
    path("deviations/<str:number>/", deviation_page, name="deviation"),
    path("discharge/<uuid:case_id>/report-deviation/", report_page, name="report_deviation"),
]
