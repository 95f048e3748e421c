"""Vad som gör en öppen sida inaktuell: which newer events change what the person was about to decide.

A receipt or an answer from somebody else changes nothing for most acts, so a page does not go stale from it.
Acts that are no longer possible at all are refused by ``stages``; here are those that are possible but would
rest on an old picture.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from .facts import EventFact
from .stages_of_blocks import STALE_OF_BLOCKS
from .stages_of_corrections import STALE_OF_CORRECTIONS
from .stages_of_deviations import STALE_OF_DEVIATIONS
from .stages_of_notices import STALE_OF_NOTICES
from .stages_of_on_call import STALE_OF_ON_CALL
from .stages_of_planning import STALE_OF_PLANNING
from .stages_of_settlement import STALE_OF_SETTLEMENT
from .stages_of_sip import STALE_OF_SIP
from .stale_of_leaving import LEAVING_STALE

READY: Final = frozenset({"ready_notice_sent", "ready_notice_withdrawn", "ready_notice_entered_in_error"})
LEFT: Final = frozenset({"patient_discharged", "discharge_corrected"})
UNITS: Final = frozenset(
    {"concerned_unit_added", "concerned_unit_readded", "concerned_unit_removed", "recipient_corrected"}
)
# What a message's own acts ask about is asked in them: a newer event of another message disturbs nobody.
MESSAGES: Final = (
    "send_message",
    "correct_message",
    "withdraw_message",
    "acknowledge_information",
    "add_attachment",
)
CONTACT: Final = frozenset({"care_contact_named", "care_contact_changed"})
CONSENTS: Final = frozenset({"consent_recorded", "consent_withdrawn"})
MOVED: Final = frozenset({"ward_changed", "patient_transferred", "leave_started", "leave_ended"})
NOTHING: Final[frozenset[str]] = frozenset()

STALE: Final[dict[str, frozenset[str]]] = {
    "register_admission": NOTHING,
    "assess_need": frozenset({"need_assessed"}),
    "send_admission_notice": frozenset({"need_assessed"}),
    "change_expected_discharge": frozenset({"expected_discharge_changed", "ready_notice_sent"}),
    "add_concerned_unit": NOTHING,
    "remove_concerned_unit": frozenset({"planning_started", "unit_ready_to_receive"}),
    "redirect_notice": UNITS,
    "acknowledge": NOTHING,
    "answer_unknown_patient": NOTHING,
    "decline_case": frozenset({"recipient_corrected"}),
    "report_wrong_recipient": NOTHING,
    "forward_case": NOTHING,
    "claim_case": NOTHING,
    "release_claim": NOTHING,
    "start_planning": NOTHING,
    "report_ready_to_receive": frozenset({"expected_discharge_changed"}),
    "withdraw_ready_to_receive": NOTHING,
    "name_care_contact": CONTACT,
    "mark_ready_for_discharge": READY | LEFT,
    "withdraw_ready_notice": READY,
    "void_ready_notice": READY,
    "state_outpatient_readiness": frozenset({"outpatient_readiness_stated"}),
    **LEAVING_STALE,
    "discharge_patient": READY | LEFT,
    "undo_discharge": LEFT,
    "record_death": LEFT,
    "undo_death": frozenset({"patient_deceased_recorded"}),
    "void_case": READY | LEFT | {"admission_notice_sent"},
    "close_case": LEFT,
    # Two units, or two colleagues, answer at once: both are kept.
    "answer_home_ready_point": NOTHING,
    "open_waiting_reason": READY | LEFT,
    "close_waiting_reason": READY | LEFT,
    "contest_waiting_reason": READY | LEFT,
    "note_payment_day": NOTHING,
    "change_ward": MOVED | LEFT,
    "confirm_ward_change": NOTHING,
    "start_leave": MOVED | LEFT,
    "end_leave": MOVED,
    "transfer_patient": MOVED | LEFT | READY,
    "reopen_case": frozenset({"case_reopened"}),
    "change_legal_status": frozenset({"legal_status_changed"}),
    "record_care_plan_instead": frozenset({"legal_status_changed"}),
    "mark_outside_act": frozenset({"marked_covered_by_act"}),
    "mark_covered_by_act": frozenset({"marked_outside_act"}),
    "record_told_outside": NOTHING,
    "assess_sip_need": frozenset({"sip_need_assessed", "sip_closed", "sip_reopened"}),
    "record_sip_consent": CONSENTS,
    "send_sip_summons": CONSENTS | {"sip_need_assessed", "sip_summons_sent"},
    **STALE_OF_SIP,
    **STALE_OF_ON_CALL,
    **dict.fromkeys(MESSAGES, NOTHING),
    "record_information_consent": CONSENTS,
    "record_harm_test": frozenset({"harm_test_recorded"}),
    **STALE_OF_PLANNING,
    **STALE_OF_CORRECTIONS,
    **STALE_OF_NOTICES,
    **STALE_OF_DEVIATIONS,
    **STALE_OF_SETTLEMENT,
    **STALE_OF_BLOCKS,
}
# A colleague of the same unit who did this first makes the page stale; another unit's doing it does not.
STALE_BY_OWN_UNIT: Final[dict[str, frozenset[str]]] = {
    "release_claim": frozenset({"case_claimed"}),
    "decline_case": frozenset({"planning_started", "unit_ready_to_receive"}),
    "withdraw_ready_to_receive": frozenset({"unit_ready_to_receive"}),
}


def newer_conflict(
    act: str, events: Sequence[EventFact], seen_seq: int, *, unit_id: str | None = None
) -> EventFact | None:
    """Return the newest event after ``seen_seq`` that makes the page of ``act`` stale, or None.

    ``events`` in the order of ``seq``; ``unit_id``: the acting unit, for what only its colleagues can disturb.
    """
    names = STALE.get(act, NOTHING)
    own = STALE_BY_OWN_UNIT.get(act, NOTHING) if unit_id else NOTHING
    for event in reversed(events):
        if event.seq <= seen_seq:
            return None
        if event.name in names or (event.name in own and event.unit_id == unit_id):
            return event
    return None
