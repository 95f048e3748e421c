"""Vad som får göras när, om SIP: who takes which step towards the joint plan, and when its page is stale.

Where the plan itself must stand is in ``sip_not_open``.
"""

from __future__ import annotations

from typing import Final

from .facts import ACTIVE_STATES, OUTPATIENT_ROLES
from .stage import ALL, ANY_LIVING, OUTPATIENT, RECEIVERS, WARD, Stage


def _care_contact(words: str) -> Stage:
    """Fast vårdkontakt, LUS 4 kap. 3 §: regional outpatient care calls and leads."""
    return Stage(words, OUTPATIENT, ANY_LIVING, unit=ACTIVE_STATES, roles=OUTPATIENT_ROLES)


def _region(words: str) -> Stage:
    """A physician in the region judges: on the ward, or in outpatient care."""
    who = WARD | OUTPATIENT
    return Stage(words, who, ANY_LIVING, unit=ACTIVE_STATES, notice=True, roles=OUTPATIENT_ROLES)


STAGES_OF_SIP: Final[dict[str, Stage]] = {
    "offer_sip": Stage("Att erbjuda SIP", ALL, ANY_LIVING, unit=ACTIVE_STATES, notice=True),
    "record_sip_answer": Stage(
        "Att dokumentera svaret på SIP", ALL, ANY_LIVING, unit=ACTIVE_STATES, notice=True
    ),
    "start_harm_test": _region("Att påbörja menprövning"),
    "record_sip_harm_test": _region("Att dokumentera menprövning om möte"),
    "open_sip_poll": _care_contact("Att föreslå mötestider"),
    "answer_sip_poll": Stage("Att svara på mötestider", ALL, ANY_LIVING, unit=ACTIVE_STATES),
    "choose_sip_slot": _care_contact("Att välja mötestid"),
    "change_sip_time": _care_contact("Att ändra mötestid"),
    "cancel_sip_meeting": _care_contact("Att ställa in SIP-mötet"),
    "turn_meeting_to_phone": Stage("Att ta mötet på telefon", ALL, ANY_LIVING, unit=ACTIVE_STATES),
    "change_sip_participants": _care_contact("Att ändra deltagare"),
    "answer_sip_summons": Stage("Att svara på kallelsen", ALL, ANY_LIVING, unit=ACTIVE_STATES),
    "answer_sip_substitute": _care_contact("Att svara om ersättaren"),
    "record_sip_meeting": _care_contact("Att dokumentera SIP-mötet"),
    "establish_sip": _care_contact("Att upprätta SIP"),
    "link_existing_sip": _care_contact("Att ange en SIP som redan finns"),
    "follow_up_sip": Stage("Att följa upp SIP", RECEIVERS, ANY_LIVING, unit=ACTIVE_STATES),
    "close_sip": Stage("Att avsluta SIP", RECEIVERS, ANY_LIVING, unit=ACTIVE_STATES),
}
# The plan has a life of its own after the discharge: it goes on when the case is closed.
AFTER_CLOSING_SIP: Final = frozenset(STAGES_OF_SIP) - {
    "offer_sip",
    "record_sip_answer",
    "link_existing_sip",
} | {
    "record_sip_consent",
    "withdraw_consent",
}

MEETING: Final = frozenset(
    {"sip_summons_sent", "sip_time_changed", "sip_meeting_cancelled", "sip_meeting_held"}
)
POLL: Final = frozenset({"sip_poll_opened", "sip_slot_answered", "sip_slot_chosen", "sip_summons_sent"})
ASKED: Final = frozenset(
    {"sip_offered", "sip_accepted_by_person", "sip_declined_by_person", "consent_recorded"}
)
HARM_TEST: Final = frozenset({"harm_test_started", "harm_test_recorded", "consent_recorded"})
PLAN: Final = frozenset(
    {"sip_established", "sip_existing_linked", "sip_followed_up", "sip_closed", "sip_reopened"}
)

STALE_OF_SIP: Final[dict[str, frozenset[str]]] = {
    "offer_sip": ASKED,
    "record_sip_answer": ASKED | {"sip_summons_sent"},
    "start_harm_test": HARM_TEST,
    "record_sip_harm_test": HARM_TEST,
    "open_sip_poll": POLL,
    "answer_sip_poll": POLL - {"sip_slot_answered"},
    "choose_sip_slot": POLL,
    "turn_meeting_to_phone": MEETING,
    "change_sip_participants": MEETING | {"sip_participant_changed", "sip_declined_by_person"},
    "answer_sip_substitute": MEETING | {"sip_participant_changed", "sip_substitute_named"},
    "change_sip_time": MEETING | {"sip_declined_by_person"},
    "cancel_sip_meeting": MEETING,
    "answer_sip_summons": MEETING,
    "record_sip_meeting": MEETING | {"sip_participant_changed"},
    "establish_sip": PLAN | {"sip_declined_by_person"},
    "link_existing_sip": PLAN | ASKED,
    "follow_up_sip": PLAN,
    "close_sip": PLAN,
}
