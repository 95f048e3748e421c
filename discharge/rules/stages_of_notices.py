"""Återkallelser och utsedda kontakter: who may do it and when. Rows of ``STAGES``."""

from __future__ import annotations

from typing import Final

from .facts import ACTIVE_STATES, MUNICIPAL_ROLES
from .stage import ALL, ANY_LIVING, NOT_READY, WARD, Stage

STAGES_OF_NOTICES: Final[dict[str, Stage]] = {
    "withdraw_admission_notice": Stage(
        "Att återkalla inskrivningsmeddelandet", WARD, readiness=NOT_READY, notice=True
    ),
    "name_fixed_care_worker": Stage(
        "Att utse fast omsorgskontakt",
        frozenset({"municipality"}),
        ANY_LIVING,
        unit=ACTIVE_STATES,
        roles=MUNICIPAL_ROLES,
    ),
    "flag_protected_identity": Stage(
        "Att ange skyddade personuppgifter", ALL, ANY_LIVING, unit=ACTIVE_STATES
    ),
    "withdraw_consent": Stage("Att återta samtycke", ALL, ANY_LIVING, unit=ACTIVE_STATES),
}
STALE_OF_NOTICES: Final[dict[str, frozenset[str]]] = {
    "name_fixed_care_worker": frozenset({"fixed_care_worker_named"}),
    "flag_protected_identity": frozenset({"protected_identity_flagged"}),
    "withdraw_consent": frozenset({"consent_recorded", "consent_withdrawn"}),
    "withdraw_admission_notice": frozenset({"admission_notice_sent", "planning_started"}),
}
