"""Lyften som någon ser dem: their group's, the county's for its analyst, and those of one's own deviations."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from django.db.models import Count, Q, QuerySet

from deviations.models import Deviation, Lift, LiftEntry
from deviations.queries.visible import county_of, visible_deviations
from deviations.rules.lift import LiftFacts, fold_lift, open_lift_acts
from discharge.queries.facts import event_facts
from lus.events.queries import events_of
from lus.organisations.actor import Actor
from lus.organisations.models import Unit, UnitKind
from lus.organisations.queries import units_by_id
from lus.organisations.roles import Permission
from lus.refusals import NotThere

LEVELS = ("vis", "county", "local")
RECURRING, WITHIN = 3, timedelta(days=90)


@dataclass(frozen=True, slots=True)
class LiftPage:
    """``acts``: what the viewer can do now. ``deviations``: those that the viewer sees. ``units``: by id."""

    row: Lift
    facts: LiftFacts
    entries: Sequence[LiftEntry]
    deviations: Sequence[Deviation]
    acts: Sequence[str]
    units: dict[str, Unit]


@dataclass(frozen=True, slots=True)
class Recurring:
    """A category that one unit has been told of many times, and nobody has lifted."""

    code: str
    unit_name: str
    count: int


def groups(level: str = "") -> list[Unit]:
    """Return the open cooperation groups (of ``level``), by name. Their tree is the route: local, county, VIS."""
    found = Unit.objects.filter(kind=UnitKind.COOPERATION, closed_on__isnull=True)
    rows = found.select_related("parent", "principal").order_by("name")
    return [unit for unit in rows if not level or level_of(unit) == level]


def level_of(group: Unit) -> str:
    """Return ``vis`` for a group without one above, ``county`` below it, else ``local``."""
    if group.parent_id is None:
        return "vis"
    return "county" if group.parent and group.parent.parent_id is None else "local"


def visible_lifts(viewer: Actor) -> QuerySet[Lift]:
    """Return the lifts of the viewer's groups, of the county for its analyst, and of the units' own deviations."""
    viewer.require(Permission.SEE_DEVIATIONS)
    units = list(viewer.unit_ids)
    seen = Q(groups__overlap=units)
    seen |= Q(deviations__reporting_unit_id__in=units) | Q(deviations__addressed_unit_id__in=units)
    if viewer.may(Permission.ANALYSE_DEVIATIONS):
        seen |= Q(county=county_of(viewer))
    return Lift.objects.filter(seen).distinct().select_related("group__parent").order_by("-opened_at")


def lift_of(viewer: Actor, reference: str) -> Lift:
    """Return one. Raises NotThere for one of others, and for none."""
    row = visible_lifts(viewer).filter(reference=reference).first()
    if row is None:
        raise NotThere
    return row


def may_act_on(viewer: Actor, row: Lift) -> bool:
    """Whether the viewer is secretary of the group that has it, or the county's analyst."""
    secretary = viewer.may(Permission.SEE_LIFTED_DEVIATIONS) and row.group_id in viewer.unit_ids
    return secretary or (viewer.may(Permission.ANALYSE_DEVIATIONS) and row.county == county_of(viewer))


def facts_of_lift(lift_id: UUID) -> LiftFacts:
    return fold_lift(event_facts(events_of(lift_id)))


def lift_page(viewer: Actor, reference: str) -> LiftPage:
    """Return one lift as the viewer sees it. Its texts are about faults, never about a patient. Raises NotThere."""
    row = lift_of(viewer, reference)
    facts = facts_of_lift(row.pk)
    order = {event.event_id: event.seq for event in facts.events}
    entries = sorted(LiftEntry.objects.filter(lift=row), key=lambda one: order[str(one.event_id)])
    deviations = visible_deviations(viewer).filter(lifts=row).order_by("number").distinct()
    units = units_by_id({*facts.groups, *(one.measure.owner_unit for one in facts.measures)})
    acts = open_lift_acts(facts, may_act=may_act_on(viewer, row))
    return LiftPage(row, facts, entries, list(deviations), acts, units)


def recurring(viewer: Actor, *, at: datetime) -> list[Recurring]:
    """Return what has come back to one unit within 90 days without being lifted, the most first: to be lifted."""
    rows = visible_deviations(viewer).filter(registered_at__gt=at - WITHIN, lifts__isnull=True)
    found = (
        rows.exclude(state="retracted")
        .values("code_reported", "addressed_unit__name")
        .annotate(times=Count("pk"))
        .filter(times__gte=RECURRING)
        .order_by("-times", "code_reported")
    )
    return [Recurring(one["code_reported"], one["addressed_unit__name"], one["times"]) for one in found]
