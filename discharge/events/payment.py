"""Betalningsansvar, 5 kap. LUS, and what the clock notes."""

from .event_type import EventType

PAYMENT: dict[str, EventType] = {
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
    "deadline_passed": EventType(
        "Tiden gick ut", "clock", ("obligation_id", "code", "key", "unit_id", "due_at")
    ),
    "day_began": EventType("Ny dag", "clock", ("obligation_id", "code", "key", "due_at")),
    "case_closed": EventType("Avslutat", "change", ("reason",)),
}
