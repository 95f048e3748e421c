"""The pages of blocks: who, a sound form, a faulty one, and where the case stands before."""

from datetime import timedelta
from typing import Any

from discharge.actions.set_block import set_block
from tests.factories import NOW

from .told import Told

AT = NOW + timedelta(hours=1)

BEFORE_BLOCKS: dict[str, Any] = {
    "blocked": lambda place, case: set_block(
        case_id=case.pk, actor=place.municipality, at=AT, scope="messages"
    ),
}
BLOCK_PAGES = (
    Told(
        "set_block",
        "municipality",
        {"scope": "planning", "asked_by": "patient"},
        "block_set",
        {"scope": "planning", "asked_by": "guardian"},
    ),
    Told("lift_block", "municipality", {"how": "oral"}, "block_lifted", {"how": "post"}, ("blocked",)),
    Told(
        "open_block_in_emergency",
        "primary_care",
        {"reason": "Akut försämrad", "confirmed": "on"},
        "block_lifted",
        {"reason": "Akut försämrad"},
        ("blocked",),
    ),
)
