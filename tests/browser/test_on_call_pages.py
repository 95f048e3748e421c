"""The roster, the unit's settings and the weekend list, with something in them, as axe and a telephone see them."""

from collections.abc import Iterator
from datetime import time, timedelta
from typing import Any

import pytest
import time_machine
from playwright.sync_api import Page

from discharge.actions.change_expected_discharge import change_expected_discharge
from lus.notifications.models import Channel, UnitChannel
from lus.organisations.actor import Actor
from lus.swedish_time import local_date
from tests.factories import NOW, Place, a_case
from tests.journeys.story import in_stockholm
from tests.rosters import Roster, a_roster, office_hours

from .test_every_page import faults, hand_session

pytestmark = pytest.mark.django_db(transaction=True)
SETTINGS = (
    "/unit/",
    "/unit/opening-hours/",
    "/unit/opening-hours/week/",
    "/unit/opening-hours/remove-exception/",
    "/unit/notifications/",
    "/unit/notifications/channel/",
    "/unit/escalation/",
    "/unit/escalation/change/",
    "/on-call/",
    "/on-call/add-shift/",
    "/on-call/swap/",
)


@pytest.fixture
def place() -> Iterator[Place]:
    with time_machine.travel(NOW, tick=False):
        yield in_stockholm()


@pytest.fixture
def roster(place: Place) -> Roster:
    office_hours(place.municipality, d20260430=None)
    roster = a_roster(place)
    roster.on_duty(NOW + timedelta(hours=8), NOW + timedelta(hours=20))
    roster.promises(4, time(16, 30), time(8))
    return roster


def wrong_on(page: Page, live_server: Any, actor: Actor, paths: tuple[str, ...]) -> list[str]:
    hand_session(page, actor, live_server)
    wrong = []
    for path in paths:
        answer = page.goto(live_server.url + path)
        assert answer is not None
        assert answer.status == 200, path
        wrong += [f"{path}: {what}" for what in faults(page)]
    return wrong


def test_the_administrators_pages_are_sound(page: Page, live_server: Any, roster: Roster) -> None:
    unit_id = roster.group.owner_id
    UnitChannel.objects.create(unit_id=unit_id, channel=Channel.SMS, address="+46700000001")
    assert wrong_on(page, live_server, roster.admin, SETTINGS) == []


def test_the_wards_pages_are_sound(page: Page, live_server: Any, place: Place, roster: Roster) -> None:
    case = a_case(place, at=NOW - timedelta(hours=1))
    saturday = local_date(NOW) + timedelta(days=4)
    change_expected_discharge(case_id=case.pk, actor=place.ward, at=NOW, new_date=saturday, reason="medical")
    acts = tuple(
        f"/discharge/{case.pk}/{slug}/"
        for slug in (
            "weekend-warning",
            "phone-contact",
            "on-call-contact",
            "mark-ready",
            "expected-discharge",
        )
    )
    paths = ("/on-call/", "/weekend-list/", f"/discharge/{case.pk}/", *acts)
    assert wrong_on(page, live_server, place.ward, paths) == []
