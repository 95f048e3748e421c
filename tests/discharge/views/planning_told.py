"""The acts of planning as the pages take them: who, a sound form, a faulty one, the event."""

PLANNING_TOLD = (
    ("confirm_track", "ward", {"track": "neutral_b"}, "track_confirmed", {"track": ""}),
    (
        "answer_planning_field",
        "ward",
        {"field": "transport", "value": "taxi", "legal_ground": "consent"},
        "planning_field_answered",
        {"field": "transport", "legal_ground": "consent"},
    ),
    (
        "mark_planning_field_unknown",
        "ward",
        {"field": "transport"},
        "planning_field_unknown",
        {"field": "transport", "chase_at": "i övermorgon"},
    ),
    (
        "assess_adl",
        "ward",
        {"eat_before": "0", "eat_now": "2", "legal_ground": "consent"},
        "adl_assessed",
        {"eat_before": "0", "eat_now": "0", "eat_carers": "2", "assessed_at": "2026-03-03 11.00"},
    ),
)
