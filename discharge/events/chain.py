"""Vårdkedjan: moves, leave, transfers, and what the act's reach over the case is."""

from .event_type import EventType

CHAIN: dict[str, EventType] = {
    "care_chain_joined": EventType(
        "Ingår i en vårdkedja", "change", ("care_chain_id", "previous_case_id", "how", "days", "prefill")
    ),
    "ward_changed": EventType("Avdelningsbyte", "message", ("from_ward_id", "to_ward_id", "late")),
    "ward_change_confirmed": EventType("Flytten bekräftad", "message", ("ward_id",)),
    "leave_started": EventType("Permission", "change", ("expected_back", "late")),
    "leave_ended": EventType("Åter från permission", "change", ("late",)),
    "patient_transferred": EventType(
        "Överflyttad", "message", ("to_ward_id", "next_case_id", "recipients", "late"), answered=True
    ),
    "case_reopened": EventType("Återöppnat", "change", ("reason",)),
    "legal_status_changed": EventType(
        "Rättslig form ändrad", "decision", ("old", "new", "physician", "late")
    ),
    "sip_replaced_by_care_plan": EventType(
        "Samordnad vårdplan i stället för SIP", "decision", ("physician", "approved_by", "late")
    ),
    "marked_outside_act": EventType("Omfattas inte av lagen", "decision", ("reason", "text")),
    "marked_covered_by_act": EventType("Omfattas av lagen", "decision", ("reason",)),
    "told_outside_system": EventType(
        "Meddelat utanför systemet", "message", ("municipality", "channel", "receiver", "text", "late")
    ),
}
