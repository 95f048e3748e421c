"""Ersättare för: units that the viewer's unit stands in for, and how much they have left unread. No patient here."""

from dataclasses import dataclass
from datetime import datetime

from discharge.models import Delivery
from lus.organisations.actor import Actor
from lus.organisations.models import EscalationLadder, Unit


@dataclass(frozen=True, slots=True)
class BackedUp:
    """``oldest``: when the oldest unread message was delivered."""

    unit: Unit
    unread: int
    oldest: datetime


def backed_up(viewer: Actor) -> list[BackedUp]:
    """Return the units with unread messages whose newest ladder names the viewer's unit as backup."""
    newest = EscalationLadder.objects.order_by("unit_id", "-set_at").distinct("unit_id")
    units = [ladder.unit for ladder in newest.select_related("unit") if ladder.backup_id == viewer.unit_id]
    unread: dict[object, list[datetime]] = {}
    rows = Delivery.objects.filter(
        unit_id__in=[unit.pk for unit in units], acknowledged_at__isnull=True, case__closed_at__isnull=True
    )
    for unit_id, delivered_at in rows.values_list("unit_id", "delivered_at"):
        unread.setdefault(unit_id, []).append(delivered_at)
    return [BackedUp(unit, len(unread[unit.pk]), min(unread[unit.pk])) for unit in units if unit.pk in unread]
