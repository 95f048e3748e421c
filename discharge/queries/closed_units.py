"""Nedlagda enheter med öppna ärenden: what a unit that has closed leaves behind, for who administers above it."""

from dataclasses import dataclass

from discharge.models import CaseUnit
from discharge.rules.facts import ACTIVE_STATES
from lus.organisations.actor import Actor
from lus.organisations.models import Unit
from lus.organisations.queries import subunit_ids
from lus.organisations.roles import Permission


@dataclass(frozen=True, slots=True)
class LeftBehind:
    """``codes``: of the open cases that wait for the closed unit; ``unread``: how many it had not even read."""

    unit: Unit
    codes: tuple[str, ...]
    unread: int


def left_behind(actor: Actor) -> list[LeftBehind]:
    """Return the closed units at or below the actor's own that still have open cases, by name."""
    actor.require(Permission.ADMINISTER_UNIT)
    if actor.unit_id is None:
        return []
    rows = CaseUnit.objects.filter(
        unit_id__in=(actor.unit_id, *subunit_ids(actor.unit_id)),
        unit__closed_on__isnull=False,
        is_open=True,
        state__in=ACTIVE_STATES,
    )
    found: dict[Unit, list[CaseUnit]] = {}
    for row in rows.select_related("unit", "case").order_by("unit__name", "case__reference"):
        found.setdefault(row.unit, []).append(row)
    return [
        LeftBehind(unit, tuple(row.case.reference for row in held), sum(row.state == "new" for row in held))
        for unit, held in found.items()
    ]
