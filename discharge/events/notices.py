"""Meddelanden och planering, 2 kap. LUS: who is told, who answers, who is ready."""

from .event_type import EventType

NOTICES: dict[str, EventType] = {
    "admission_notice_sent": EventType(
        "Inskrivningsmeddelande skickat", "message", ("expected_discharge", "recipients"), answered=True
    ),
    "admission_notice_withdrawn": EventType(
        "Inskrivningsmeddelande återkallat", "message", ("reason", "recipients"), answered=True
    ),
    "concerned_unit_added": EventType("Enhet tillagd", "message", ("unit_id", "role", "why"), answered=True),
    "concerned_unit_readded": EventType(
        "Enhet åter i ärendet", "message", ("unit_id", "role", "why"), answered=True
    ),
    "concerned_unit_removed": EventType("Enhet borttagen", "change", ("unit_id", "reason")),
    "expected_discharge_set": EventType("Beräknad utskrivning satt", "decision", ("new",)),
    "expected_discharge_changed": EventType(
        "Beräknad utskrivning ändrad", "message", ("old", "new", "reason", "recipients"), answered=True
    ),
    "message_acknowledged": EventType("Kvitterat", "message", ("event_id", "kind", "unit_id", "how", "role")),
    "patient_answered_unknown": EventType("Ej känd hos oss", "message", ("unit_id",)),
    "case_declined": EventType("Avvisat", "message", ("unit_id", "reason", "text")),
    "wrong_recipient_reported": EventType(
        "Fel mottagare", "message", ("unit_id", "reason", "suggested_unit_id")
    ),
    "recipient_corrected": EventType(
        "Mottagare rättad",
        "message",
        ("old_unit_id", "unit_id", "role", "why", "first_sent_at"),
        answered=True,
    ),
    "planning_started": EventType("Planering påbörjad", "change", ("unit_id",)),
    "unit_ready_to_receive": EventType(
        "Klar att ta emot", "message", ("unit_id", "what", "first_contact_at")
    ),
    "unit_ready_withdrawn": EventType("Inte längre klar att ta emot", "message", ("unit_id", "reason")),
    "care_contact_named": EventType(
        "Fast vårdkontakt utsedd", "decision", ("unit_id", "name", "title", "phone", "phone_function")
    ),
    "care_contact_changed": EventType(
        "Fast vårdkontakt ändrad", "decision", ("unit_id", "name", "title", "phone", "phone_function")
    ),
    "fixed_care_worker_named": EventType(
        "Fast omsorgskontakt utsedd", "decision", ("unit_id", "name", "phone", "phone_function", "from_day")
    ),
}
