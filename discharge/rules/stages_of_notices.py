"""Återkallelser och utsedda kontakter: who may do it and when. Rows of ``STAGES``."""

from __future__ import annotations

from typing import Final

from .stage import NOT_READY, WARD, Stage

STAGES_OF_NOTICES: Final[dict[str, Stage]] = {
    "withdraw_admission_notice": Stage(
        "Att återkalla inskrivningsmeddelandet", WARD, readiness=NOT_READY, notice=True
    ),
}
STALE_OF_NOTICES: Final[dict[str, frozenset[str]]] = {
    "withdraw_admission_notice": frozenset({"admission_notice_sent", "planning_started"}),
}
