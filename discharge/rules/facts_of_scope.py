"""Vad lagen gör med ärendet: whether the act covers the patient, and compulsory care that takes SIP's place."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Final

# Öppen psykiatrisk tvångsvård and öppen rättspsykiatrisk vård: a coordinated care plan instead of SIP (LUS 4:1).
CARE_PLAN_STATUSES: Final = frozenset({"opt", "orv"})
OUTSIDE: Final = "Omfattas inte av lagen"
# Why somebody is not covered. Assumption: the handbook names the grey variant, not its reasons.
OUTSIDE_REASONS: Final[dict[str, str]] = {
    "no_services": "Inga insatser behövs efter utskrivningen",
    "not_inpatient": "Vården är inte slutenvård",
    "no_municipality": "Ingen svensk kommun ansvarar",
    "other": "Annat skäl",
}


@dataclass(frozen=True, slots=True)
class ScopeFacts:
    """``outside_reason``: a key of ``OUTSIDE_REASONS`` ("" = covered), with ``outside_text`` for *other*.

    ``legal_since``: when the legal status became what it is (None = since the admission).
    ``care_plan_at``: when the coordinated care plan was made. ``told_outside_at``: when a municipality that is
    not in the system was told by telephone or paper.
    """

    outside_reason: str = ""
    outside_text: str = ""
    legal_since: datetime | None = None
    care_plan_at: datetime | None = None
    told_outside_at: datetime | None = None

    @property
    def is_outside(self) -> bool:
        return bool(self.outside_reason)
