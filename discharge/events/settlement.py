"""Avräkning: the month's review of a case's days by the region and the municipality that pays."""

from .event_type import EventType

SETTLEMENT: dict[str, EventType] = {
    "payment_line_approved": EventType(
        "Rad godkänd", "decision", ("month", "side", "days", "fingerprint", "approver")
    ),
    "payment_line_disputed": EventType(
        "Rad bestridd", "decision", ("month", "days", "reason", "text", "evidence")
    ),
    "payment_dispute_answered": EventType(
        "Bestridande besvarat",
        "decision",
        ("month", "dispute_id", "answer", "text", "days", "fingerprint", "approver"),
    ),
    "settlement_closed": EventType(
        "Avräkning avslutad",
        "decision",
        ("month", "region", "payer", "days", "amount", "agreement", "fingerprint", "approvers"),
    ),
}
