"""Planens innehåll: rows, versions, answers of the units, and what became of it. Always in the plan's own stream."""

from discharge.events.event_type import EventType

DOCUMENT: dict[str, EventType] = {
    "sip_section_saved": EventType(
        "Rad i planen sparad", "change", ("row_id", "section", "values", "row_version", "removed")
    ),
    "sip_version_locked": EventType("Version av planen låst", "decision", ("no", "content_hash")),
    "sip_unit_confirmed": EventType("Planen justerad", "decision", ("no", "content_hash", "note")),
    "sip_unit_objected": EventType("Invändning mot planen", "decision", ("no", "content_hash", "note")),
    "sip_established_with_gaps": EventType(
        "Planen upprättad utan alla svar", "decision", ("no", "missing", "reason")
    ),
    "sip_intervention_updated": EventType("Insats uppdaterad", "change", ("row_id", "status")),
    "sip_shared_with_person": EventType("Planen lämnad till personen", "decision", ("no", "way")),
    "sip_plan_printed": EventType("Planen utskriven", "change", ("no", "paper", "reason")),
}
