"""Enhetens inställningar: hours, channels, deliveries, ladder and the latest changes of the viewer's own unit."""

from dataclasses import dataclass

from lus.notifications.models import OutboxRow, UnitChannel
from lus.opening_hours import Hours
from lus.organisations.actor import Actor
from lus.organisations.models import EscalationLadder, SettingChange, Unit
from lus.organisations.queries import ladder_of, open_units, opening_hours_of

LATEST = 10
DELIVERIES = 50


@dataclass(frozen=True, slots=True)
class UnitSettings:
    """``ladder`` None: the product's standard. ``deliveries``: newest first, with nothing of any case."""

    unit: Unit
    hours: Hours
    channels: tuple[UnitChannel, ...]
    deliveries: tuple[OutboxRow, ...]
    ladder: EscalationLadder | None
    changes: tuple[SettingChange, ...]


def unit_settings(viewer: Actor) -> UnitSettings:
    """Return what is set for the viewer's unit."""
    unit_id = str(viewer.unit_id)
    channels = UnitChannel.objects.filter(unit_id=unit_id).order_by("audience", "channel")
    deliveries = OutboxRow.objects.filter(unit_id=unit_id).order_by("-due_at", "pk")[:DELIVERIES]
    changes = SettingChange.objects.filter(unit_id=unit_id).order_by("-changed_at", "-pk")[:LATEST]
    return UnitSettings(
        Unit.objects.get(pk=unit_id),
        opening_hours_of([unit_id]).get(unit_id, Hours()),
        tuple(channels),
        tuple(deliveries),
        ladder_of(unit_id),
        tuple(changes),
    )


def possible_backups(viewer: Actor) -> list[Unit]:
    """Return the open units of the same principal, by name."""
    own = Unit.objects.get(pk=str(viewer.unit_id))
    return list(open_units().filter(principal_id=own.principal_id).exclude(pk=own.pk).order_by("name"))
