"""Every event a case can have: its Swedish label, the keys of its data, and which kind of news it is.

Ids are strings (uuid), times ISO 8601 UTC, dates ``YYYY-MM-DD``. The order here is the order of a case's life.
"""

from dataclasses import dataclass
from typing import Literal

Kind = Literal["decision", "message", "change", "clock"]


@dataclass(frozen=True)
class EventType:
    """``data``: the keys beyond the event's own columns; ``answered``: recipients shall acknowledge it."""

    label: str
    kind: Kind
    data: tuple[str, ...] = ()
    answered: bool = False


EVENTS: dict[str, EventType] = {
    # the stay
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
        ),
    ),
    "patient_admitted": EventType("Inskriven", "decision", ("ward_id",)),
    "need_assessed": EventType(
        "Behov bedömt",
        "decision",
        ("municipal_health", "social_services", "outpatient", "physician", "reason"),
    ),
    # 2 kap.
    "admission_notice_sent": EventType(
        "Inskrivningsmeddelande skickat", "message", ("expected_discharge", "recipients"), answered=True
    ),
    "concerned_unit_added": EventType("Enhet tillagd", "message", ("unit_id", "role", "why"), answered=True),
    "concerned_unit_readded": EventType(
        "Enhet åter i ärendet", "message", ("unit_id", "role", "why"), answered=True
    ),
    "concerned_unit_removed": EventType("Enhet borttagen", "change", ("unit_id", "reason")),
    "expected_discharge_changed": EventType(
        "Beräknad utskrivning ändrad", "message", ("old", "new", "reason", "recipients"), answered=True
    ),
    "message_acknowledged": EventType("Kvitterat", "message", ("event_id", "kind", "unit_id", "how")),
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
    # 4 kap., as far as the payment conditions need it
    "sip_need_assessed": EventType("SIP-behov bedömt", "decision", ("needed", "reason")),
    "consent_recorded": EventType("Samtycke dokumenterat", "decision", ("kind", "state", "given_by", "form")),
    "sip_summons_sent": EventType(
        "Kallelse till SIP skickad", "message", ("meeting_at", "place", "recipients", "satisfies_lus_4_3")
    ),
    # 3 kap.
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
        "Utskrivningsklar återtagen", "message", ("reason", "text", "recipients"), answered=True
    ),
    "ready_notice_entered_in_error": EventType(
        "Utskrivningsklar felregistrerad", "message", ("reason", "recipients"), answered=True
    ),
    "outpatient_readiness_stated": EventType(
        "Öppenvårdens insatser", "decision", ("unit_id", "ready", "late")
    ),
    "handover_sent": EventType("Överlämning skickad", "message", ("parts", "missing", "recipients", "late")),
    "patient_discharged": EventType(
        "Utskriven", "message", ("destination", "missing_reason", "recipients", "late"), answered=True
    ),
    "discharge_corrected": EventType(
        "Utskrivning rättad", "message", ("reason", "recipients"), answered=True
    ),
    "patient_deceased_recorded": EventType("Avliden", "message", ("recipients", "late")),
    "death_record_corrected": EventType(
        "Registrering av avliden rättad", "message", ("reason", "recipients")
    ),
    "case_entered_in_error": EventType("Felregistrerat", "message", ("reason", "recipients")),
    # 5 kap. and the clock
    "grace_period_started": EventType(
        "Fristdagar räknas", "clock", ("day_zero", "first_liable_day", "agreement", "explanation")
    ),
    "payment_liability_started": EventType(
        "Betalningsansvar", "clock", ("day", "code", "explanation", "catch_up")
    ),
    "payment_day_counted": EventType(
        "Dag räknas (skugga)", "clock", ("day", "code", "explanation", "catch_up")
    ),
    "payment_blocked": EventType("Villkor saknas", "clock", ("day", "code", "explanation", "catch_up")),
    "payment_count_stopped": EventType("Räkningen stoppad", "clock", ("day", "explanation")),
    "payment_count_ended": EventType("Räkningen slut", "clock", ("day", "explanation")),
    "payment_recalculated": EventType("Omräknat", "clock", ("old_days", "new_days", "explanation")),
    "deadline_passed": EventType("Tiden gick ut", "clock", ("obligation_id", "code", "unit_id", "due_at")),
    "day_began": EventType("Ny dag", "clock", ("obligation_id", "code", "due_at")),
    "case_closed": EventType("Avslutat", "change", ("reason",)),
}
