"""Addresses of joint plans: the overview, one plan, and its acts, in a case or outside hospital."""

from django.urls import path

from discharge.views.act_page import show_act
from sip.views.acts import ACTS
from sip.views.outside_acts import OUTSIDE, address
from sip.views.overview import overview_page
from sip.views.plan import plan_view
from sip.views.start import start_page

urlpatterns = [
    path("sip/", overview_page, name="sip_overview"),
    path("sip/new/", start_page, name="open_plan"),
    path("sip/<uuid:plan_id>/", plan_view, name="sip_plan"),
    # In a case an address is named after the act alone.
    *(path(f"discharge/<uuid:case_id>/{row.slug}/", show_act, {"row": row}, name=row.act) for row in ACTS),
    *(path(f"sip/<uuid:case_id>/{row.slug}/", show_act, {"row": row}, name=address(row)) for row in OUTSIDE),
]
