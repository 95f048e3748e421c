"""Vårdtillfället: that somebody is in hospital, and what they may need."""

from .event_type import EventType

STAY: dict[str, EventType] = {
    "case_opened": EventType(
        "Ärende öppnat",
        "change",
        (
            "person_id",
            "reference",
            "care_form",
            "legal_status",
            "ward_id",
            "region_code",
            "registered_municipality",
            "checklist",
            "of_age_from",
        ),
    ),
    "patient_admitted": EventType("Inskriven", "decision", ("ward_id",)),
    "need_assessed": EventType(
        "Behov bedömt",
        "decision",
        ("municipal_health", "social_services", "outpatient", "physician", "reason"),
    ),
}
