"""Mottagare av inskrivningsmeddelandet, LUS 2 kap. 1 §."""

from __future__ import annotations

from collections.abc import Sequence

from .facts import OUTPATIENT_ROLES
from .refusal import Refusal


def check_recipients(*, municipal_health: bool, roles: Sequence[str]) -> Refusal | None:
    """Return why these recipients cannot be sent to, or None."""
    if not roles:
        return Refusal("no-recipient", "Mottagare saknas", "Ingen mottagare är vald.", "Välj minst en mottagare.")
    if municipal_health and not OUTPATIENT_ROLES & set(roles):
        return Refusal(
            "primary-care-required",
            "Öppenvården måste vara med",
            "Kommunal hälso- och sjukvård kan behövas, men ingen öppenvård är vald.",
            "Lägg till patientens vårdcentral.",
        )
    return None
