"""Avräkningen: its acts on a case. They are done by the officers of the two sides, who are no party to the case."""

from __future__ import annotations

from typing import Final

from .stage import ANY_LIVING, Stage

NOBODY_OF_THE_CASE: Final[frozenset[str]] = frozenset()
ALWAYS: Final = ANY_LIVING | {"deceased"}

STAGES_OF_SETTLEMENT: Final[dict[str, Stage]] = {
    "approve_payment_line": Stage("Att godkänna en rad", NOBODY_OF_THE_CASE, ALWAYS),
    "dispute_payment_line": Stage("Att bestrida en rad", NOBODY_OF_THE_CASE, ALWAYS),
    "answer_payment_dispute": Stage("Att besvara ett bestridande", NOBODY_OF_THE_CASE, ALWAYS),
}
# The month is reviewed when the patient has long since gone home.
AFTER_CLOSING: Final = frozenset(STAGES_OF_SETTLEMENT)
# Approving and answering ask for the fingerprint of the days one has read; that is what makes them stale.
STALE_OF_SETTLEMENT: Final[dict[str, frozenset[str]]] = dict.fromkeys(STAGES_OF_SETTLEMENT, frozenset())
