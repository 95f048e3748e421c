"""Jour i den påhittade länet: a group in Nacka with a gap this weekend, a ladder with a backup, and two channels."""

from datetime import date, datetime, time, timedelta
from uuid import UUID

from django.db import transaction

from lus.notifications.models import Channel, UnitChannel
from lus.on_call.models import OnCallFunction, OnCallGroup, OnCallMandate, OnCallPromise, OnCallShift
from lus.on_call.note_holes import note_holes
from lus.organisations.models import EscalationLadder
from lus.swedish_time import at_local, local_date

from .accounts import MUNICIPAL_HEALTH, RECEPTION
from .county_plan import NACKA, CountyPlan

FRIDAY, SATURDAY, SUNDAY = 4, 5, 6
EVENING, MORNING = time(16, 30), time(8)
WEEKS = 5
NEIGHBOURS = ("0186", "0187")


@transaction.atomic
def save_rosters(plan: CountyPlan, *, now: datetime) -> None:
    """Make the group once. Weekday nights are covered, and weekends but for this Saturday: a gap to find and fill."""
    owner = plan.named(RECEPTION).id
    if OnCallGroup.objects.filter(owner_id=owner).exists():
        return
    group = OnCallGroup.objects.create(
        name="LUSen-jour öst",
        owner_id=owner,
        municipalities=[NACKA, *NEIGHBOURS],
        valid_from=date(2020, 1, 1),
    )
    backup = _function(group, "Jourhavande chef", "08-000 90 02", ("short_term_place",))
    first = _function(
        group,
        "Jourhavande bistånd",
        "08-000 90 01",
        ("home_care_start", "home_care_increase", "safe_homecoming"),
    )
    OnCallFunction.objects.filter(pk=first.pk).update(backup=backup)
    for weekday in range(7):
        starts = MORNING if weekday in (SATURDAY, SUNDAY) else EVENING
        OnCallPromise.objects.create(group=group, weekday=weekday, starts=starts, ends=MORNING)
    _shifts(first, local_date(now))
    _settings(plan, owner=owner, now=now)
    note_holes(at=now)


def _function(group: OnCallGroup, label: str, phone: str, items: tuple[str, ...]) -> OnCallFunction:
    function = OnCallFunction.objects.create(group=group, label=label, phone=phone)
    for item in items:
        OnCallMandate.objects.create(function=function, item=item)
    return function


def _shifts(function: OnCallFunction, today: date) -> None:
    monday = today - timedelta(days=today.weekday())
    for ahead in range(7 * WEEKS):
        day = monday + timedelta(days=ahead)
        if ahead == SATURDAY:
            continue
        starts = MORNING if day.weekday() in (SATURDAY, SUNDAY) else EVENING
        OnCallShift.objects.create(
            function=function,
            starts_at=at_local(day, starts),
            ends_at=at_local(day + timedelta(days=1), MORNING),
        )


def _settings(plan: CountyPlan, *, owner: UUID, now: datetime) -> None:
    EscalationLadder.objects.create(
        unit_id=owner,
        normal=[120, 240, 360],
        after_opening=60,
        urgent=[30, 60, 90, 120],
        backup_id=plan.named(MUNICIPAL_HEALTH).id,
        set_at=now - timedelta(days=60),
        set_by="Mats Forsell",
    )
    for channel, address in ((Channel.EMAIL, "mottagningen@example.invalid"), (Channel.SMS, "+46700000001")):
        UnitChannel.objects.create(
            unit_id=owner, channel=channel, address=address, digest=channel == Channel.EMAIL
        )
