"""Utskrivningsklar och hemgång, 3 kap. LUS."""

from .event_type import EventType

READY: dict[str, EventType] = {
    "readiness_assessed": EventType("Läkarbedömning", "decision", ("physician", "assessed_at")),
    "ready_notice_sent": EventType(
        "Utskrivningsklar",
        "message",
        ("physician", "assessed_at", "legal_ground", "recipients", "late"),
        answered=True,
    ),
    "ready_notice_forwarded": EventType(
        "Utskrivningsklar, även till ny enhet", "message", ("recipients", "first_sent_at"), answered=True
    ),
    "ready_notice_withdrawn": EventType(
        "Utskrivningsklar återtagen",
        "message",
        ("reason", "text", "changed_at", "recipients"),
        answered=True,
    ),
    "ready_notice_entered_in_error": EventType(
        "Utskrivningsklar felregistrerad", "message", ("reason", "recipients"), answered=True
    ),
    "outpatient_readiness_stated": EventType(
        "Öppenvårdens insatser", "decision", ("unit_id", "ready", "late")
    ),
    "patient_discharged": EventType(
        "Utskriven",
        "message",
        (
            "destination",
            "destination_text",
            "missing_reason",
            "open_points",
            "open_points_reason",
            "recipients",
            "late",
        ),
        answered=True,
    ),
    "discharge_corrected": EventType(
        "Utskrivning rättad", "message", ("reason", "recipients"), answered=True
    ),
    "patient_deceased_recorded": EventType("Avliden", "message", ("recipients", "late")),
    "death_record_corrected": EventType(
        "Registrering av avliden rättad", "message", ("reason", "recipients")
    ),
    "case_entered_in_error": EventType("Felregistrerat", "message", ("reason", "recipients")),
}
