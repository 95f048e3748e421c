"""Vad som får göras när patienten lämnas över: the rows of ``STAGES`` for the handover and what follows it."""

from __future__ import annotations

from typing import Final

from .facts import ACTIVE_STATES
from .stage import ALL, ANY_LIVING, LEFT, RECEIVERS, WARD, Stage

LEAVING: Final[dict[str, Stage]] = {
    "add_handover_part": Stage("Att lägga till en del i överlämningen", WARD, ANY_LIVING, notice=True),
    "declare_handover_part_not_needed": Stage(
        "Att ange att en del inte behövs", WARD, ANY_LIVING, notice=True
    ),
    "send_handover": Stage("Att skicka överlämning", WARD, ANY_LIVING, notice=True),
    "confirm_handover_received": Stage(
        "Att bekräfta överlämningen", RECEIVERS, ANY_LIVING, unit=ACTIVE_STATES
    ),
    "write_patient_summary": Stage("Att skriva information till patienten", WARD, ANY_LIVING),
    "give_patient_summary": Stage("Att ge patienten information", WARD, ANY_LIVING),
    "plan_follow_up_call": Stage(
        "Att planera uppföljningssamtalet", ALL, ANY_LIVING, unit=ACTIVE_STATES, notice=True
    ),
    "record_follow_up_call": Stage("Att anteckna uppföljningssamtalet", RECEIVERS, LEFT, unit=ACTIVE_STATES),
    "waive_follow_up_call": Stage("Att avstå från uppföljningssamtalet", ALL, ANY_LIVING, unit=ACTIVE_STATES),
}
