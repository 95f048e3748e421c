"""Addresses of *Reservrutin*."""

from django.urls import path

from . import overview, pages, paper_pages

urlpatterns = [
    path("downtime/", overview.downtime_page, name="downtime"),
    path("downtime/list/", pages.downtime_list_page, name="downtime_list"),
    path("downtime/list.pdf", pages.downtime_pdf, name="downtime_pdf"),
    path("downtime/list.sealed", pages.downtime_file, name="downtime_file"),
    path("downtime/make-forms/", paper_pages.make_paper_pack, name="make_paper_pack"),
    path("downtime/forms.pdf", paper_pages.paper_pack_pdf, name="paper_pack_pdf"),
    path("downtime/settle-forms/", paper_pages.settle_paper_forms, name="settle_paper_forms"),
    path("downtime/look-up/", paper_pages.look_up_serial, name="look_up_serial"),
]
