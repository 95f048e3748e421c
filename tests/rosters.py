"""An on-call group for tests: made by its own tables, kept by an administrator at the municipality's reception."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any

from lus.on_call.models import OnCallFunction, OnCallGroup, OnCallMandate, OnCallPromise, OnCallShift
from lus.organisations.actor import Actor
from lus.organisations.models import OpeningException, OpeningHours, Unit
from lus.organisations.roles import Role

from .factories import NOW, Place, an_actor

NACKA = "0182"


@dataclass(frozen=True)
class Roster:
    group: OnCallGroup
    function: OnCallFunction
    admin: Actor

    def on_duty(self, start: datetime, end: datetime) -> OnCallShift:
        return OnCallShift.objects.create(function=self.function, starts_at=start, ends_at=end)

    def promises(self, weekday: int, starts: time, ends: time) -> None:
        OnCallPromise.objects.create(group=self.group, weekday=weekday, starts=starts, ends=ends)


def a_roster(place: Place, *items: str, municipality: str = NACKA) -> Roster:
    """Make a group for the place's municipality with one function that may decide ``items``; nobody is on duty."""
    Unit.objects.filter(pk=place.municipality.unit_id or "").update(municipality_code=municipality)
    owner = Unit.objects.get(pk=place.municipality.unit_id or "")
    group = OnCallGroup.objects.create(
        name="Jour nordväst", owner=owner, municipalities=[municipality], valid_from=date(2020, 1, 1)
    )
    function = OnCallFunction.objects.create(group=group, label="Jourhavande bistånd", phone="08-000 90 01")
    for item in items or ("home_care_start", "safe_homecoming"):
        OnCallMandate.objects.create(function=function, item=item)
    return Roster(group, function, an_actor(owner, Role.UNIT_ADMIN))


def a_roster_on_duty(place: Place, *items: str, at: datetime = NOW) -> Roster:
    """The same, with the function on duty the whole week around ``at``."""
    roster = a_roster(place, *items)
    roster.on_duty(at - timedelta(days=3), at + timedelta(days=4))
    return roster


def office_hours(who: Actor, **dated: Any) -> None:
    """Register Monday to Friday 08.00–16.30 for the actor's unit; ``dated``: ``d20261228=None`` closes that day."""
    unit_id = str(who.unit_id)
    OpeningHours.objects.bulk_create(
        OpeningHours(unit_id=unit_id, weekday=day, opens=time(8), closes=time(16, 30)) for day in range(5)
    )
    for text, hours in dated.items():
        opens, closes = hours or (None, None)
        day = datetime.strptime(text, "d%Y%m%d").date()
        OpeningException.objects.create(unit_id=unit_id, day=day, opens=opens, closes=closes)
