"""Forms and acts in a real browser: they fill themselves, stand in a dialog, and can be sent with or without script."""

import os
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.conf import settings
from django.urls import reverse
from playwright.sync_api import Browser, Page

from discharge.models import Case
from lus.organisations.actor import Actor
from lus.organisations.models import Principal, Unit
from tests.factories import Place, a_case, a_person, a_place, signed_in

pytestmark = pytest.mark.django_db(transaction=True)

SIZES = {"1366": (1366, 768), "360": (360, 740)}
PICTURES = os.environ.get("LUS_PICTURES", "")  # a folder: pages are kept there as pictures, to be looked at


@pytest.fixture
def place() -> Place:
    found = a_place("Avdelning 72", "Mottagningen Nacka", "Vårdcentralen Solen")
    reception = Unit.objects.select_related("principal").get(name="Mottagningen Nacka")
    Principal.objects.filter(pk=reception.principal_id).update(name="Nacka kommun", code="0182")
    Unit.objects.filter(pk=reception.pk).update(municipality_code="0182", phone="08-000 00 01")
    Unit.objects.filter(name="Vårdcentralen Solen").update(municipality_code="0182", phone="08-000 00 02")
    return found


@pytest.fixture
def complaints(page: Page) -> Iterator[list[str]]:
    said: list[str] = []
    page.on(
        "console", lambda message: said.append(message.text) if message.type in ("error", "warning") else None
    )
    page.on("pageerror", lambda error: said.append(str(error)))
    yield said
    assert said == []


def sign_in(page: Page, actor: Actor, live_server: Any) -> None:
    """Hand the browser a session of ``actor``."""
    cookie = signed_in(actor).cookies[settings.SESSION_COOKIE_NAME]
    page.context.add_cookies([{"name": cookie.key, "value": cookie.value, "url": live_server.url}])


def judge(page: Page, name: str, size: str) -> None:
    """Look at the page as axe does, and for anything that sticks out; keep a picture if asked to."""
    if PICTURES:
        Path(PICTURES).mkdir(parents=True, exist_ok=True)
        page.screenshot(path=f"{PICTURES}/{name}-{size}.png", full_page=True)
    found = Axe().run(page).response["violations"]
    assert [(rule["id"], [node["target"] for node in rule["nodes"]]) for rule in found] == []
    assert page.evaluate("document.documentElement.scrollWidth") <= SIZES[size][0]


@pytest.fixture(params=list(SIZES))
def size(request: pytest.FixtureRequest, page: Page) -> str:
    width, height = SIZES[request.param]
    page.set_viewport_size({"width": width, "height": height})
    return str(request.param)


def test_the_ready_notice_before_and_after_a_mistake(
    page: Page, live_server: Any, complaints: list[str], place: Place, size: str
) -> None:
    case = a_case(place, at=datetime.now(UTC).replace(microsecond=0) - timedelta(hours=3))
    sign_in(page, place.ward, live_server)
    page.goto(f"{live_server.url}{reverse('mark_ready_for_discharge', args=[case.pk])}")
    judge(page, "ready", size)


def test_the_new_notice_fills_itself(
    page: Page, live_server: Any, complaints: list[str], place: Place, size: str
) -> None:
    person = a_person(
        "Ebers",
        "Andreas",
        street="Exempelvägen 7",
        registered_municipality="0182",
        listed_unit_id=place.primary_care.unit_id,
    )
    sign_in(page, place.ward, live_server)
    page.goto(f"{live_server.url}{reverse('new_notice')}")
    judge(page, "new-notice-empty", size)
    page.get_by_label("Personnummer", exact=True).fill(person.identifier)
    page.get_by_label("Kommunal hälso- och sjukvård").check()
    page.get_by_label("+3 dagar").check()
    page.get_by_text("Listad här").wait_for()
    judge(page, "new-notice", size)
    page.get_by_role("button", name="Skicka inskrivningsmeddelande").click()
    page.get_by_text("till 2 enheter").wait_for()
    assert "Ebers" in page.inner_text("h1")


def test_an_act_opens_in_a_dialog_and_sends_from_there(
    page: Page, live_server: Any, complaints: list[str], place: Place
) -> None:
    case = a_case(place, at=datetime.now(UTC).replace(microsecond=0) - timedelta(hours=3))
    sign_in(page, place.ward, live_server)
    page.goto(f"{live_server.url}{reverse('case', args=[case.pk])}")
    page.get_by_role("link", name="Utskrivningsklar", exact=True).last.click()
    page.get_by_role("dialog").get_by_label("Behandlande läkare").fill("Jonas Ek")
    page.get_by_role("dialog").get_by_label("Samtycke").check()
    judge(page, "ready-dialog", "1366")
    page.get_by_role("button", name="Skicka underrättelse").click()
    page.get_by_text("till 2 enheter").wait_for()
    assert Case.objects.get(pk=case.pk).readiness == "ready"


def test_without_script_everything_can_be_sent(browser: Browser, live_server: Any, place: Place) -> None:
    person = a_person(registered_municipality="0182", listed_unit_id=place.primary_care.unit_id)
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    sign_in(page, place.ward, live_server)
    page.goto(f"{live_server.url}{reverse('new_notice')}")
    page.get_by_label("Personnummer", exact=True).fill(person.identifier)
    page.get_by_label("Kommunal hälso- och sjukvård").check()
    page.get_by_label("I morgon").check()
    page.get_by_role("button", name="Föreslå mottagare").click()
    assert page.get_by_text("Listad här").is_visible()
    page.get_by_role("button", name="Skicka inskrivningsmeddelande").click()
    assert page.get_by_text("till 2 enheter").is_visible()
    page.get_by_role("link", name="Utskrivningsklar", exact=True).last.click()
    page.get_by_label("Behandlande läkare").fill("Jonas Ek")
    page.get_by_label("Samtycke").check()
    page.get_by_role("button", name="Skicka underrättelse").click()
    assert Case.objects.get(person=person).readiness == "ready"
    context.close()
