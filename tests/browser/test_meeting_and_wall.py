"""The meeting by keys alone, the wall that fetches itself, and the board's choices: in a real browser, both sizes."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from discharge.models import Case
from tests.browser.test_lists import SIZES, keep_picture, sign_in
from tests.factories import Place, a_case, a_person, a_place, mark_ready

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def place() -> Place:
    found, now = a_place("Avdelning 72", "Nacka kommun", "Vårdcentralen Solen"), datetime.now(UTC)
    for number, name in enumerate(("Nyström", "Åberg", "Hemlig")):
        protection = "sekretessmarkering" if name == "Hemlig" else "none"
        case = a_case(found, at=now - timedelta(days=5), person=a_person(name, "Anna", protection=protection))
        if number != 1:
            mark_ready(found, case, at=now - timedelta(days=3 - number))
    a_case(found, at=now - timedelta(hours=1), person=a_person("Nykommen", "Nils"))
    return found


def sound(page: Page, name: str) -> None:
    """No violation and no sideways scroll, on a ward's screen and on a telephone."""
    for size, (width, height) in SIZES.items():
        page.set_viewport_size({"width": width, "height": height})
        keep_picture(page, f"{name}-{size}")
        found = Axe().run(page)
        assert found.violations_count == 0, f"{name}: {found.generate_report()}"
        assert page.evaluate("document.documentElement.scrollWidth") <= width, name
    page.set_viewport_size({"width": 1366, "height": 768})


def test_a_meeting_is_held_by_keys_alone(page: Page, live_server: Any, place: Place) -> None:
    sign_in(page, live_server, place.ward)
    page.keyboard.press("g")
    page.keyboard.press("b")
    page.wait_for_url("**/discharge/board/")
    page.get_by_role("button", name="Starta mötesläge").press("Enter")
    expect(page.get_by_text("1 av 4")).to_be_visible()
    first = page.locator("h1").inner_text()
    sound(page, "mote")
    page.keyboard.press("ArrowRight")
    expect(page.get_by_text("2 av 4")).to_be_visible()
    page.keyboard.press("ArrowLeft")
    expect(page.locator("h1")).to_have_text(first)
    for number in (2, 3, 4):
        page.keyboard.press("ArrowRight")
        expect(page.get_by_text(f"{number} av 4")).to_be_visible()
        page.wait_for_load_state("load")
    page.keyboard.press("ArrowRight")
    page.wait_for_url("**/discharge/board/")


def test_a_wall_is_let_in_by_its_code_and_follows(
    page: Page, browser: Browser, live_server: Any, place: Place
) -> None:
    sign_in(page, live_server, place.ward)
    page.goto(f"{live_server.url}/discharge/wall/")
    page.get_by_role("button", name="Skapa kod").click()
    code = page.locator(".lus-wall__code").inner_text()
    sound(page, "vaggskarm-kod")
    wall = browser.new_context(locale="sv-SE").new_page()
    wall.goto(f"{live_server.url}/wall/")
    sound(wall, "vaggskarm-in")
    wall.get_by_label("Kod från Tavlan").fill(code)
    wall.get_by_role("button", name="Visa tavlan").click()
    expect(wall.get_by_text("4 pågående ärenden utan namn")).to_be_visible()
    sound(wall, "vaggskarm")
    assert "Åberg" not in wall.content()
    new = a_case(place, at=datetime.now(UTC), person=a_person("Ytterligare", "Yngve"))
    expect(wall.get_by_text(new.reference)).to_be_visible(timeout=30_000)
    wall.context.close()


def test_choosing_keeping_and_seeing(page: Page, live_server: Any, place: Place) -> None:
    sign_in(page, live_server, place.municipality)
    page.goto(f"{live_server.url}/discharge/board/")
    page.get_by_role("link", name="Urval och kolumner").click()
    sound(page, "tavlan-urval")
    page.get_by_label("Ändrat sedan i går").check()
    page.get_by_label("Hemgångsklar · orsak").check()
    page.get_by_role("button", name="Visa urval").click()
    expect(page.get_by_role("columnheader", name="Hemgångsklar · orsak")).to_be_hidden()
    expect(page.get_by_role("link", name="Nykommen, Nils")).to_be_visible()
    page.get_by_role("link", name="Urval och kolumner").click()
    page.get_by_label("Spara som vy").fill("Nytt i dag")
    page.get_by_role("button", name="Spara vy").click()
    expect(page.get_by_role("link", name="Nytt i dag")).to_be_visible()
    sound(page, "tavlan-vy")


def test_a_row_is_selected_by_x_and_marked_as_seen(page: Page, live_server: Any, place: Place) -> None:
    case = Case.objects.get(person__family_name="Nykommen")
    sign_in(page, live_server, place.municipality)
    page.goto(f"{live_server.url}/discharge/board/")
    row = page.locator(f"#arende-{case.reference}")
    expect(row.locator(".lus-new")).to_have_text("Nytt")
    row.locator("a.lus-person").focus()
    page.keyboard.press("x")
    expect(row).to_have_attribute("aria-selected", "true")
    page.get_by_role("button", name="Markera som sett").click()
    expect(page.locator(f"#arende-{case.reference} .lus-new")).to_have_count(0)
