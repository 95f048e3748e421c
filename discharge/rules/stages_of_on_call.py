"""Telefon, jour och helg: when calls and on-call answers may be written down."""

from __future__ import annotations

from typing import Final

from .facts import ACTIVE_STATES, MUNICIPAL_ROLES
from .stage import ALL, ANY_LIVING, WARD, Stage

STAGES_OF_ON_CALL: Final[dict[str, Stage]] = {
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
    "record_phone_contact": frozenset(),
    "record_on_call_contact": frozenset(),
    "record_on_call_decision": frozenset({"on_call_decision_recorded"}),
}
