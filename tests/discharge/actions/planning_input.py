"""The acts of planning with input that is right."""

from typing import Any

from discharge.actions.answer_planning_field import answer_planning_field
from discharge.actions.assess_adl import assess_adl
from discharge.actions.confirm_track import confirm_track
from discharge.actions.mark_planning_field_unknown import mark_planning_field_unknown
from discharge.actions.reassign_planning_field import reassign_planning_field
from discharge.actions.record_aid import record_aid
from discharge.rules.facts_of_planning import AdlItem

from .life import Life
from .one_try import READ, Try

BEGUN = "planning_started"


def an_answer(life: Life) -> dict[str, Any]:
    return {"field": "door", "value": "keys", "legal_ground": "consent"}


PLANNING_TRIES = (
    Try(
        confirm_track,
        "ward",
        ("track_confirmed",),
        arguments=lambda life: {"track": "neutral_b", "comment": "Bedömt på ronden"},
    ),
    Try(
        answer_planning_field,
        "municipality",
        (READ, BEGUN, "planning_field_answered"),
        arguments=an_answer,
    ),
    Try(
        mark_planning_field_unknown,
        "ward",
        ("planning_field_unknown",),
        arguments=lambda life: {"field": "transport"},
    ),
    Try(
        reassign_planning_field,
        "municipality",
        (READ, BEGUN, "planning_field_reassigned"),
        arguments=lambda life: {"field": "door", "unit_id": life.primary_care.unit_id},
    ),
    Try(
        assess_adl,
        "ward",
        ("adl_assessed", "track_suggested"),
        arguments=lambda life: {"items": [AdlItem("eat", 0, 2)], "legal_ground": "consent"},
    ),
    Try(
        record_aid,
        "ward",
        ("aid_recorded",),
        arguments=lambda life: {
            "what": "Rullator",
            "where": "home",
            "owner_unit_id": life.primary_care.unit_id,
            "legal_ground": "consent",
        },
    ),
)
