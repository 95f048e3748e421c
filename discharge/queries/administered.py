"""Vad administratören sköter: which lists of routing rules an assignment keeps, and where their rules may lead."""

from lus.organisations.actor import Actor
from lus.organisations.models import Route, Unit, UnitKind
from lus.organisations.roles import Permission
from lus.organisations.routing_rules import RuleList
from lus.refusals import NotAllowed


def lists_of(actor: Actor) -> list[RuleList]:
    """Return the lists that the actor keeps: a municipality's at its own door, psychiatry's at each clinic.

    Raises NotPermitted for an assignment that does not administer.
    """
    actor.require(Permission.ADMINISTER_UNIT)
    unit = Unit.objects.filter(pk__in=[actor.unit_id] if actor.unit_id else []).first()
    if unit is None or not unit.municipality_code:
        return []
    routes: tuple[str, ...] = ()
    if unit.kind == UnitKind.RECEPTION and unit.parent_id is None:
        routes = (Route.MUNICIPALITY, Route.FORWARD)
    elif unit.kind == UnitKind.OUTPATIENT_PSYCHIATRY:
        routes = (Route.PSYCHIATRY,)
    return [RuleList(unit.principal_id, unit.municipality_code, which) for which in routes]


def list_of(actor: Actor, route: str) -> RuleList:
    """Return the list of ``route`` that the actor keeps. Raises NotAllowed when somebody else does."""
    for chosen in lists_of(actor):
        if chosen.route == route:
            return chosen
    raise NotAllowed(
        "Er enhet sköter inte de reglerna.", "Kommunens regler ändras av administratören vid mottagningen."
    )


def targets_of(chosen: RuleList) -> list[Unit]:
    """Return the units that a rule of the list may lead to, by name; closed ones are not among them."""
    units = Unit.objects.filter(principal_id=chosen.principal_id, closed_on__isnull=True).order_by("name")
    if chosen.route == Route.MUNICIPALITY:
        return list(units.filter(kind=UnitKind.RECEPTION))
    if chosen.route == Route.PSYCHIATRY:
        kind = UnitKind.OUTPATIENT_PSYCHIATRY
        return list(units.filter(kind=kind, municipality_code=chosen.municipality_code))
    return list(units)
