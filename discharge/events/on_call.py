"""Telefon och jour: who was called, what the on-call function decided. Intern rutin; no county-wide duty of on-call."""

from .event_type import EventType

ON_CALL: dict[str, EventType] = {
    "phone_contact_recorded": EventType(
        "Telefonkontakt", "message", ("unit_id", "function", "answered_by", "outcome", "called_at")
    ),
    "on_call_contacted": EventType(
        "Jour kontaktad", "message", ("unit_id", "function_id", "label", "phone", "item", "on_duty_until")
    ),
    "on_call_decision_recorded": EventType(
        "Jourbeslut",
        "decision",
        ("unit_id", "function_id", "label", "item", "outcome", "text", "valid_to", "recipients"),
        answered=True,
    ),
}
