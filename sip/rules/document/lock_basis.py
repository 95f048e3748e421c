"""Vilka krav planen har: its kind, and what of the process must hold when a version is locked."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Final, Literal

PlanType = Literal["SIP", "SPU", "SPLPTLRV"]
COMPULSORY: Final = "SPLPTLRV"


@dataclass(frozen=True, slots=True)
class LockBasis:
    """``has_consent``: ``sip_create`` is valid (for SPLPTLRV: ``shared_record``). ``open_units``: ids of units that
    still take part; empty: not known here. ``guardians``: ``yes`` or ``no`` by number, as their consent to the plan
    or the meeting stands now. ``is_soon_adult``: 18 within a
    year; ``is_short``: *Kort SIP*; ``needs_crisis_plan``: psychiatry or addiction.
    """

    plan_type: PlanType = "SIP"
    is_child: bool = False
    is_soon_adult: bool = False
    is_short: bool = False
    needs_crisis_plan: bool = False
    has_consent: bool = False
    open_units: frozenset[str] = frozenset()
    guardians: Mapping[str, str] = field(default_factory=dict)
    today: date | None = None
    last_follow_up: date | None = None

    @property
    def is_compulsory(self) -> bool:
        """Samordnad vårdplan under ÖPT or ÖRV: no consent to the plan, no limit to confirm past."""
        return self.plan_type == COMPULSORY
