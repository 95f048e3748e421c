"""The two figures of every page's top: what our units owe, and what they have not seen. One statement."""

from dataclasses import dataclass
from typing import Any

from django.db.models import Count, QuerySet, Subquery, Value
from django.db.models.functions import Coalesce

from lus.deadlines.queries import owed_by
from lus.notifications.queries import unseen_by
from lus.organisations.actor import Actor
from lus.organisations.models import Unit


@dataclass(frozen=True, slots=True)
class ShellFigures:
    """``turn``: duties that wait for our units; ``unseen``: notices that nobody of ours has opened."""

    turn: int
    unseen: int


def shell_figures(viewer: Actor) -> ShellFigures:
    """Return the viewer's figures for the shell. Shows no patient."""
    own = Unit.objects.filter(pk__in=[viewer.unit_id])
    row = own.values_list(_count(owed_by(viewer)), _count(unseen_by(viewer))).first()
    return ShellFigures(*row) if row else ShellFigures(0, 0)


def _count(rows: QuerySet[Any]) -> Coalesce:
    """Return ``(SELECT count(*) …)``; grouping by a constant keeps the ORM from grouping by row."""
    counted = rows.order_by().annotate(_all=Value(1)).values("_all").annotate(n=Count("pk")).values("n")
    return Coalesce(Subquery(counted), 0)
