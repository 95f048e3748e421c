"""Spärrarna i ett ärende: whose information is closed to the other units, and for whom it has been opened."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True)
class Opening:
    """Nödöppning: the unit ``unit_id`` reads what was blocked until ``valid_to``."""

    unit_id: str
    valid_to: datetime


@dataclass(frozen=True)
class Block:
    """One block. ``block_id``: its event; ``unit_id``: whose information; ``scope``: a key of ``blocks.SCOPES``.

    ``scope`` is "" for a viewer who may know that the block exists and no more.
    """

    block_id: str
    unit_id: str
    scope: str
    set_at: datetime
    lifted_at: datetime | None = None
    openings: tuple[Opening, ...] = ()

    @property
    def stands(self) -> bool:
        return self.lifted_at is None

    def open_until(self, units: Collection[str], at: datetime) -> datetime | None:
        """Return until when one of ``units`` may read it because of an emergency, or None when none may at ``at``."""
        found = [one.valid_to for one in self.openings if one.unit_id in units and at < one.valid_to]
        return max(found, default=None)
