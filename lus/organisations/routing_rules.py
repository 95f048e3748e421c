"""The door to the routing rules: which hold on a day, and the one writer that replaces a list from a day on."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db.models import F, Q, QuerySet

from .actor import Actor
from .models import Principal, RoutingChange, RoutingRule

CONDITIONS = ("ages", "district", "service", "care_form", "legal_status", "need")


@dataclass(frozen=True, slots=True)
class RuleList:
    """Which list of rules: whose, for whom, and which question it answers (a value of ``Route``)."""

    principal_id: UUID
    municipality_code: str
    route: str


def rules_on(municipality_code: str, routes: Sequence[str], on: date) -> QuerySet[RoutingRule]:
    """Return the rules of the routes that hold on the day ``on``, in order, with their targets."""
    found = RoutingRule.objects.filter(
        Q(valid_to__isnull=True) | Q(valid_to__gt=on),
        municipality_code=municipality_code,
        route__in=routes,
        valid_from__lte=on,
    )
    return found.select_related("target__principal").order_by("route", "order")


def planned_from(chosen: RuleList, after: date) -> date | None:
    """Return the first day after ``after`` from which a change is already planned, or None."""
    later = _of(chosen).filter(valid_from__gt=after).exclude(valid_to=F("valid_from"))
    return later.order_by("valid_from").values_list("valid_from", flat=True).first()


def changes_of(chosen: RuleList, limit: int = 20) -> list[RoutingChange]:
    """Return who changed the list, newest first."""
    found = RoutingChange.objects.filter(
        principal_id=chosen.principal_id, municipality_code=chosen.municipality_code, route=chosen.route
    )
    return list(found.order_by("-changed_at")[:limit])


def lock_lists_of(principal_id: UUID) -> None:
    """Let one person at a time change the lists of a principal, until the transaction ends."""
    Principal.objects.select_for_update().get(pk=principal_id)


def replace_rules(
    chosen: RuleList,
    rows: Sequence[RoutingRule],
    *,
    valid_from: date,
    actor: Actor,
    at: datetime,
    dry_run: str = "",
) -> RoutingChange:
    """End what holds from ``valid_from`` on and store ``rows`` (unsaved, in order) in its place.

    Rows that were to begin later never do. Nothing is deleted, so what held on an earlier day can always be read.
    """
    change = RoutingChange.objects.create(
        principal_id=chosen.principal_id,
        municipality_code=chosen.municipality_code,
        route=chosen.route,
        valid_from=valid_from,
        user_id=actor.user_id,
        name=actor.name,
        unit_name=actor.unit_name,
        changed_at=at,
        dry_run=dry_run,
    )
    open_rows = _of(chosen).filter(Q(valid_to__isnull=True) | Q(valid_to__gt=valid_from))
    open_rows.filter(valid_from__gte=valid_from).update(valid_to=F("valid_from"), ended_by=change)
    open_rows.filter(valid_from__lt=valid_from).update(valid_to=valid_from, ended_by=change)
    for order, row in enumerate(rows, start=1):
        row.principal_id, row.municipality_code = chosen.principal_id, chosen.municipality_code
        row.route, row.order, row.valid_from, row.added_by = chosen.route, order, valid_from, change
    RoutingRule.objects.bulk_create(rows)
    return change


def _of(chosen: RuleList) -> QuerySet[RoutingRule]:
    return RoutingRule.objects.filter(
        principal_id=chosen.principal_id, municipality_code=chosen.municipality_code, route=chosen.route
    )
