"""The pages of a joint plan's acts: sound input, faulty input, and what must have happened before."""

from datetime import timedelta
from typing import Any

from discharge.models import Case
from sip.actions.establish_sip import establish_sip
from sip.actions.offer_sip import offer_sip
from sip.actions.record_sip_meeting import record_sip_meeting
from sip.actions.send_sip_summons import send_sip_summons
from tests.factories import NOW, Place

from .told import Told

AT = NOW + timedelta(hours=1)
SOON = AT + timedelta(minutes=10)
PLAN = {"goals": "Klara trappan", "responsible": "region", "consented": "on"}
JUDGED = {
    "outcome": "no_harm",
    "physician": "Jonas Ek",
    "reasons": "Vården behöver samordnas",
    "scope": "meeting",
    "review_on": "2026-06-03",
}
SUMMONED = ("sip", "consent", "summons")
HELD = (*SUMMONED, "meeting")

SIP_PAGES = (
    Told("offer_sip", "ward", {"how": "oral"}, "sip_offered", {}),
    Told(
        "record_sip_answer",
        "ward",
        {"accepted": "no", "reason": "Orkar inte"},
        "sip_declined_by_person",
        {"accepted": "", "how": "oral"},
        ("offer",),
    ),
    Told(
        "withdraw_consent",
        "municipality",
        {"kinds": ["information"], "given_by": "self", "how": "oral"},
        "consent_withdrawn",
        {"given_by": "self", "how": "oral"},
        ("ground",),
    ),
    Told(
        "start_harm_test",
        "ward",
        {"reason": "Är medvetslös"},
        "harm_test_started",
        {"reason": " "},
        ("sip",),
    ),
    Told(
        "record_sip_harm_test",
        "primary_care",
        JUDGED,
        "harm_test_recorded",
        {**JUDGED, "review_on": "2026-03-02"},
    ),
    Told(
        "open_sip_poll",
        "primary_care",
        {"time_1": "2026-03-09 10.00", "time_2": "2026-03-10 13.00"},
        "sip_poll_opened",
        {"time_1": "2026-03-09 10.00", "time_2": "2026-03-09 10.00"},
        ("sip", "consent"),
    ),
    Told(
        "change_sip_time",
        "primary_care",
        {"meeting_at": "2026-03-09 10.00", "place": "Digitalt", "reason": "Krock"},
        "sip_time_changed",
        {"meeting_at": "2026-03-01 10.00", "place": "Digitalt", "reason": "Krock"},
        SUMMONED,
    ),
    Told(
        "cancel_sip_meeting",
        "primary_care",
        {"reason": "Sjukdom"},
        "sip_meeting_cancelled",
        {"reason": " "},
        SUMMONED,
    ),
    Told(
        "answer_sip_summons",
        "municipality",
        {"answer": "comes"},
        "sip_attendance_answered",
        {"answer": "cannot", "text": ""},
        SUMMONED,
    ),
    Told("establish_sip", "primary_care", PLAN, "sip_established", {**PLAN, "goals": " "}, HELD),
    Told(
        "link_existing_sip",
        "primary_care",
        {**PLAN, "made_on": "2025-12-01"},
        "sip_existing_linked",
        {**PLAN, "made_on": "2026-12-01"},
    ),
    Told(
        "follow_up_sip",
        "primary_care",
        {"result": "partly", "outcome": "continue"},
        "sip_followed_up",
        {"outcome": "continue"},
        (*HELD, "plan"),
    ),
    Told(
        "close_sip",
        "primary_care",
        {"reason": "goals_reached", "survey_offered": "yes"},
        "sip_closed",
        {"reason": "other", "text": "", "survey_offered": "yes"},
        (*HELD, "plan"),
    ),
)


def _summon(place: Place, case: Case) -> None:
    send_sip_summons(case_id=case.pk, actor=place.primary_care, at=AT, meeting_at=SOON, place="Digitalt")


def _meet(place: Place, case: Case) -> None:
    came = {str(place.municipality.unit_id): "video"}
    record_sip_meeting(case_id=case.pk, actor=place.primary_care, at=SOON, attendance=came, person="video")


def _plan(place: Place, case: Case) -> None:
    establish_sip(
        case_id=case.pk,
        actor=place.primary_care,
        at=SOON,
        goals="Klara trappan",
        responsible="region",
        consented=True,
    )


BEFORE_SIP: dict[str, Any] = {
    "offer": lambda place, case: offer_sip(case_id=case.pk, actor=place.ward, at=AT, how="oral"),
    "summons": _summon,
    "meeting": _meet,
    "plan": _plan,
}
