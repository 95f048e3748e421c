"""Addresses of joint plans: the overview, one plan, and its acts, in a case or outside hospital."""

from django.urls import path

from discharge.views.act_page import show_act
from sip.views import meeting_code, meeting_people
from sip.views.acts import ACTS
from sip.views.document import document_view
from sip.views.document_acts import DOCUMENT_ACTS
from sip.views.journal_note import journal_note
from sip.views.outside_acts import OUTSIDE, address
from sip.views.overview import overview_page
from sip.views.plan import plan_view
from sip.views.plan_row import plan_row
from sip.views.print_plan import print_plan
from sip.views.start import start_page

urlpatterns = [
    path("sip/", overview_page, name="sip_overview"),
    path("sip/new/", start_page, name="open_plan"),
    path("sip/<uuid:plan_id>/", plan_view, name="sip_plan"),
    path("sip/<uuid:plan_id>/people/", meeting_people.people_page, name="meeting_people"),
    path("sip/<uuid:plan_id>/people/answer/", meeting_people.answer_page, name="answer_for_participant"),
    path("sip/<uuid:plan_id>/people/code/", meeting_people.code_page, name="give_sip_code"),
    path(
        "discharge/<uuid:case_id>/sip/people/", meeting_people.people_of_case, name="meeting_people_of_case"
    ),
    # Printed on paper, so in Swedish and short. Open to all.
    path("mote/", meeting_code.code_page, name="meeting_code"),
    path("mote/svar/", meeting_code.answer_page, name="meeting_answer"),
    path("sip/<uuid:plan_id>/document/", document_view, name="sip_document"),
    path("sip/<uuid:plan_id>/document/journal-note/", journal_note, name="sip_journal_note"),
    path("sip/<uuid:plan_id>/document/print/", print_plan, name="sip_print"),
    path("sip/<uuid:plan_id>/document/row/<slug:section>/<uuid:row_id>/", plan_row, name="save_plan_row"),
    *(
        path(f"sip/<uuid:case_id>/document/{row.slug}/", show_act, {"row": row}, name=row.act)
        for row in DOCUMENT_ACTS
    ),
    # In a case an address is named after the act alone.
    *(path(f"discharge/<uuid:case_id>/{row.slug}/", show_act, {"row": row}, name=row.act) for row in ACTS),
    *(path(f"sip/<uuid:case_id>/{row.slug}/", show_act, {"row": row}, name=address(row)) for row in OUTSIDE),
]
