"""Addresses of *Reservrutin*."""

from django.urls import path

from . import overview, pages

urlpatterns = [
    path("downtime/", overview.downtime_page, name="downtime"),
    path("downtime/list/", pages.downtime_list_page, name="downtime_list"),
    path("downtime/list.pdf", pages.downtime_pdf, name="downtime_pdf"),
    path("downtime/list.sealed", pages.downtime_file, name="downtime_file"),
]
