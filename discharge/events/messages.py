"""Meddelanden: what the units of a case write to each other, and the legal ground for writing about the patient."""

from .event_type import EventType

# Read by those who sent or received them alone: discharge/queries/known_messages.py.
MESSAGES: dict[str, EventType] = {
    "message_sent": EventType(
        "Meddelande",
        "message",
        ("category", "text", "recipients", "ack_wanted", "reply_to", "thread"),
        answered=True,
    ),
    "message_withdrawn": EventType(
        "Meddelande återkallat", "message", ("event_id", "reason", "recipients"), answered=True
    ),
    "event_corrected": EventType(
        "Rättelse", "message", ("event_id", "event_name", "old", "new", "reason", "recipients"), answered=True
    ),
    "attachment_added": EventType(
        "Bilaga", "message", ("event_id", "title", "kind", "size", "sha256", "recipients")
    ),
    "attachment_rejected": EventType(
        "Bilaga stoppad", "change", ("event_id", "kind", "size", "code", "recipients")
    ),
    # With a scope it is about a joint plan too.
    "harm_test_recorded": EventType(
        "Menprövning gjord",
        "decision",
        ("outcome", "physician", "provision", "reasons", "views", "scope", "review_on"),
    ),
}
