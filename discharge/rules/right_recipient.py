"""Rätt mottagare i stället: at most three units that may be meant, given why the first one was wrong, each with why."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Final

MOST: Final = 3


@dataclass(frozen=True, slots=True)
class Near:
    """A unit of the wrong one's kind. ``hit``: why the routing rules name it ("" = they do not).

    ``is_here``: in the wrong unit's own municipality; ``place``: the name of the unit's municipality, may be "".
    """

    unit_id: str
    name: str
    hit: str = ""
    is_listed: bool = False
    is_here: bool = False
    place: str = ""


# Which units can be meant for each reason; a reason that is not chosen yet leaves all.
FITS: Final[dict[str, Callable[[Near], bool]]] = {
    "other_municipality": lambda unit: not unit.is_here,
    "moved": lambda unit: not unit.is_here or unit.is_listed,
    "other_district": lambda unit: unit.is_here,
    "other_primary_care": lambda unit: True,
}


def right_recipients(reason: str, near: Iterable[Near]) -> list[tuple[str, str]]:
    """Return ``(unit id, why)``, the likeliest first: what the rules say, then where the person is listed."""
    fits = FITS.get(reason, lambda unit: True)
    likely = [unit for unit in near if fits(unit)]
    likely.sort(key=lambda unit: (not unit.hit, not unit.is_listed, unit.name))
    return [(unit.unit_id, _why(unit)) for unit in likely[:MOST]]


def _why(unit: Near) -> str:
    if unit.hit:
        return unit.hit[:1].upper() + unit.hit[1:]
    if unit.is_listed:
        return "Personen är listad här"
    if unit.is_here:
        return "Annan enhet i samma kommun"
    return f"Ligger i {unit.place}" if unit.place else "Ligger i folkbokföringskommunen"
