"""Vårdkedjan: the wards of one stay, and the cases before and after it. Times are aware UTC, ids strings."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from types import MappingProxyType
from typing import Any


@dataclass(frozen=True, slots=True)
class Segment:
    """The patient's time on one ward, from ``start`` to ``end`` (None = still there).

    ``told_until``: when the next ward took over in the record: what came later is not this ward's to read.
    ``from_another``: another ward sent the patient here, and this one shall confirm; ``confirmed_at``: it did.
    """

    ward_id: str
    start: datetime
    end: datetime | None = None
    told_until: datetime | None = None
    from_another: bool = False
    confirmed_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class ChainFacts:
    """``segments`` oldest first. ``chain_id``: the chain's first case ("" = the case stands alone or begins it).

    ``previous_case_id`` and ``joined_as`` (``transfer`` or ``readmission``): how it came into the chain.
    ``transferred_at``, ``transferred_to`` (a ward) and ``next_case_id``: how it left for another hospital.
    ``prefill``: what the case before it knew and this one may take over, never as a fact of its own.
    """

    segments: tuple[Segment, ...] = ()
    chain_id: str = ""
    previous_case_id: str = ""
    joined_as: str = ""
    prefill: Mapping[str, Any] = field(default_factory=lambda: MappingProxyType({}))
    transferred_at: datetime | None = None
    transferred_to: str = ""
    next_case_id: str = ""
    reopened_at: datetime | None = None

    @property
    def now(self) -> Segment | None:
        """Where the patient is, or was last."""
        return self.segments[-1] if self.segments else None

    def ward_at(self, instant: datetime | None, otherwise: str) -> str:
        """Return the ward that owned the case at ``instant``; ``otherwise`` when no time is given."""
        if instant is None:
            return otherwise
        had = (one.ward_id for one in self.segments if one.told_until is None or instant <= one.told_until)
        return next(had, otherwise)

    def former_wards(self) -> dict[str, datetime]:
        """Return ``{ward: until when it may read}`` for the wards that had the patient before."""
        now = self.now
        left = {one.ward_id: one.told_until for one in self.segments if one.told_until}
        return {ward: until for ward, until in left.items() if until and now and ward != now.ward_id}
