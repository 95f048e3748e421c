"""Avvikelserna som någon ser dem: in lists, without texts; others' are not there at all (handbook deviations §10)."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal
from uuid import UUID

from django.db.models import Case, F, Q, QuerySet, When

from deviations.models import Deviation
from deviations.queries.visible import visible_deviations
from deviations.rules.report import TEXTS
from lus.organisations.actor import Actor
from lus.organisations.roles import Permission

Box = Literal["received", "sent", "county"]
MOST = 100
CLOSED = ("closed", "retracted")
WRITTEN = ("description", *(name for name, _, _ in TEXTS))


@dataclass(frozen=True, slots=True)
class Sieve:
    """What a list is narrowed to; empty: everything. ``rerouted``: only those that came to the wrong unit."""

    state: str = ""
    step: str = ""
    category: str = ""
    direction: str = ""
    rerouted: bool = False

    @classmethod
    def read(cls, given: Mapping[str, str]) -> "Sieve":
        """Return the sieve of an address; what it cannot read narrows nothing."""
        step = given.get("step", "")
        return cls(
            state=given.get("state", "")[:20],
            step=step if step.isdecimal() else "",
            category=given.get("category", "")[:3],
            direction=given.get("direction", "")[:30],
            rerouted=given.get("rerouted") == "1",
        )

    def as_filter(self) -> Q:
        wanted = Q()
        if self.state == "open":
            wanted &= ~Q(state__in=CLOSED)
        elif self.state:
            wanted &= Q(state=self.state)
        if self.step:
            wanted &= Q(process_step=int(self.step))
        if self.category:
            wanted &= Q(code_analysed__startswith=self.category) | Q(
                code_analysed="", code_reported__startswith=self.category
            )
        if self.direction:
            wanted &= Q(direction=self.direction)
        return wanted & ~Q(former_units=[]) if self.rerouted else wanted


def boxes_of(viewer: Actor) -> tuple[Box, ...]:
    """Return the lists that the viewer has: a unit's two, or an analyst's one of the whole county."""
    return ("county",) if viewer.may(Permission.ANALYSE_DEVIATIONS) else ("received", "sent")


def own_deviations(
    viewer: Actor, box: Box = "received", *, limit: int = MOST, offset: int = 0
) -> list[Deviation]:
    """Return the newest of the box. No text is read, and no patient shown."""
    return list(_in_box(viewer, box).order_by("-registered_at", "-number")[offset : offset + limit])


def listed_deviations(viewer: Actor, box: Box, sieve: Sieve, *, limit: int = MOST) -> list[Deviation]:
    """Return the box as the page shows it: what waits first, the shortest limit first; what is closed last."""
    rows = _in_box(viewer, box).filter(sieve.as_filter())
    rows = rows.annotate(over=Case(When(state__in=CLOSED, then=1), default=0))
    soonest = F("turn_due_at").asc(nulls_last=True)
    return list(rows.order_by("over", soonest, "-registered_at", "-number")[:limit])


def waiting_for(viewer: Actor) -> int:
    """Return how many deviations wait for the viewer's units, for the menu."""
    if not viewer.may(Permission.SEE_DEVIATIONS):
        return 0
    return Deviation.objects.filter(turn_unit_id__in=viewer.unit_ids).exclude(state__in=CLOSED).count()


def _in_box(viewer: Actor, box: Box) -> QuerySet[Deviation]:
    rows = visible_deviations(viewer).defer(*WRITTEN)
    if box == "county":
        return rows if viewer.may(Permission.ANALYSE_DEVIATIONS) else rows.none()
    column = "addressed_unit_id__in" if box == "received" else "reporting_unit_id__in"
    units: list[UUID] = list(viewer.unit_ids)
    return rows.filter(**{column: units})
