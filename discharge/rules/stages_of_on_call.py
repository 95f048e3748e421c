"""Telefon, jour och helg: when calls and on-call answers may be written down."""

from __future__ import annotations

from typing import Final

from .facts import ACTIVE_STATES, MUNICIPAL_ROLES, CaseFacts
from .refusal import Refusal
from .stage import ALL, ANY_LIVING, WARD, Stage

STAGES_OF_ON_CALL: Final[dict[str, Stage]] = {
    # The clock's own: it goes up the ladder of a message that nobody has read.
    "escalate_receipt": Stage("Att eskalera", frozenset(), ANY_LIVING),
    "answer_weekend_warning": Stage("Att besvara helgvarningen", WARD, ANY_LIVING, notice=True),
    "record_phone_contact": Stage("Att logga ett samtal", ALL, ANY_LIVING, unit=ACTIVE_STATES, notice=True),
    "record_on_call_contact": Stage(
        "Att logga kontakt med jour", ALL, ANY_LIVING, unit=ACTIVE_STATES, notice=True
    ),
    "record_on_call_decision": Stage(
        "Att registrera jourbeslut",
        WARD | {"municipality"},
        ANY_LIVING,
        unit=ACTIVE_STATES,
        notice=True,
        roles=MUNICIPAL_ROLES,
    ),
}
STALE_OF_ON_CALL: Final[dict[str, frozenset[str]]] = {
    "escalate_receipt": frozenset(),
    "answer_weekend_warning": frozenset({"weekend_warning_raised", "weekend_warning_answered"}),
    "record_phone_contact": frozenset(),
    "record_on_call_contact": frozenset(),
    "record_on_call_decision": frozenset({"on_call_decision_recorded"}),
}


def no_warning(act: str, facts: CaseFacts) -> Refusal | None:
    """Return why a weekend warning cannot be answered: none waits."""
    warning = facts.on_call.weekend
    if act != "answer_weekend_warning" or (warning is not None and warning.answered_at is None):
        return None
    said = "Helgvarningen är redan besvarad." if warning else "Ingen helgvarning väntar på svar."
    return Refusal("already-done", "Inget att besvara", said, "Ni behöver inte göra något mer.")
