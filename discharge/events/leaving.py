"""Överlämning och information till patienten, 3 kap. 2 § LUS."""

from .event_type import EventType

LEAVING: dict[str, EventType] = {
    "handover_part_added": EventType(
        "Del av överlämning tillagd", "change", ("part", "version", "where", "text")
    ),
    "handover_part_declared_not_needed": EventType(
        "Del av överlämning behövs inte", "decision", ("part", "reason")
    ),
    "handover_sent": EventType(
        "Överlämning skickad", "message", ("parts", "versions", "missing", "recipients", "late")
    ),
    "handover_received": EventType("Överlämning mottagen", "message", ("unit_id", "parts")),
    "patient_summary_written": EventType(
        "Patientens information skriven", "change", ("version", "done", "medicines", "watch_for", "guardians")
    ),
    "patient_summary_given": EventType(
        "Patienten har fått information",
        "decision",
        ("version", "form", "language", "to", "given_by", "late"),
    ),
    "follow_up_call_planned": EventType("Uppföljningssamtal planerat", "decision", ("unit_id",)),
    "follow_up_call_done": EventType(
        "Uppföljningssamtal 48–72 h", "message", ("unit_id", "result", "note", "late")
    ),
    "follow_up_call_waived": EventType("Uppföljningssamtal avstås", "decision", ("unit_id", "reason")),
}
