"""Vad som är känt om ärendet: the facts of one case, folded from its events.

One handler per event name. Events are taken in the order of ``seq``; ``happened_at`` may run the other way
when something was registered late. A name without a handler changes nothing that the rules ask about.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from operator import attrgetter

from . import (
    fold_blocks,
    fold_chain,
    fold_corrections,
    fold_home_ready,
    fold_leaving,
    fold_messages,
    fold_notices,
    fold_on_call,
    fold_routing,
    fold_settlement,
    fold_sip,
    fold_stay,
    fold_withdrawn_notice,
)
from .case_draft import Draft
from .corrected import corrected, is_of_fact
from .facts import CaseFacts, EventFact
from .facts_of_messages import GENERAL
from .fold_planning import HANDLERS_OF_PLANNING

# What each recipient shall acknowledge: ``answered`` in ``discharge/events/`` (a test compares).
ANSWERED = frozenset(
    {
        "admission_notice_sent",
        "admission_notice_withdrawn",
        "concerned_unit_added",
        "concerned_unit_readded",
        "recipient_corrected",
        "case_forwarded",
        "expected_discharge_changed",
        "ready_notice_sent",
        "ready_notice_forwarded",
        "ready_notice_withdrawn",
        "ready_notice_entered_in_error",
        "patient_discharged",
        "discharge_corrected",
        "on_call_decision_recorded",
        *GENERAL,
        "sip_meeting_cancelled",
        "patient_transferred",
    }
)
# A message that only has to be read, and what the clock noted about its own work.
NO_STATE = frozenset(
    {
        "readiness_assessed",
        "ready_notice_forwarded",
        "acknowledgement_requested_again",
        "message_delivered",
        "grace_period_started",
        "payment_liability_started",
        "payment_day_counted",
        "payment_blocked",
        "payment_count_stopped",
        "payment_count_ended",
        "payment_recalculated",
        "deadline_passed",
        "day_began",
        "attachment_rejected",
        "deviation_reported",  # stands in the register
        "protected_identity_flagged",  # stands with the person, not in the case
    }
)


def fold(case_id: str, events: Iterable[EventFact], *, paper: bool | None = None) -> CaseFacts:
    """Return what is known of the case after ``events``, whatever order they come in.

    Corrected events count as they read now; ``CaseFacts.events`` keeps what was first said. ``paper``: see
    ``paper_notices.paper_times``. Raises KeyError when an event lacks a key that its handler needs: no act
    records such an event.
    """
    ordered = sorted(events, key=attrgetter("seq"))
    case = Draft()
    for event, first_said in zip(corrected(ordered, paper=paper), ordered, strict=True):
        handler = HANDLERS.get(event.name)
        if handler is not None:
            handler(case, event)
        if event.name in fold_on_call.LAPSES:
            fold_on_call.lapse(case)
        if event.name in ANSWERED and not is_of_fact(event):
            case.deliver(first_said)
    return case.finished(case_id, ordered)


HANDLERS: dict[str, Callable[[Draft, EventFact], None]] = {
    "case_opened": fold_stay.case_opened,
    "patient_admitted": fold_stay.patient_admitted,
    "need_assessed": fold_stay.need_assessed,
    "admission_notice_sent": fold_notices.admission_notice_sent,
    fold_withdrawn_notice.WITHDRAWN: fold_withdrawn_notice.admission_notice_withdrawn,
    "concerned_unit_added": fold_notices.unit_added,
    "concerned_unit_readded": fold_notices.unit_added,
    "concerned_unit_removed": fold_notices.unit_removed,
    # The notice carries the day too, as the law asks; said twice it is one date of the history.
    "expected_discharge_set": fold_notices.expected_discharge_changed,
    "expected_discharge_changed": fold_notices.expected_discharge_changed,
    "message_acknowledged": fold_notices.message_acknowledged,
    "patient_answered_unknown": fold_notices.patient_answered_unknown,
    "case_declined": fold_notices.case_declined,
    "wrong_recipient_reported": fold_notices.wrong_recipient_reported,
    "recipient_corrected": fold_notices.recipient_corrected,
    **fold_routing.HANDLERS,
    "planning_started": fold_notices.planning_started,
    "unit_ready_to_receive": fold_notices.unit_ready_to_receive,
    "unit_ready_withdrawn": fold_notices.unit_ready_withdrawn,
    "care_contact_named": fold_notices.care_contact_named,
    "care_contact_changed": fold_notices.care_contact_named,
    "fixed_care_worker_named": fold_notices.fixed_care_worker_named,
    **fold_sip.HANDLERS,
    "consent_recorded": fold_stay.consent_recorded,
    "consent_withdrawn": fold_stay.consent_withdrawn,
    "ready_notice_sent": fold_stay.ready_notice_sent,
    "ready_notice_withdrawn": fold_stay.ready_notice_withdrawn,
    "ready_notice_entered_in_error": fold_stay.ready_notice_entered_in_error,
    "outpatient_readiness_stated": fold_stay.outpatient_readiness_stated,
    **fold_leaving.HANDLERS,
    "patient_discharged": fold_stay.patient_discharged,
    "discharge_corrected": fold_stay.discharge_corrected,
    "patient_deceased_recorded": fold_stay.patient_deceased_recorded,
    "death_record_corrected": fold_stay.death_record_corrected,
    "case_entered_in_error": fold_stay.case_entered_in_error,
    "case_closed": fold_stay.case_closed,
    **fold_on_call.HANDLERS,
    **fold_messages.HANDLERS,
    **fold_home_ready.HANDLERS,
    **HANDLERS_OF_PLANNING,
    **fold_chain.HANDLERS,
    **fold_corrections.HANDLERS,
    **fold_settlement.HANDLERS,
    **fold_blocks.HANDLERS,
}
