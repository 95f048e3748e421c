"""*Enheten* in a real browser: sound in both sizes, and rules moved, tried and saved by keyboard alone."""

import re
from collections.abc import Iterator
from typing import Any

import pytest
import time_machine
from django.urls import reverse
from playwright.sync_api import Page, expect

from lus.organisations.actor import Actor
from lus.organisations.models import Route, RoutingChange, RoutingRule, Unit, UnitKind
from lus.organisations.roles import Role
from lus.swedish_time import local_date
from tests.factories import NOW, Place, a_case, a_person, a_unit, an_actor
from tests.journeys.story import in_stockholm

from .test_every_page import faults, hand_session

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def place() -> Iterator[Place]:
    with time_machine.travel(NOW, tick=False):
        yield in_stockholm()


@pytest.fixture
def admin(place: Place) -> Actor:
    unit = Unit.objects.select_related("principal").get(pk=str(place.municipality.unit_id))
    Unit.objects.filter(pk=unit.pk).update(municipality_code="0182")
    elders = a_unit("Nacka äldre", UnitKind.RECEPTION, principal=unit.principal, municipality_code="0182")
    for order, (target, ages) in enumerate(((elders, "65+"), (unit, "")), start=1):
        RoutingRule.objects.create(
            principal=unit.principal,
            municipality_code="0182",
            route=Route.MUNICIPALITY,
            order=order,
            ages=ages,
            target=target,
            valid_from="2020-01-01",
        )
    return an_actor(unit, Role.UNIT_ADMIN)


@pytest.mark.parametrize("name", ["unit", "change_routing_rules", "routing_errors"])
def test_the_administrators_pages_are_sound(
    page: Page, live_server: Any, place: Place, admin: Actor, name: str
) -> None:
    closed = a_case(place, person=a_person(registered_municipality="0182"))
    Unit.objects.filter(pk=str(place.municipality.unit_id)).update(closed_on=local_date(NOW))
    hand_session(page, admin, live_server)
    page.goto(live_server.url + reverse(name))
    expect(page.locator("h1")).to_have_count(1)
    assert list(faults(page)) == []
    if name == "unit":
        expect(page.get_by_text(closed.reference)).to_be_visible()


def test_a_rule_is_removed_tried_and_saved_and_no_patient_is_shown(
    page: Page, live_server: Any, place: Place, admin: Actor
) -> None:
    person = a_person("Ljungberg", registered_municipality="0182")
    case = a_case(place, person=person)
    hand_session(page, admin, live_server)
    page.goto(live_server.url + reverse("change_routing_rules"))
    page.get_by_role("button", name=re.compile("^Ta bort.*regel 1$")).press("Enter")
    page.get_by_role("button", name="Provkör 30 dagar").press("Enter")
    expect(page.get_by_text("1 av 1 ärenden skulle ha gått någon annanstans.")).to_be_visible()
    expect(page.get_by_text(case.reference)).to_be_visible()
    expect(page.get_by_text("Ljungberg")).to_have_count(0)
    assert list(faults(page)) == []
    page.get_by_role("button", name="Spara ändring").press("Enter")
    expect(page.get_by_text("Sparat. Gäller från 2026-03-03.")).to_be_visible()
    assert RoutingChange.objects.get().name == admin.name
