"""Addresses of the surveys: two for those who answer, open to all, and two for the unit that gives out codes."""

from django.urls import path

from followup.views.answer import survey_answer_page, survey_page, survey_thanks_page
from followup.views.surveys import draw_codes_page, surveys_page

urlpatterns = [
    # Printed on paper, so in Swedish and short.
    path("enkat/", survey_page, name="survey"),
    path("enkat/svar/", survey_answer_page, name="survey_answer"),
    path("enkat/tack/", survey_thanks_page, name="survey_thanks"),
    path("follow-up/surveys/", surveys_page, name="surveys"),
    path("follow-up/surveys/codes/", draw_codes_page, name="draw_survey_codes"),
]
