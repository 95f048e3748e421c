"""Plikterna vid utskrivningen, LUS 3 kap. 2 §, patientlagen 3 kap. 2 b §: the handover, the patient, the call."""

from __future__ import annotations

from collections.abc import Iterator

from lus.swedish_time import end_of_local_day, local_date

from .duties import DUTIES
from .facts import CaseFacts
from .follow_up_call import call_window, caller, free_days_reminder, window_words
from .handover_parts import count_words, missing_parts
from .owed import Obligation, duty_of


def handover(facts: CaseFacts) -> Iterator[Obligation]:
    """Informationsöverföring, LUS 3 kap. 2 §: the same local date as the discharge; first sent, then whole."""
    left, leaving = facts.discharged_at, facts.leaving
    if left is None or facts.admission_notice_at is None:
        return
    due = end_of_local_day(local_date(left))
    yield duty_of("send_handover", facts.ward_id, left, due, met_at=leaving.first_sent_at)
    whole = facts.handover_sent_at
    if leaving.first_sent_at is not None and whole != leaving.first_sent_at:
        lacking = count_words(len(missing_parts(facts)))
        yield duty_of("complete_handover", facts.ward_id, left, due, met_at=whole, parts=lacking)


def patient_information(facts: CaseFacts) -> Iterator[Obligation]:
    """Information till patienten, patientlagen 3 kap. 2 b §: at the discharge, when somebody takes over at home."""
    left = facts.discharged_at
    if left is not None and facts.admission_notice_at is not None:
        met = facts.leaving.given[0].at if facts.leaving.given else None
        due = end_of_local_day(local_date(left))
        yield duty_of("give_patient_summary", facts.ward_id, left, due, met_at=met)


def follow_up(facts: CaseFacts) -> Iterator[Obligation]:
    """Uppföljning 48–72 h, intern rutin: by the unit that was chosen; by the ward to choose anew if it has left."""
    call, left = facts.leaving.call, facts.discharged_at
    if call is None or call.waived_at or left is None:
        return
    unit_id = caller(facts) or (call.unit_id if call.done_at else None)
    if unit_id is None:
        yield duty_of("plan_follow_up_call", facts.ward_id, left)
        return
    opens, closes = call_window(left)
    why = DUTIES["record_follow_up_call"].explanation.format(window=window_words(left))
    why = f"{why} {free_days_reminder(left)}".strip()
    yield duty_of("record_follow_up_call", unit_id, opens, closes, met_at=call.done_at, explanation=why)


def receipt(facts: CaseFacts) -> Iterator[Obligation]:
    """Mottagen överlämning, intern rutin: each unit in the case says that it has what was sent last."""
    for unit in facts.active_units:
        if facts.leaving.last_sent_at is None or facts.leaving.old_handover:
            continue
        received = facts.leaving.received_at(unit.unit_id)
        met = None if facts.leaving.owes_receipt(unit.unit_id) else received
        yield duty_of("confirm_handover_received", unit.unit_id, facts.leaving.last_sent_at, met_at=met)
