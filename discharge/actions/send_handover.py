"""Överlämning: LUS 3 kap. 2 §, the same day as the patient goes home. It never stops a discharge."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from django.db import transaction

from discharge.rules.facts import CaseFacts
from lus.events.record import New
from lus.organisations.actor import Actor
from lus.organisations.roles import Permission
from lus.refusals import InvalidInput

from .case_act import begin
from .late import late_data

PARTS = {
    "discharge_information": "Utskrivningsinformation",
    "medicine_list": "Läkemedelslista med skäl till ändringar",
    "nursing_summary": "Omvårdnadsepikris",
    "physician_summary": "Läkarens sammanfattning",
    "follow_up": "Bokade uppföljningar",
    "patient_summary": "Patientens egen sammanfattning",
}
REQUIRED = ("discharge_information", "medicine_list", "patient_summary")


@transaction.atomic
def send_handover(
    *,
    case_id: UUID,
    actor: Actor,
    at: datetime,
    parts: Sequence[str],
    happened_at: datetime | None = None,
    late_reason: str = "",
    seen_version: int | None = None,
) -> CaseFacts:
    """Send the handover. ``parts``: keys of ``PARTS`` that it holds; what is required and missing is named."""
    act = begin(
        "send_handover",
        case_id,
        actor=actor,
        at=at,
        permission=Permission.SEND_WARD_NOTICES,
        happened_at=happened_at,
        seen_version=seen_version,
    )
    if not parts or any(part not in PARTS for part in parts):
        raise InvalidInput(
            "Överlämningen behöver minst en del, ur listan.", "Kryssa för det som skickas.", field="parts"
        )
    data = {
        "parts": list(parts),
        "missing": [part for part in REQUIRED if part not in parts],
        "recipients": [unit.unit_id for unit in act.facts.active_units],
        **late_data(happened_at, at, late_reason),
    }
    return act.record(New("handover_sent", data, happened_at=happened_at))
