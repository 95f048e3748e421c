"""Pages of the case: lists, one case, and one address for each act (the url name is the act's name)."""

from django.urls import path

from discharge.views import (
    acknowledge,
    agreements,
    attachment,
    board,
    board_choice,
    case,
    case_news,
    journal_note,
    mark_seen,
    meeting,
    my_turn,
    new_notice,
    notices,
    on_call,
    patient_summary,
    search,
    wall,
    weekend_list,
)
from discharge.views.act_page import show_act
from discharge.views.agreement_acts import AGREEMENT_ACTS, agreement_act
from discharge.views.correction_acts import CORRECTIONS
from discharge.views.home_ready_acts import HOME_READY
from discharge.views.message_acts import MESSAGES
from discharge.views.on_call_acts import ON_CALL
from discharge.views.planning_acts import PLANNING
from discharge.views.receiver_acts import RECEIVERS
from discharge.views.roster_acts import ROSTER
from discharge.views.setting_act import setting_act
from discharge.views.unit_settings_acts import UNIT_SETTINGS
from discharge.views.ward_acts import WARD

from .urls_of_settlement import SETTLEMENT_PAGES
from .urls_of_unit import UNIT_PAGES

urlpatterns = [
    path("", my_turn.my_turn_page, name="my_turn"),
    path("notices/", notices.notices_page, name="notices"),
    path("on-call/", on_call.on_call_page, name="on_call"),
    *(path(row.path, setting_act, {"row": row}, name=row.name) for row in (*ROSTER, *UNIT_SETTINGS)),
    path("weekend-list/", weekend_list.weekend_list_page, name="weekend_list"),
    *UNIT_PAGES,
    *SETTLEMENT_PAGES,
    path("search/", search.search_case, name="search_case"),
    path("agreements/", agreements.agreements_page, name="agreements"),
    *(
        path(f"agreements/<slug:key>/{row.slug}/", agreement_act, {"row": row}, name=row.act)
        for row in AGREEMENT_ACTS
    ),
    path("discharge/meeting/", meeting.meeting_page, name="meeting"),
    path("discharge/wall/", wall.wall_screens_page, name="wall_screens"),
    path("wall/", wall.wall_page, name="wall"),
    path("discharge/board/views/", board_choice.board_views_page, name="board_views"),
    path("discharge/seen/", mark_seen.mark_seen_page, name="mark_seen"),
    path("discharge/board/", board.board_page, name="board"),
    path(
        "discharge/<uuid:case_id>/acknowledge/<uuid:message_id>/",
        acknowledge.acknowledge_page,
        name="acknowledge",
    ),
    path(
        "discharge/<uuid:case_id>/acknowledge-information/",
        acknowledge.acknowledge_information_page,
        name="acknowledge_information",
    ),
    path(
        "discharge/<uuid:case_id>/attachment/<uuid:attachment_id>/",
        attachment.attachment_page,
        name="attachment",
    ),
    path("discharge/<uuid:case_id>/journal-note/", journal_note.journal_note, name="journal_note"),
    path("discharge/<uuid:case_id>/messages/", acknowledge.read_messages, name="read_messages"),
    path("discharge/new/", new_notice.new_notice, name="new_notice"),
    path("discharge/new/recipients/", new_notice.notice_parts, name="notice_parts"),
    path("discharge/<uuid:case_id>/", case.case, name="case"),
    path("discharge/<uuid:case_id>/news/", case_news.case_news_part, name="case_news"),
    path("discharge/<uuid:case_id>/summary/", patient_summary.patient_summary, name="patient_summary"),
    path(
        "discharge/<uuid:case_id>/summary.pdf",
        patient_summary.patient_summary_pdf,
        name="patient_summary_pdf",
    ),
    *(
        path(f"discharge/<uuid:case_id>/{row.slug}/", show_act, {"row": row}, name=row.act)
        for row in (*WARD, *RECEIVERS, *PLANNING, *HOME_READY, *ON_CALL, *MESSAGES, *CORRECTIONS)
    ),
]
