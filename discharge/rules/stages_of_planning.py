"""Planeringens åtgärder: who may do them when, and what makes their pages stale.

Two units may fill in the basis at once: only a newer answer to the same field is a conflict, and the act asks that.
"""

from __future__ import annotations

from typing import Final

from .facts import ACTIVE_STATES
from .stage import ALL, WARD, Stage

STAGES_OF_PLANNING: Final[dict[str, Stage]] = {
    "confirm_track": Stage("Att fastställa spår", WARD, notice=True),
    "answer_planning_field": Stage("Att svara på underlaget", ALL, unit=ACTIVE_STATES, notice=True),
    "mark_planning_field_unknown": Stage("Att svara Vet ej", ALL, unit=ACTIVE_STATES, notice=True),
    "reassign_planning_field": Stage("Att flytta en fråga", ALL, unit=ACTIVE_STATES, notice=True),
    "assess_adl": Stage("Att bedöma ADL", ALL, unit=ACTIVE_STATES, notice=True),
    "record_aid": Stage("Att ange hjälpmedel", ALL, unit=ACTIVE_STATES, notice=True),
}
STALE_OF_PLANNING: Final[dict[str, frozenset[str]]] = {
    "confirm_track": frozenset({"track_confirmed"}),
    "answer_planning_field": frozenset(),
    "mark_planning_field_unknown": frozenset(),
    "reassign_planning_field": frozenset({"planning_field_reassigned"}),
    "assess_adl": frozenset({"adl_assessed"}),
    "record_aid": frozenset(),
}
