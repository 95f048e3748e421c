"""Får planens innehåll visas? LUS 4 kap. 2 §, OSL 25–26 kap.: with a yes that holds, or when the law makes the plan."""

from __future__ import annotations

from datetime import datetime
from typing import Final

from .consent_refusals import refuse_writing
from .facts import CaseFacts
from .facts_of_scope import CARE_PLAN_STATUSES

WITHHELD: Final = "Innehållet visas inte utan samtycke"


def plan_is_shown(facts: CaseFacts, at: datetime | None) -> bool:
    """Whether everybody who takes part may read what the plan says. That it exists, and until when, is no secret."""
    return facts.legal_status in CARE_PLAN_STATUSES or refuse_writing(facts, at) is None
