"""Planeringen, 2 kap. 6 § LUS: which track, what each unit has answered, ADL and aids."""

from .event_type import EventType

PLANNING: dict[str, EventType] = {
    "track_suggested": EventType("Spår föreslaget", "clock", ("track", "reasons")),
    "track_confirmed": EventType("Spår fastställt", "decision", ("track", "reasons", "suggested", "comment")),
    "planning_field_answered": EventType(
        "Underlag ifyllt", "change", ("field", "value", "not_applicable", "unit_id", "legal_ground")
    ),
    "planning_field_unknown": EventType("Vet ej i underlaget", "change", ("field", "chase_at", "unit_id")),
    "planning_field_reassigned": EventType("Fråga flyttad", "change", ("field", "from_unit_id", "unit_id")),
    "planning_basis_completed": EventType("Underlaget klart", "message", ("fields",)),
    "adl_assessed": EventType(
        "ADL bedömd",
        "decision",
        ("unit_id", "assessed_by_role", "assessed_at", "items", "comment", "legal_ground"),
    ),
    "aid_recorded": EventType(
        "Hjälpmedel",
        "change",
        ("unit_id", "what", "where", "by_day", "owner_unit_id", "in_place", "legal_ground"),
    ),
}
