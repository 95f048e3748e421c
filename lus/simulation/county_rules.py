"""Routing rules of the invented county: Stockholm by district, every municipality's door, and who takes over inside."""

from collections.abc import Iterator
from datetime import date

from lus.organisations.models import Principal, Route, RoutingRule, UnitKind

from .county_plan import STOCKHOLM, CountyPlan, PlannedUnit, districts_today
from .parameters import table

SINCE = date(2020, 1, 1)


def save_rules(plan: CountyPlan) -> None:
    """Store the rules of the municipalities that have none."""
    principals = {(row.kind, row.code): row.pk for row in Principal.objects.all()}
    known = set(RoutingRule.objects.values_list("municipality_code", flat=True))
    rows = []
    for place in table("municipalities_stockholm"):
        code = place["code"]
        if code in known:
            continue
        for route, listed in _lists(plan, code):
            for order, (unit, conditions) in enumerate(listed, start=1):
                kind = "region" if route == Route.PSYCHIATRY else "municipality"
                rows.append(
                    RoutingRule(
                        principal_id=principals[kind, unit.principal_code],
                        municipality_code=code,
                        route=route,
                        order=order,
                        target_id=unit.id,
                        valid_from=SINCE,
                        **conditions,
                    )
                )
    RoutingRule.objects.bulk_create(rows)


Listed = list[tuple[PlannedUnit, dict[str, str]]]


def _lists(plan: CountyPlan, code: str) -> Iterator[tuple[str, Listed]]:
    doors = plan.find(UnitKind.RECEPTION, municipality=code)
    main = next(unit for unit in doors if not unit.area)
    yield Route.MUNICIPALITY, [*_districts(doors, code), (main, {})]
    inside = {kind: plan.find(kind, municipality=code)[0] for kind in INSIDE}
    yield (
        Route.FORWARD,
        [
            (inside[UnitKind.HOME_CARE], {"service": "home_care", "note": "Hemtjänsten känner personen."}),
            (
                inside[UnitKind.MUNICIPAL_HEALTH],
                {"service": "home_nursing", "note": "Sjuksköterskan känner personen."},
            ),
            (inside[UnitKind.NEEDS_ASSESSMENT], {}),
        ],
    )
    clinics = plan.find(UnitKind.OUTPATIENT_PSYCHIATRY, municipality=code)
    yield Route.PSYCHIATRY, [*_districts(clinics, code), (clinics[0], {})]


INSIDE = (UnitKind.HOME_CARE, UnitKind.MUNICIPAL_HEALTH, UnitKind.NEEDS_ASSESSMENT)


def _districts(units: list[PlannedUnit], code: str) -> Listed:
    """One rule for each district: its own unit, or the clinics in turn."""
    if code != STOCKHOLM:
        return []
    by_area = {unit.area: unit for unit in units if unit.area}
    return [
        (by_area.get(row["code"], units[number % len(units)]), {"district": row["name"]})
        for number, row in enumerate(districts_today())
    ]
