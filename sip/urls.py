"""Addresses of the joint plan's acts; each url name is the act's name."""

from django.urls import path

from discharge.views.act_page import show_act
from sip.views.acts import ACTS

urlpatterns = [
    path(f"discharge/<uuid:case_id>/{row.slug}/", show_act, {"row": row}, name=row.act) for row in ACTS
]
