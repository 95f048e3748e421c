"""Hemgångslistan och orsakerna: when each of their acts may be done."""

from __future__ import annotations

from typing import Final

from .facts import ACTIVE_STATES
from .stage import ALL, READY, RECEIVERS, WARD, Stage

STAGES_OF_HOME_READY: Final[dict[str, Stage]] = {
    "answer_home_ready_point": Stage("Att besvara en punkt", ALL, unit=ACTIVE_STATES, notice=True),
    "open_waiting_reason": Stage("Att ange orsak till kvarstannande", WARD, readiness=READY),
    "close_waiting_reason": Stage("Att avsluta en orsak till kvarstannande", WARD, readiness=READY),
    "contest_waiting_reason": Stage(
        "Att bestrida en orsak till kvarstannande", RECEIVERS, readiness=READY, unit=ACTIVE_STATES
    ),
}
