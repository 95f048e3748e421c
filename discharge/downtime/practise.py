"""Övning: does each unit's list open, how old is it, and is every open case on it?"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta

from discharge.queries.board import ordered
from discharge.queries.downtime_list import unit_itself, units_at_work
from lus.downtime import snapshots
from lus.downtime.seal import CannotOpen
from lus.organisations.models import Unit


@dataclass(frozen=True, slots=True)
class Practised:
    """``age``: None when the unit has no list that opens. ``lost``: codes of open cases that are not on it."""

    unit: str
    age: timedelta | None
    lost: tuple[str, ...]


def practise(*, at: datetime) -> Iterator[Practised]:
    """Open the list of each unit with open cases, as the unit would, and compare it with the cases now."""
    for unit in Unit.objects.filter(pk__in=units_at_work()).order_by("name"):
        codes = list(ordered(unit_itself(unit), at=at).values_list("reference", flat=True))
        found = snapshots.latest(unit.pk, at=at)
        try:
            text = snapshots.opened(found, "page", at=at).decode() if found else ""
        except CannotOpen:
            text = ""
        age = at - found.made_at if found and text else None
        yield Practised(unit.name, age, tuple(code for code in codes if f"ärende {code}" not in text))
