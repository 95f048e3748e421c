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
}
