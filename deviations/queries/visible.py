"""Vilka avvikelser någon ser, handbook deviations §10: everybody else gets the answer that there is none."""

from collections.abc import Iterable
from datetime import datetime
from uuid import UUID

from django.db.models import Q, QuerySet

from deviations.models import Deviation, Lift
from deviations.queries.receivers import units_with_receiver
from deviations.rules.access import Place, standings_of
from lus.organisations.actor import Actor
from lus.organisations.models import Principal
from lus.organisations.roles import Permission
from lus.refusals import NotThere

COUNTY_DIGITS = 2


def county_of(viewer: Actor) -> str:
    """Return the county of the viewer's principal: the first two digits of its code."""
    if viewer.principal_id is None:
        return ""
    found = Principal.objects.filter(pk=viewer.principal_id).values_list("code", flat=True).first()
    return (found or "")[:COUNTY_DIGITS]


def visible_deviations(viewer: Actor) -> QuerySet[Deviation]:
    """Return the rows that the viewer may know of, with both units loaded."""
    viewer.require(Permission.SEE_DEVIATIONS)
    units = list(viewer.unit_ids)
    seen = Q(reporting_unit_id__in=units) | Q(addressed_unit_id__in=units) | Q(former_units__overlap=units)
    seen |= Q(copy_units__overlap=units)
    if viewer.may(Permission.ANALYSE_DEVIATIONS):
        seen |= Q(county=county_of(viewer)) & ~Q(county="")
    if viewer.may(Permission.SEE_LIFTED_DEVIATIONS):
        seen |= Q(pk__in=Lift.objects.filter(groups__overlap=units).values("deviations"))
    return Deviation.objects.filter(seen).select_related(
        "reporting_unit", "addressed_unit__parent", "addressed_unit__principal"
    )


def deviation_of(viewer: Actor, number: str) -> Deviation:
    """Return one row. Raises NotThere for one of others, and for none."""
    row = visible_deviations(viewer).filter(number=number).first()
    if row is None:
        raise NotThere
    return row


def standings_in(viewer: Actor, rows: Iterable[Deviation], *, at: datetime) -> dict[UUID, frozenset[str]]:
    """Return how the viewer stands to each of ``rows``, by id, in at most three statements."""
    found = list(rows)
    named = units_with_receiver([row.addressed_unit for row in found], at=at)
    county = county_of(viewer) if viewer.may(Permission.ANALYSE_DEVIATIONS) else None
    lifted = _in_own_groups(viewer) if viewer.may(Permission.SEE_LIFTED_DEVIATIONS) else set()
    return {row.pk: _standings(viewer, row, named, county, row.pk in lifted) for row in found}


def _in_own_groups(viewer: Actor) -> set[UUID]:
    own = Lift.objects.filter(groups__overlap=list(viewer.unit_ids))
    return set(own.values_list("deviations", flat=True))


def _standings(
    viewer: Actor, row: Deviation, named: set[UUID], county: str | None, in_group: bool
) -> frozenset[str]:
    units = viewer.unit_ids
    return standings_of(
        Place(
            is_account=row.reporter_account == viewer.user_id,
            in_reporting=row.reporting_unit_id in units,
            in_addressed=row.addressed_unit_id in units,
            in_former=any(unit in units for unit in row.former_units),
            in_copies=any(unit in units for unit in row.copy_units),
            in_county=bool(county) and row.county == county,
            may_report=viewer.may(Permission.REPORT_DEVIATION),
            may_receive=viewer.may(Permission.RECEIVE_DEVIATIONS),
            may_head=viewer.may(Permission.HEAD_DEVIATIONS),
            may_analyse=viewer.may(Permission.ANALYSE_DEVIATIONS),
            is_lifted=bool(row.lift_level) or row.kind == "systematic",
            in_group=in_group,
            may_lifted=viewer.may(Permission.SEE_LIFTED_DEVIATIONS),
            addressed_has_receiver=row.addressed_unit_id in named,
        )
    )
