"""Direktuppdatering i webbläsaren: another unit's act reaches an open page, which stands still under the pointer."""

from typing import Any

import pytest
from django.conf import settings
from django.urls import reverse
from django.utils import timezone
from playwright.sync_api import Browser, Page, expect

from discharge.actions.acknowledge import acknowledge
from discharge.models import Case
from lus.events.models import Event
from lus.organisations.actor import Actor
from tests.factories import Place, a_case, a_person, a_place, mark_ready, signed_in

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def place() -> Place:
    return a_place()


@pytest.fixture
def case(place: Place) -> Case:
    return a_case(place, at=timezone.now(), person=a_person("Åberg", "Anna"))


@pytest.fixture
def complaints(page: Page) -> list[str]:
    said: list[str] = []
    page.on("pageerror", lambda error: said.append(str(error)))
    page.on("console", lambda line: said.append(line.text) if line.type in ("error", "warning") else None)
    return said


def opens(page: Page, live_server: Any, actor: Actor, path: str) -> None:
    """Open ``path`` as ``actor`` and wait until the stream is there."""
    cookie = signed_in(actor).cookies[settings.SESSION_COOKIE_NAME]
    page.context.add_cookies([{"name": cookie.key, "value": cookie.value, "url": live_server.url}])
    with page.expect_response(
        lambda answer: answer.status == 304
    ):  # what it does when it hears the first word
        page.goto(live_server.url + path)


def acknowledged(place: Place, case: Case) -> None:
    message = Event.objects.get(case_id=case.pk, name="admission_notice_sent")
    acknowledge(case_id=case.pk, message_id=message.pk, actor=place.municipality, at=timezone.now())


def test_the_board_of_another_unit_changes_where_it_stands(
    live: int, page: Page, live_server: Any, place: Place, case: Case, complaints: list[str]
) -> None:
    opens(page, live_server, place.ward, reverse("board"))
    row = page.locator(f"#arende-{case.reference}")
    acknowledged(place, case)
    expect(row).to_contain_text("Ändrat nu")
    expect(row).to_contain_text("kvitterad")
    a_case(place, at=timezone.now(), person=a_person("Nykommen", "Nils"))
    expect(page.get_by_role("button", name="1 ny – visa")).to_be_visible()
    assert page.get_by_text("Nykommen").count() == 0
    page.get_by_role("button", name="1 ny – visa").click()
    expect(page.get_by_role("link", name="Nykommen, Nils")).to_be_visible()
    assert [line for line in complaints if "304" not in line] == []


def test_a_new_duty_waits_on_min_tur_until_it_is_asked_for(
    live: int, page: Page, live_server: Any, place: Place, case: Case
) -> None:
    opens(page, live_server, place.municipality, "/")
    before = page.locator("[data-row]").count()
    mark_ready(place, case, at=timezone.now())
    button = page.locator("#list-news button")
    expect(button).to_contain_text("– visa")
    assert page.locator("[data-row]").count() == before
    button.click()
    expect(
        page.locator("[data-row]", has_text="Klar att ta emot")
        .or_(page.locator("[data-row]", has_text="Meddela klar att ta emot"))
        .first
    ).to_be_visible()


def test_the_case_page_follows_and_says_who_changed_what(
    live: int, page: Page, live_server: Any, place: Place, case: Case
) -> None:
    opens(page, live_server, place.ward, reverse("case", args=[case.pk]))
    acknowledged(place, case)
    expect(page.locator("[data-block=main]")).to_contain_text("Kvitterat")
    expect(page.get_by_text("av Nacka.")).to_be_visible()
    page.get_by_text("Visa skillnad").click()
    expect(page.locator(".lus-news li").first).to_contain_text("Nacka:")


def test_an_open_form_is_never_replaced(
    live: int, page: Page, live_server: Any, place: Place, case: Case
) -> None:
    opens(page, live_server, place.ward, reverse("case", args=[case.pk]))
    page.get_by_role("link", name="Ändra beräknad utskrivning").last.click()
    dialog = page.get_by_role("dialog")
    typed = dialog.locator("input[inputmode=numeric]").first
    typed.fill("2031-01-01")
    acknowledged(place, case)
    expect(dialog.get_by_text("Uppgifterna ändrades")).to_be_visible()
    assert typed.input_value() == "2031-01-01"


def test_two_tabs_of_one_browser_share_one_stream(
    live: int, page: Page, live_server: Any, place: Place, case: Case
) -> None:
    opens(page, live_server, place.ward, reverse("board"))
    second = page.context.new_page()
    second.goto(live_server.url + reverse("board"))
    workers = page.evaluate("typeof SharedWorker")
    assert workers == "function"
    acknowledged(place, case)
    for tab in (page, second):
        expect(tab.locator(f"#arende-{case.reference}")).to_contain_text("Ändrat nu")


def test_a_lost_stream_is_said_and_the_page_asks_by_itself(
    page: Page, live_server: Any, place: Place, case: Case, settings: Any
) -> None:
    settings.LIVE_PORT = 1  # nobody listens there
    cookie = signed_in(place.ward).cookies[settings.SESSION_COOKIE_NAME]
    page.context.add_cookies([{"name": cookie.key, "value": cookie.value, "url": live_server.url}])
    page.clock.install()
    page.goto(live_server.url + reverse("board"))
    page.clock.run_for(8_000)
    expect(page.get_by_text("Ingen direktuppdatering – hämtar var 30:e sekund.")).to_be_visible()
    acknowledged(place, case)
    page.clock.run_for(35_000)
    expect(page.locator(f"#arende-{case.reference}")).to_contain_text("Ändrat nu")


def test_without_script_there_is_a_link_instead(browser: Browser, live_server: Any, place: Place) -> None:
    page = browser.new_context(java_script_enabled=False).new_page()
    cookie = signed_in(place.ward).cookies[settings.SESSION_COOKIE_NAME]
    page.context.add_cookies([{"name": cookie.key, "value": cookie.value, "url": live_server.url}])
    page.goto(live_server.url + reverse("board"))
    expect(page.get_by_role("link", name="Uppdatera")).to_be_visible()
    expect(page.get_by_text("Ingen direktuppdatering")).to_be_hidden()
    page.context.close()
