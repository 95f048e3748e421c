"""Opening hours and roster: how each promise of their tables would be broken."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

from discharge.models import WeekendEdition
from lus.notifications.models import UnitChannel
from lus.on_call.models import OnCallMandate, OnCallPromise, OnCallShift, RosterTask
from lus.organisations.models import OpeningException
from tests.discharge.actions.life import Life
from tests.factories import NOW
from tests.rosters import a_roster

HOUR = timedelta(hours=1)


def _exception(life: Life, **hours: Any) -> None:
    OpeningException.objects.create(unit_id=str(life.ward.unit_id), day=date(2026, 12, 24), **hours)


def _two_exceptions(life: Life) -> None:
    for _ in range(2):
        _exception(life)


def _channel(life: Life, **columns: Any) -> UnitChannel:
    given = {"channel": "email", "address": "a@example.invalid", **columns}
    return UnitChannel.objects.create(unit_id=str(life.ward.unit_id), **given)


def _task(life: Life) -> None:
    group = a_roster(life.place).group
    for _ in range(2):
        RosterTask.objects.create(group=group, starts_at=NOW, ends_at=NOW + HOUR, created_at=NOW)


def _mandate(life: Life) -> None:
    OnCallMandate.objects.create(function=a_roster(life.place, "aids").function, item="aids")


def _agreement(life: Life) -> None:
    group = a_roster(life.place).group
    group.valid_to = date(2019, 1, 1)
    group.save()


PROMISES_OF_ON_CALL: dict[str, Callable[[Life], Any]] = {
    "one_exception_per_day": _two_exceptions,
    "an_exception_closes_after_it_opens": lambda life: _exception(life, opens="12:00", closes="08:00"),
    "a_mandate_is_given_once": _mandate,
    "an_on_call_agreement_ends_after_it_begins": _agreement,
    "a_shift_ends_after_it_starts": lambda life: OnCallShift.objects.create(
        function=a_roster(life.place).function, starts_at=NOW, ends_at=NOW
    ),
    "promised_weekday_is_0_to_6": lambda life: OnCallPromise.objects.create(
        group=a_roster(life.place).group, weekday=7, starts="08:00", ends="09:00"
    ),
    "one_open_task_per_hole": _task,
    "one_weekend_list_per_edition": lambda life: [
        WeekendEdition.objects.create(friday=date(2026, 3, 6), edition="friday", made_at=NOW, case_ids=[])
        for _ in range(2)
    ],
    "one_address_per_channel": lambda life: (_channel(life), _channel(life, address="b@example.invalid")),
    "a_channel_closes_after_it_opens": lambda life: _channel(life, opens="12:00", closes="08:00"),
}
