"""Planen börjar: for whom, where from, and who takes part."""

from discharge.events.event_type import EventType

OPENING: dict[str, EventType] = {
    "sip_plan_opened": EventType(
        "Samordnad individuell plan påbörjad",
        "decision",
        ("person_id", "origin", "case_id", "why", "units", "region_code"),
    ),
    "sip_unit_joined": EventType("Enhet tillagd i SIP", "change", ("unit_id", "role")),
    "sip_unit_left": EventType("Enhet borttagen ur SIP", "change", ("unit_id", "reason")),
}
