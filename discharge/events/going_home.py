"""Hemgångslistan och orsaker till kvarstannande: intern rutin, no law."""

from .event_type import EventType

GOING_HOME: dict[str, EventType] = {
    "home_ready_point_answered": EventType(
        "Punkt besvarad",
        "change",
        (
            "point",
            "text",
            "answer",
            "comment",
            "planned_at",
            "responsible_id",
            "sides",
            "unit_id",
            "checklist",
        ),
    ),
    "home_ready_reached": EventType("Hemgångsklar", "message", ("checklist",)),
    "home_ready_lost": EventType("Inte längre hemgångsklar", "message", ("points",)),
    "waiting_reason_opened": EventType(
        "Orsak till kvarstannande", "decision", ("code", "unit_id", "since", "comment")
    ),
    "waiting_reason_closed": EventType(
        "Orsak till kvarstannande upphörde", "change", ("reason_id", "code", "unit_id", "until")
    ),
    "waiting_reason_contested": EventType(
        "Orsak till kvarstannande bestriden", "message", ("reason_id", "code", "unit_id", "text")
    ),
}
