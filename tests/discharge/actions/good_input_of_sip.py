"""The acts of a joint plan with input that is right."""

from datetime import timedelta
from uuid import UUID

from lus.swedish_time import local_date
from sip.actions.answer_sip_poll import answer_sip_poll
from sip.actions.answer_sip_substitute import answer_sip_substitute
from sip.actions.answer_sip_summons import answer_sip_summons
from sip.actions.cancel_sip_meeting import cancel_sip_meeting
from sip.actions.change_sip_participants import change_sip_participants
from sip.actions.change_sip_time import change_sip_time
from sip.actions.choose_sip_slot import choose_sip_slot
from sip.actions.close_sip import close_sip
from sip.actions.establish_sip import establish_sip
from sip.actions.follow_up_sip import follow_up_sip
from sip.actions.link_existing_sip import link_existing_sip
from sip.actions.offer_sip import offer_sip
from sip.actions.open_sip_poll import open_sip_poll
from sip.actions.record_sip_answer import record_sip_answer
from sip.actions.record_sip_harm_test import record_sip_harm_test
from sip.actions.record_sip_meeting import record_sip_meeting
from sip.actions.start_harm_test import start_harm_test
from sip.actions.turn_meeting_to_phone import turn_meeting_to_phone
from sip.rules.participants import ParticipantChanges
from sip.rules.summons import CalledUnit

from .lives import consented
from .one_try import READ, Try
from .sip_lives import (
    PLAN,
    attended,
    digital,
    established,
    held,
    offered,
    polled,
    slots,
    substituted,
    summoned,
    time_for_the_meeting,
)

SIP_TRIES = (
    Try(
        start_harm_test,
        "ward",
        ("harm_test_started",),
        arguments=lambda life: {"reason": "Är medvetslös"},
    ),
    Try(
        record_sip_harm_test,
        "primary_care",
        ("harm_test_started", "harm_test_recorded"),
        arguments=lambda life: {
            "outcome": "no_harm",
            "physician": "Jonas Ek",
            "reasons": "Vården behöver samordnas",
            "review_on": local_date(life.at) + timedelta(days=30),
        },
    ),
    Try(offer_sip, "municipality", ("sip_offered",), arguments=lambda life: {"how": "oral"}),
    Try(
        record_sip_answer,
        "ward",
        ("sip_accepted_by_person", "consent_recorded"),
        life=offered,
        arguments=lambda life: {"accepted": True, "how": "oral", "consents_to_summons": True},
    ),
    Try(
        open_sip_poll,
        "primary_care",
        (READ, "sip_poll_opened"),
        life=consented,
        arguments=lambda life: {"times": [life.at + timedelta(days=days) for days in (2, 3)]},
    ),
    Try(
        answer_sip_poll,
        "municipality",
        ("message_acknowledged", "sip_slot_answered"),
        life=polled,
        arguments=lambda life: {"answers": dict.fromkeys(slots(life), "yes")},
    ),
    Try(
        choose_sip_slot,
        "primary_care",
        ("sip_slot_chosen",),
        life=polled,
        arguments=lambda life: {"slot_id": UUID(slots(life)[0])},
    ),
    Try(
        change_sip_time,
        "primary_care",
        ("sip_time_changed",),
        life=summoned,
        arguments=lambda life: {
            "meeting_at": life.at + timedelta(days=5),
            "place": "Digitalt",
            "reason": "Kommunen kan inte",
        },
    ),
    Try(
        cancel_sip_meeting,
        "primary_care",
        ("sip_meeting_cancelled",),
        life=summoned,
        arguments=lambda life: {"reason": "Patienten har blivit sämre"},
    ),
    Try(
        answer_sip_summons,
        "municipality",
        ("message_acknowledged", "sip_attendance_answered"),
        life=summoned,
        arguments=lambda life: {"answer": "comes"},
    ),
    Try(
        change_sip_participants,
        "primary_care",
        ("sip_participant_changed",),
        life=summoned,
        arguments=lambda life: {
            "changes": ParticipantChanges(add=(CalledUnit(str(life.ward.unit_id)),)),
        },
    ),
    Try(turn_meeting_to_phone, "municipality", (READ, "sip_time_changed"), life=digital),
    Try(
        answer_sip_substitute,
        "primary_care",
        ("sip_substitute_declined",),
        life=substituted,
        arguments=lambda life: {
            "participant_id": UUID(life.facts.sip.meetings[-1].called[1].participant_id),
            "approved": False,
            "reason": "Kommunen behövs",
        },
    ),
    Try(
        record_sip_meeting,
        "primary_care",
        ("sip_meeting_held",),
        life=time_for_the_meeting,
        arguments=lambda life: {"attendance": attended(life), "person": "physical"},
    ),
    Try(
        establish_sip,
        "primary_care",
        ("consent_recorded", "sip_established"),
        life=held,
        arguments=lambda life: PLAN,
    ),
    Try(
        link_existing_sip,
        "primary_care",
        ("consent_recorded", "sip_existing_linked"),
        arguments=lambda life: {"made_on": local_date(life.at) - timedelta(days=60), **PLAN},
    ),
    Try(
        follow_up_sip,
        "primary_care",
        ("sip_followed_up",),
        life=established,
        arguments=lambda life: {"result": "partly"},
    ),
    Try(
        close_sip,
        "primary_care",
        ("sip_closed",),
        life=established,
        arguments=lambda life: {"reason": "goals_reached", "survey_offered": True},
    ),
)
