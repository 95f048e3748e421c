"""SIP-handlingar i ärendet: the rows that sip adds to the table of acts."""

from discharge.api.act_route import ActRoute, add_acts
from discharge.api.act_views import act_paths
from discharge.rules import sip_choices as choices
from discharge.rules.facts_of_consents import (
    CONSENT_FORMS,
    CONSENT_GIVEN_BY,
    CONSENT_KINDS,
    HARM_TEST_SCOPES,
)
from discharge.rules.facts_of_meeting import PERSON_CHOICES, PLACE_KINDS
from discharge.rules.facts_of_poll import SLOT_ANSWERS
from discharge.rules.facts_of_sip import PRINCIPALS, STATE_WORDS
from discharge.rules.sip_standing import STANDINGS
from lus.api.code_lists import add_code_lists
from lus.organisations.roles import Permission

from .actions import record_sip_consent as consent
from .actions.answer_sip_poll import answer_sip_poll
from .actions.answer_sip_substitute import answer_sip_substitute
from .actions.answer_sip_summons import answer_sip_summons
from .actions.assess_sip_need import assess_sip_need
from .actions.cancel_sip_meeting import cancel_sip_meeting
from .actions.change_sip_participants import change_sip_participants
from .actions.change_sip_time import change_sip_time
from .actions.choose_sip_slot import choose_sip_slot
from .actions.close_sip import close_sip
from .actions.establish_sip import establish_sip
from .actions.follow_up_sip import follow_up_sip
from .actions.link_existing_sip import link_existing_sip
from .actions.offer_sip import offer_sip
from .actions.open_sip_poll import open_sip_poll
from .actions.record_sip_answer import record_sip_answer
from .actions.record_sip_consent import record_sip_consent
from .actions.record_sip_harm_test import record_sip_harm_test
from .actions.record_sip_meeting import record_sip_meeting
from .actions.send_sip_summons import send_sip_summons
from .actions.start_harm_test import start_harm_test
from .actions.turn_meeting_to_phone import turn_meeting_to_phone
from .actions.withdraw_consent import withdraw_consent
from .bodies import (
    AnswerBody,
    CancelBody,
    CloseBody,
    FollowUpBody,
    LinkBody,
    MeetingBody,
    NeedBody,
    OfferBody,
    PlanBody,
    SummonsAnswerBody,
)
from .consent_bodies import ConsentBody, SipHarmTestBody, StartHarmTestBody, WithdrawConsentBody
from .poll_bodies import ChooseSlotBody, PollAnswerBody, PollBody
from .rules.summons_complete import INVITED_KINDS
from .summons_bodies import ParticipantsBody, SubstituteAnswerBody, SummonsBody, TimeBody

SIP_ACTS = add_acts(
    ActRoute(offer_sip, Permission.SEE_CASES, OfferBody),
    ActRoute(record_sip_answer, Permission.SEE_CASES, AnswerBody),
    ActRoute(assess_sip_need, Permission.SEE_CASES, NeedBody),
    ActRoute(record_sip_consent, Permission.SEE_CASES, ConsentBody),
    ActRoute(withdraw_consent, Permission.WRITE_MESSAGES, WithdrawConsentBody),
    ActRoute(start_harm_test, Permission.SEE_CASES, StartHarmTestBody),
    ActRoute(record_sip_harm_test, Permission.SEE_CASES, SipHarmTestBody),
    ActRoute(open_sip_poll, Permission.SUMMON_TO_SIP, PollBody),
    ActRoute(answer_sip_poll, Permission.SEE_CASES, PollAnswerBody),
    ActRoute(choose_sip_slot, Permission.SUMMON_TO_SIP, ChooseSlotBody),
    ActRoute(send_sip_summons, Permission.SUMMON_TO_SIP, SummonsBody),
    ActRoute(change_sip_time, Permission.SUMMON_TO_SIP, TimeBody),
    ActRoute(cancel_sip_meeting, Permission.SUMMON_TO_SIP, CancelBody),
    ActRoute(change_sip_participants, Permission.SUMMON_TO_SIP, ParticipantsBody),
    ActRoute(turn_meeting_to_phone, Permission.SEE_CASES),
    ActRoute(answer_sip_summons, Permission.SEE_CASES, SummonsAnswerBody),
    ActRoute(answer_sip_substitute, Permission.SUMMON_TO_SIP, SubstituteAnswerBody),
    ActRoute(record_sip_meeting, Permission.SUMMON_TO_SIP, MeetingBody),
    ActRoute(establish_sip, Permission.SUMMON_TO_SIP, PlanBody),
    ActRoute(link_existing_sip, Permission.SUMMON_TO_SIP, LinkBody),
    ActRoute(follow_up_sip, Permission.ANSWER_NOTICE, FollowUpBody),
    ActRoute(close_sip, Permission.ANSWER_NOTICE, CloseBody),
)
add_code_lists(
    {
        "sip-consents": consent.STATES,
        "sip-consent-given-by": CONSENT_GIVEN_BY,
        "sip-consent-kinds": CONSENT_KINDS,
        "sip-consent-forms": CONSENT_FORMS,
        "sip-harm-test-scopes": HARM_TEST_SCOPES,
        "sip-standings": STANDINGS,
        "sip-states": STATE_WORDS,
        "sip-offered-how": choices.OFFERED_HOW,
        "sip-slot-answers": SLOT_ANSWERS,
        "sip-summons-answers": choices.ANSWERS,
        "sip-attendance": choices.UNIT_HOW,
        "sip-meeting-places": PLACE_KINDS,
        "sip-invited-kinds": INVITED_KINDS,
        "sip-person-choices": PERSON_CHOICES,
        "sip-person-took-part": choices.PERSON_HOW,
        "sip-principals": PRINCIPALS,
        "sip-results": choices.RESULTS,
        "sip-close-reasons": choices.CLOSE_REASONS,
        "sip-helped": choices.HELPED,
    }
)

v1 = act_paths(SIP_ACTS)
