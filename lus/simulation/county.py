"""Put the planned county into the tables. Safe to run again: what is there stays as it is."""

from datetime import time

from django.db import transaction

from discharge.models import Phrase
from lus.organisations.models import OpeningHours, Principal, Unit, UnitKind, VideoHost

from .county_plan import VIDEO_HOST, CountyPlan, PlannedUnit, county_plan
from .county_rules import save_rules
from .phrases import phrases_for

WEEKDAYS, ALL_DAYS = range(5), range(7)
AROUND_THE_CLOCK = (ALL_DAYS, time(0, 0), time(23, 59))
OFFICE = (WEEKDAYS, time(8, 0), time(16, 30))
OPENING = {
    UnitKind.WARD: AROUND_THE_CLOCK,
    UnitKind.HOSPITAL: AROUND_THE_CLOCK,
    UnitKind.MUNICIPAL_HEALTH: (ALL_DAYS, time(7, 0), time(21, 30)),
    UnitKind.HOME_CARE: (ALL_DAYS, time(7, 0), time(22, 0)),
    UnitKind.PRIMARY_CARE: (WEEKDAYS, time(8, 0), time(17, 0)),
}


@transaction.atomic
def save_county() -> CountyPlan:
    """Store principals, units and opening hours that are missing; return the plan."""
    plan = county_plan()
    principals = {code: _principal(kind, code, name) for kind, code, name in plan.principals}
    known = set(Unit.objects.values_list("pk", flat=True))
    fresh = [planned for planned in plan.units if planned.id not in known]
    Unit.objects.bulk_create(_unit(planned, principals[planned.principal_code]) for planned in fresh)
    Phrase.objects.bulk_create(phrases_for(fresh))
    OpeningHours.objects.bulk_create(hours for planned in fresh for hours in _opening_hours(planned))
    save_rules(plan)
    hosts = [VideoHost(principal=one, host=VIDEO_HOST) for one in principals.values()]
    VideoHost.objects.bulk_create(hosts, ignore_conflicts=True)
    return plan


def _principal(kind: str, code: str, name: str) -> Principal:
    return Principal.objects.get_or_create(kind=kind, code=code, defaults={"name": name})[0]


def _unit(planned: PlannedUnit, principal: Principal) -> Unit:
    return Unit(
        id=planned.id,
        principal=principal,
        parent_id=planned.parent,
        hsa_id=planned.hsa_id,
        kind=planned.kind,
        name=planned.name,
        municipality_code=planned.municipality_code,
        care_form=planned.care_form,
        phone=planned.phone,
        phone_function=planned.phone_function,
        email=planned.email,
    )


def _opening_hours(planned: PlannedUnit) -> list[OpeningHours]:
    days, opens, closes = OPENING.get(UnitKind(planned.kind), OFFICE)
    return [OpeningHours(unit_id=planned.id, weekday=day, opens=opens, closes=closes) for day in days]
