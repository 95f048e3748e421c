"""Granskningsunderlaget in a browser: sound in both sizes, a line disputed in four presses, without scripts too."""

from collections.abc import Iterator
from typing import Any

import pytest
import time_machine
from playwright.sync_api import Browser, Page, expect

from tests.discharge.actions.life import Life
from tests.discharge.actions.settlement_lives import APRIL, disputed, month_over, stayed
from tests.factories import an_officer
from tests.journeys.story import clock

from .people import a_colleague
from .test_every_page import faults, hand_session

pytestmark = pytest.mark.django_db(transaction=True)

GOAL = 4  # presses


@pytest.fixture(autouse=True)
def _at() -> Iterator[None]:
    with time_machine.travel(clock(APRIL, "12.00"), tick=True):
        yield


def test_a_line_is_disputed_in_four_presses(browser: Browser, live_server: Any) -> None:
    life = month_over()
    officer = a_colleague(browser, live_server, life.officer)
    officer.goes_to("/settlement/")
    officer.clicks = 0
    with officer.page.expect_event("load"):
        officer.press(officer.page.get_by_role("link", name="Bestrid"))
    officer.chooses("Fel tid")
    officer.types("Text", "Underrättelsen kom på eftermiddagen.")
    evidence = officer.page.get_by_label("Händelse som bevis")
    officer.clicks += 1
    evidence.select_option(index=1)
    officer.sends("Bestrid", "Raden är bestridd")
    assert officer.clicks <= GOAL
    event = life.last("payment_line_disputed")
    assert (event.data["reason"], bool(event.data["evidence"])) == ("wrong_time", True)
    assert officer.complaints == []
    officer.page.context.close()


def pages_of(life: Life) -> list[str]:
    about = f"/settlement/{life.case.pk}"
    return [
        "/settlement/?month=2026-02",
        f"/settlement/?month=2026-03&open={life.case.pk}",
        "/settlement/approve-all/?month=2026-03",
        "/settlement/close/?month=2026-03",
        *(f"{about}/{slug}/?month=2026-03" for slug in ("approve", "dispute", "answer")),
    ]


@pytest.mark.parametrize("who", ["officer", "region_officer"])
def test_every_page_of_the_review_is_sound(page: Page, live_server: Any, who: str) -> None:
    life = disputed()
    stayed(life.place)
    hand_session(page, getattr(life, who), live_server)
    wrong = []
    for path in pages_of(life):
        page.goto(live_server.url + path)
        wrong += [f"{path}: {what}" for what in faults(page)]
    assert wrong == []


def test_the_month_is_read_and_a_line_approved_without_scripts(browser: Browser, live_server: Any) -> None:
    life = month_over()
    page = browser.new_context(java_script_enabled=False, locale="sv-SE").new_page()
    hand_session(page, an_officer(life.municipality), live_server)
    page.goto(f"{live_server.url}/settlement/")
    expect(page.locator("h1")).to_have_text("Granskningsunderlag")
    page.get_by_role("link", name="Visa dagar").click()
    expect(page.locator(".lus-strip")).to_be_visible()
    page.get_by_role("link", name="Godkänn ", exact=False).last.click()
    page.get_by_role("button", name="Godkänn").click()
    expect(page.get_by_text("Godkänd av kommunen.")).to_be_visible()
    page.context.close()
