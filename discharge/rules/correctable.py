"""Vad som får rättas (intern rutin): per event the fields that a person has stated. One table, read aloud.

Never a time when the system itself sent something, and never who got it.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, Literal

Kind = Literal["moment", "text", "destination", "care_form"]
HAPPENED: Final = "happened_at"


@dataclass(frozen=True, slots=True)
class Field:
    """``key``: ``happened_at`` or a key of the event's data. ``may_be_ahead``: a plan, which may lie in the future."""

    key: str
    label: str
    kind: Kind = "moment"
    may_be_ahead: bool = False
    required: bool = True


def _happened(label: str) -> Field:
    return Field(HAPPENED, label)


CORRECTABLE: Final[dict[str, tuple[Field, ...]]] = {
    "case_opened": (Field("care_form", "Vårdform", "care_form"),),
    "patient_admitted": (_happened("Inskriven kl."),),
    "ready_notice_sent": (Field("assessed_at", "Bedömd kl."), Field("physician", "Läkare", "text")),
    "outpatient_readiness_stated": (_happened("Gäller från kl."),),
    "unit_ready_to_receive": (
        Field("first_contact_at", "Första kontakt", may_be_ahead=True, required=False),
    ),
    "patient_discharged": (
        _happened("Utskriven kl."),
        Field("destination", "Till", "destination"),
        Field("destination_text", "Vart, för Annat", "text", required=False),
    ),
    "patient_deceased_recorded": (_happened("Avliden kl."),),
    "ward_changed": (_happened("Flyttad kl."),),
    "leave_started": (
        _happened("Permission från kl."),
        Field("expected_back", "Väntas åter", may_be_ahead=True, required=False),
    ),
    "leave_ended": (_happened("Åter kl."),),
    "legal_status_changed": (_happened("Beslutat kl."), Field("physician", "Läkare", "text")),
    "patient_summary_given": (_happened("Lämnad kl."),),
    "follow_up_call_done": (_happened("Samtal kl."),),
}


def field_of(event_name: str, key: str) -> Field | None:
    """Return the field of the event that may be corrected, or None."""
    return next((field for field in CORRECTABLE.get(event_name, ()) if field.key == key), None)


# Whose right it takes; the rest is the ward's registration of the stay.
_RIGHTS: Final = {
    "ready_notice_sent": "send_ward_notices",
    "outpatient_readiness_stated": "state_outpatient_care",
    "unit_ready_to_receive": "answer_notice",
    "patient_deceased_recorded": "record_death",
    "follow_up_call_done": "acknowledge",
    "patient_summary_given": "send_ward_notices",
}


def right_for(event_name: str) -> str:
    """Return the permission (``Permission``) that correcting the event takes."""
    return _RIGHTS.get(event_name, "register_stay")
