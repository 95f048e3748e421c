"""Plikterna vid utskrivningen, LUS 3 kap. 2 §: the handover, and word that it has arrived."""

from __future__ import annotations

from collections.abc import Iterator

from lus.swedish_time import end_of_local_day, local_date

from .facts import CaseFacts
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


def receipt(facts: CaseFacts) -> Iterator[Obligation]:
    """Mottagen överlämning, intern rutin: each unit in the case says that it has what was sent last."""
    for unit in facts.active_units:
        if facts.leaving.last_sent_at is None or facts.leaving.old_handover:
            continue
        received = facts.leaving.received_at(unit.unit_id)
        met = None if facts.leaving.owes_receipt(unit.unit_id) else received
        yield duty_of("confirm_handover_received", unit.unit_id, facts.leaving.last_sent_at, met_at=met)
