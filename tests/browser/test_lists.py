"""Log-in, Min tur and Tavlan in a real browser: no violation, no sideways scroll, rows that change where they stand."""

import os
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from discharge.models import Case
from lus.deadlines.sweep import sweep_due
from lus.organisations.actor import Actor
from lus.organisations.models import User
from tests.factories import PASSWORD, Place, a_case, a_person, a_place, mark_ready

pytestmark = pytest.mark.django_db(transaction=True)

SIZES = {"1366": (1366, 768), "360": (360, 740)}
PICTURES = os.environ.get("LUS_PICTURES", "")  # a folder: pages are kept there as pictures, to be looked at
PAGES = {
    "min-tur": "/",
    "tavlan": "/discharge/board/",
    "tavlan-fristdagar": "/discharge/board/?view=over_grace",
    "tavlan-tom": "/discharge/board/?view=home_soon",
    "tavlan-utskrift": "/discharge/board/?print=1",
    "byt-uppdrag": "/assignment/",
    "finns-inte": "/nowhere/",
}
# family name, given name, protected, days ago, days since ready (None: not ready)
PATIENTS = (
    ("Nyström", "Gun-Britt", "none", 9, 8),
    ("Af Söderhielm-Bergenstråhle", "Anna-Karin", "none", 4, 2),
    ("Hemlig", "Person", "sekretessmarkering", 3, 0),
    ("Åberg", "Anna", "none", 0, None),
)


@pytest.fixture
def now() -> datetime:
    return datetime.now(UTC).replace(microsecond=0)


@pytest.fixture
def place(now: datetime) -> Place:
    found = a_place("Avdelning 72", "Nacka kommun", "Vårdcentralen Solen")
    for family, given, protection, came, ready in PATIENTS:
        person = a_person(family, given, protection=protection)
        case = a_case(found, at=now - timedelta(days=came, hours=1), person=person, in_days=came + 4)
        if ready is not None:
            mark_ready(found, case, at=now - timedelta(days=ready, minutes=30))
    sweep_due(at=now)
    return found


@pytest.fixture
def complaints(page: Page) -> list[str]:
    said: list[str] = []
    page.on("pageerror", lambda error: said.append(str(error)))
    page.on("console", lambda line: said.append(line.text) if line.type in ("error", "warning") else None)
    return said


def sign_in(page: Page, live_server: Any, actor: Actor) -> None:
    page.goto(f"{live_server.url}/login/")
    page.get_by_label("Användarnamn").fill(User.objects.get(pk=str(actor.user_id)).username)
    page.get_by_label("Lösenord").fill(PASSWORD)
    page.get_by_role("button", name="Logga in").click()
    page.wait_for_url(f"{live_server.url}/")


def keep_picture(page: Page, name: str) -> None:
    if PICTURES:
        page.screenshot(path=Path(PICTURES) / f"{name}.png", full_page=True)


@pytest.mark.parametrize("size", SIZES)
def test_the_lists_are_sound(page: Page, live_server: Any, place: Place, size: str) -> None:
    width, height = SIZES[size]
    page.set_viewport_size({"width": width, "height": height})
    sign_in(page, live_server, place.municipality)
    for name, address in PAGES.items():
        page.goto(live_server.url + address)
        keep_picture(page, f"{name}-{size}")
        found = Axe().run(page)
        assert found.violations_count == 0, f"{name}: {found.generate_report()}"
        assert page.evaluate("document.documentElement.scrollWidth") <= width, name
    page.get_by_role("button", name="Logga ut").click()
    page.wait_for_url(f"{live_server.url}/login/")
    keep_picture(page, f"logga-in-{size}")
    assert Axe().run(page).violations_count == 0


def test_kvittera_keeps_the_row_and_moves_on(
    page: Page, live_server: Any, place: Place, complaints: list[str]
) -> None:
    sign_in(page, live_server, place.municipality)
    row = page.locator("[data-row]").first
    identity = row.get_attribute("id")
    row.locator("button[data-verb]").click()
    done = page.locator(f"#{identity}.lus-row-done")
    expect(done).to_contain_text("Kvitterad")
    assert page.evaluate("document.activeElement.closest('[data-row]').previousElementSibling.id") == identity
    assert complaints == []


def test_the_board_changes_rows_in_place_and_lets_new_ones_wait(
    page: Page, live_server: Any, place: Place, now: datetime, complaints: list[str]
) -> None:
    sign_in(page, live_server, place.municipality)
    page.goto(f"{live_server.url}/discharge/board/")
    row = page.locator(f"#arende-{Case.objects.get(person__family_name='Åberg').reference}")
    expect(row).to_contain_text("Meddelande skickat")
    mark_ready(place, Case.objects.get(person__family_name="Åberg"), at=now)
    a_case(place, at=now, person=a_person("Nykommen", "Nils"))
    fetch_again(page)
    expect(row).to_contain_text("Ändrat nu")
    assert page.get_by_text("Nykommen").count() == 0
    page.get_by_role("button", name="1 ny – visa").click()
    expect(page.get_by_role("link", name="Nykommen, Nils")).to_be_visible()
    fetch_again(page)  # nothing new: 304, and the page stays as it is
    expect(page.get_by_role("link", name="Nykommen, Nils")).to_be_visible()
    assert [line for line in complaints if "304" not in line] == []


def fetch_again(page: Page) -> None:
    """What the page does by itself when it hears of a change."""
    with page.expect_response(lambda answer: "/discharge/board/" in answer.url):
        page.evaluate("htmx.trigger('#board-part', 'live')")


def test_everything_works_without_script(browser: Browser, live_server: Any, place: Place) -> None:
    context = browser.new_context(java_script_enabled=False, locale="sv-SE")
    page = context.new_page()
    sign_in(page, live_server, place.municipality)
    waiting = page.locator("button[data-verb]").count()
    page.locator("button[data-verb]").first.click()
    expect(page.get_by_text("Kvitterad")).to_be_visible()
    assert page.locator("button[data-verb]").count() == waiting - 1
    page.get_by_role("link", name="Tavlan").first.click()
    page.get_by_role("link", name="Över fristdagar").click()
    assert page.locator("[data-row]").count() == 1
    context.close()
