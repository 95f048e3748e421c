"""Lokal version: what cooperating parties may change in the common list, and what they may not."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from .checklist import Checklist, Point
from .read_checklist import Fault, FaultyChecklist

# Rows that stand on law or on the joint routine: kept, and kept blocking.
BOUND: Final = frozenset({"LUS", "PL", "ST"})
# What a local version may not touch in a row of the common list.
FIXED: Final = (
    "group",
    "owners",
    "condition",
    "auto",
    "person_copy",
    "recheck",
    "track",
    "deviation_code",
    "basis",
)


def check_local_version(local: Checklist, common: Checklist) -> None:
    """Raise FaultyChecklist with everything in ``local`` that the common list does not allow.

    A local version may add rows (``CX-``), leave out rows that nothing binds, edit texts, and switch
    ``blocking`` on rows of basis X.
    """
    faults = [*_missing(local, common)]
    for number, point in enumerate(local.points, start=2):
        base = common.point(point.id)
        faults += _added(number, point) if base is None else _changed(number, point, base)
    if faults:
        raise FaultyChecklist(faults)


def _missing(local: Checklist, common: Checklist) -> Iterator[Fault]:
    for point in common.points:
        if point.basis in BOUND and local.point(point.id) is None:
            yield Fault(0, "id", point.id, f"raden finns kvar: grund {point.basis} får inte tas bort")


def _added(number: int, point: Point) -> Iterator[Fault]:
    if not point.id.startswith("CX-"):
        yield Fault(number, "id", point.id, "en egen rad börjar med CX-")
    if point.basis != "X":
        yield Fault(number, "basis", point.basis, "X: en egen rad är en lokal överenskommelse")


def _changed(number: int, point: Point, base: Point) -> Iterator[Fault]:
    if point.blocking != base.blocking and base.basis != "X":
        was = "yes" if base.blocking else "no"
        yield Fault(number, "blocking", "no" if base.blocking else "yes", f"{was}: grund {base.basis}")
    for name in FIXED:
        if getattr(point, name) != getattr(base, name):
            yield Fault(number, name, str(getattr(point, name)), f"som i den gemensamma listan, {point.id}")
