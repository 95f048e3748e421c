"""När en andra person behövs (intern rutin): a correction that is late, or that makes more days count."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime, timedelta
from typing import Final

from .facts import CaseFacts

# Intern rutin (assumption): so long after the patient left one person may correct alone.
ALONE_WITHIN: Final = timedelta(days=3)
LATE: Final = "Mer än tre dagar har gått sedan utskrivningen."
MORE_DAYS: Final = "Rättelsen gör att fler dagar räknas."


def why_second_person(
    facts: CaseFacts, old_days: Collection[str], new_days: Collection[str], at: datetime
) -> str:
    """Return why another person at the unit must confirm before the correction holds, or "".

    ``old_days``, ``new_days``: the counted days before and after, ISO dates.
    """
    left = facts.discharged_at or facts.chain.transferred_at or facts.deceased_at
    if left is not None and at - left > ALONE_WITHIN:
        return LATE
    return MORE_DAYS if set(new_days) - set(old_days) else ""
