"""Vad som gör en öppen sida om överlämningen inaktuell: the rows of ``STALE`` for the handover and what follows it."""

from __future__ import annotations

from typing import Final

PARTS: Final = frozenset({"handover_part_added", "handover_part_declared_not_needed", "handover_sent"})
CALL: Final = frozenset({"follow_up_call_planned", "follow_up_call_done", "follow_up_call_waived"})
WRITTEN: Final = frozenset({"patient_summary_written"})

LEAVING_STALE: Final[dict[str, frozenset[str]]] = {
    "add_handover_part": frozenset(),
    "declare_handover_part_not_needed": PARTS,
    "send_handover": PARTS,
    "confirm_handover_received": frozenset({"handover_sent"}),
    "write_patient_summary": WRITTEN,
    "give_patient_summary": WRITTEN,
    "plan_follow_up_call": CALL,
    "record_follow_up_call": CALL,
    "waive_follow_up_call": CALL,
}
