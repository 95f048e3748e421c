"""Helgvarning: a date or a notice met a closed door, and what the ward answered. Intern rutin."""

from .event_type import EventType

WEEKEND: dict[str, EventType] = {
    "weekend_warning_raised": EventType("Helgvarning", "clock", ("about", "day", "closed")),
    "weekend_warning_answered": EventType("Helgvarning besvarad", "decision", ("choice", "agreed_with")),
}
