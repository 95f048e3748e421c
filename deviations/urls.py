"""Addresses of the register: the list, one deviation, and the report with or without a case."""

from django.urls import path

from deviations.views.register import deviation_page, deviations_page
from deviations.views.report import report_page

urlpatterns = [
    path("deviations/", deviations_page, name="deviations"),
    path("deviations/new/", report_page, name="new_deviation"),
    path("deviations/<str:number>/", deviation_page, name="deviation"),
    path("discharge/<uuid:case_id>/report-deviation/", report_page, name="report_deviation"),
]
