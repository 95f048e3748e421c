"""Att göra med en SIP: the one duty that a plan waits for now, seen by one unit. The same rows as *Min tur*."""

from __future__ import annotations

from collections.abc import Iterable, Set
from dataclasses import dataclass
from datetime import datetime
from typing import Final, Generic, TypeVar

from discharge.rules.next_step import Owed, in_order, is_late

# Nobody calls a fortnight ahead to what is to be done today.
ITS_DAY_HAS_COME: Final = "follow_up_plan"

Duty = TypeVar("Duty", bound=Owed)
Stored = TypeVar("Stored")


@dataclass(frozen=True, slots=True)
class Next(Generic[Stored]):
    """``duty``: None when nobody owes anything now. ``mine``: it is the asking unit's; ``late``: its limit is past."""

    duty: Stored | None = None
    mine: bool = False
    late: bool = False


def next_of_plan(duties: Iterable[Duty], own: Set[str], at: datetime) -> Next[Duty]:
    """Return the most urgent open duty of the units ``own``, else of the others. ``duties``: those that have begun."""
    ordered = sorted(in_order(duties, at), key=lambda duty: duty.code != ITS_DAY_HAS_COME)
    mine = [duty for duty in ordered if str(duty.unit_id) in own]
    if not ordered:
        return Next()
    first = (mine or ordered)[0]
    return Next(first, mine=bool(mine), late=is_late(first, at))
