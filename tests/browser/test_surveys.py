"""A survey in the browser: the sheet, the QR's fragment, the questions for grown-ups and children, and the result."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from io import BytesIO
from typing import Any

import pytest
import time_machine
from django.core.cache import cache
from playwright.sync_api import Browser, Page, expect
from pypdf import PdfReader

from followup.models import Answer, CountedMeeting
from tests.factories import NOW, Place, a_place
from tests.followup.people import answered, draw

from .test_every_page import faults, hand_session
from .test_lists import keep_picture

pytestmark = pytest.mark.django_db(transaction=True)
LAST_YEAR = datetime(2025, 2, 10, 9, 0, tzinfo=UTC)


@pytest.fixture
def place() -> Iterator[Place]:
    cache.clear()
    with time_machine.travel(NOW, tick=False):
        yield a_place()


def sound(page: Page, name: str) -> list[str]:
    """What is wrong with the page; its picture in each size on the way."""
    for width, height in ((1366, 768), (360, 740)):
        page.set_viewport_size({"width": width, "height": height})
        keep_picture(page, f"{name}-{width}")
    return [f"{name}: {what}" for what in faults(page)]


def test_from_the_sheet_to_the_result(browser: Browser, page: Page, live_server: Any, place: Place) -> None:
    for quarter, steps in enumerate(([5, 5, 4, 2, 1, 4], [5, 4], [3] * 4 + [5], [4] * 7)):
        answered(place.primary_care, *steps, at=LAST_YEAR + timedelta(days=90 * quarter), unused=3)
    for _ in range(5):
        facts = {"digital": True, "premeeting": False, "group_older": True}
        CountedMeeting.objects.create(unit_id=str(place.primary_care.unit_id), quarter="2025-Q1", facts=facts)
    hand_session(page, place.primary_care, live_server)
    page.goto(live_server.url)
    with page.expect_event("load"):
        page.get_by_role("link", name="Enkäter").first.click()
    expect(page.get_by_role("heading", name="Resultat för Vårdcentralen Solen")).to_be_visible()
    page.get_by_text("Mötena ni lett").click()
    expect(page.get_by_role("rowheader", name="Digitalt möte")).to_be_visible()
    wrong = sound(page, "enkater")
    page.get_by_label("Barn").check()
    page.get_by_label("Antal blad").fill("2")
    with page.expect_event("load"):
        page.get_by_role("button", name="Ta fram blad").click()
    expect(page.get_by_role("heading", name="2 blad att dela ut")).to_be_visible()
    wrong += sound(page, "blad")
    paper = PdfReader(BytesIO(page.pdf(prefer_css_page_size=True)))
    assert [round(one.mediabox.height) for one in paper.pages] == [842, 842]  # A4 standing, a code on each
    code = page.locator(".lus-sheet-letter__code").first.inner_text()
    wrong += answer_on_a_phone(browser, live_server, code)
    assert wrong == []
    assert Answer.objects.get(pool__round__kind="sip_child").values == {"B1": 3, "B3": 1}


def answer_on_a_phone(browser: Browser, live_server: Any, code: str) -> list[str]:
    """Open what the QR says, and answer as a child does; nothing of the code stays in the address."""
    phone = browser.new_context(locale="sv-SE").new_page()
    said: list[str] = []
    phone.on("console", lambda line: said.append(line.text) if line.type in ("error", "warning") else None)
    phone.goto(f"{live_server.url}/enkat/#{code}")
    expect(phone.get_by_label("Kod")).to_have_value(code)
    assert code not in phone.url
    wrong = sound(phone, "kod")
    with phone.expect_event("load"):
        phone.get_by_role("button", name="Visa frågorna").click()
    wrong += sound(phone, "fragor-barn")
    phone.get_by_role("group", name="1. ").get_by_label("Ja").check()
    phone.get_by_role("group", name="3. ").get_by_label("Nej").check()
    with phone.expect_event("load"):
        phone.get_by_role("button", name="Skicka svaren").click()
    expect(phone.get_by_role("heading", name="Tack för ditt svar!")).to_be_visible()
    assert phone.context.cookies() == []
    phone.context.close()
    return wrong + said


def test_without_script_the_code_is_typed_and_a_name_is_taken_away(
    browser: Browser, page: Page, live_server: Any, place: Place
) -> None:
    (code,) = draw(place.primary_care, at=NOW)
    assert looked_at(page, live_server, code) == []
    page = browser.new_context(java_script_enabled=False, locale="sv-SE").new_page()
    page.goto(f"{live_server.url}/enkat/")
    page.get_by_label("Kod").fill(code.lower().replace("-", " "))
    page.get_by_role("button", name="Visa frågorna").click()
    page.get_by_role("group", name="2. ").get_by_label("Stämmer helt").check()
    page.get_by_label("Vill du berätta något mer?").fill("Ring mig på 070-123 45 67.")
    page.get_by_role("button", name="Skicka svaren").click()
    expect(page.locator("mark")).to_have_text("070-123 45 67")
    page.get_by_label("Vill du berätta något mer?").fill("Alla lyssnade.")
    page.get_by_role("button", name="Skicka svaren").click()
    expect(page.get_by_role("heading", name="Tack för ditt svar!")).to_be_visible()
    assert Answer.objects.get().values == {"P2": 5}
    page.context.close()


def looked_at(page: Page, live_server: Any, code: str) -> list[str]:
    """What is wrong with a grown-up's questions, with a refusal among them."""
    page.goto(f"{live_server.url}/enkat/#{code}")
    page.get_by_role("button", name="Visa frågorna").click()
    page.get_by_label("Vill du berätta något mer?").fill("Ring mig på 070-123 45 67.")
    page.get_by_role("button", name="Skicka svaren").click()
    page.get_by_text("Här i texten").wait_for()
    return sound(page, "fragor-text")
