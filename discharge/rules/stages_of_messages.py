"""Meddelanden: who may write, take back and correct, and when. Rows of ``STAGES``."""

from __future__ import annotations

from typing import Final

from .facts import ACTIVE_STATES
from .stage import ALL, ANY_LIVING, WARD, Stage

STAGES_OF_MESSAGES: Final[dict[str, Stage]] = {
    "send_message": Stage("Att skriva meddelande", ALL, ANY_LIVING, unit=ACTIVE_STATES, notice=True),
    "correct_message": Stage("Att rätta meddelandet", ALL, ANY_LIVING, unit=ACTIVE_STATES, notice=True),
    "withdraw_message": Stage("Att återkalla meddelandet", ALL, ANY_LIVING, unit=ACTIVE_STATES, notice=True),
    "acknowledge_information": Stage("Att kvittera information", ALL, ANY_LIVING, unit=ACTIVE_STATES),
    "add_attachment": Stage("Att bifoga en fil", ALL, ANY_LIVING, unit=ACTIVE_STATES, notice=True),
    "record_information_consent": Stage(
        "Att dokumentera samtycke till att dela uppgifter", ALL, ANY_LIVING, unit=ACTIVE_STATES
    ),
    "record_harm_test": Stage("Att dokumentera menprövning", WARD, ANY_LIVING),
}
