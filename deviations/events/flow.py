"""Avvikelsens väg: registered, answered, closed. What was said stands in ``DeviationEntry``, by the event's id."""

from discharge.events.event_type import EventType

FLOW_EVENTS: dict[str, EventType] = {
    "deviation_registered": EventType(
        "Avvikelse registrerad",
        "decision",
        ("number", "county", "reporting_unit", "addressed_unit", "code", "case_id"),
    ),
    "deviation_acknowledged": EventType("Avvikelse kvitterad", "change"),
    "deviation_rerouted": EventType("Avvikelse sänd vidare", "decision", ("to", "suggested")),
    "deviation_assessed": EventType("Avvikelse bedömd", "decision", ("severity",)),
    "deviation_completion_requested": EventType("Komplettering begärd", "message"),
    "deviation_completed": EventType("Avvikelse kompletterad", "message"),
    "deviation_action_decided": EventType("Åtgärd beslutad", "decision", ("owner_unit", "owner_role", "due")),
    "deviation_no_action": EventType("Ingen åtgärd", "decision"),
    "deviation_action_done": EventType("Åtgärd genomförd", "change", ("action_id",)),
    "deviation_feedback_given": EventType("Återkoppling lämnad", "message"),
    "deviation_accepted": EventType("Svaret godtaget", "decision", ("how",)),
    "deviation_disputed": EventType("Svaret bestritt", "decision"),
    "deviation_reopened": EventType("Avvikelse återöppnad", "decision"),
    "deviation_retracted": EventType("Avvikelse återtagen", "decision"),
    "deviation_commented": EventType("Kommentar", "message"),
    "deviation_noted_internally": EventType("Intern anteckning", "change"),
    "deviation_lifted_local": EventType("Lyft till lokal grupp", "decision", ("lift",)),
    "deviation_lifted_county": EventType("Lyft till länet", "decision", ("lift",)),
    "deviation_lifted_vis": EventType("Lyft till VIS", "decision", ("lift",)),
    "deviation_recoded": EventType("Kategori ändrad av analytiker", "decision", ("code_before", "code")),
    "deviation_redacted": EventType("Text maskad", "change", ("where", "ranges", "reason")),
}
