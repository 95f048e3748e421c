"""Lyftets händelser, in its own stream; what each group said stands in ``LiftEntry``, by the event's id."""

from discharge.events.event_type import EventType

LIFT_EVENTS: dict[str, EventType] = {
    "lift_opened": EventType("Lyft", "decision", ("reference", "county", "level", "group")),
    "lift_deviation_added": EventType("Avvikelse tillagd i lyftet", "change", ("deviation_id", "number")),
    "lift_agenda_set": EventType("På dagordningen", "change", ("day",)),
    "lift_raised": EventType("Lyft vidare", "decision", ("level", "group")),
    "lift_measure_decided": EventType(
        "Åtgärd beslutad i lyftet", "decision", ("owner_unit", "owner_role", "due")
    ),
    "lift_measure_done": EventType("Åtgärd i lyftet genomförd", "change", ("measure_id",)),
    "lift_measure_rejected": EventType("Åtgärd i lyftet avförd", "decision", ("measure_id",)),
    "lift_closed": EventType("Lyftet avslutat", "decision"),
}
