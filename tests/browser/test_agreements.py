"""Agreements in a real browser: no violation, no sideways scroll, and two persons activate one."""

from dataclasses import replace
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from discharge.actions.load_agreements import load_agreements
from discharge.rules.agreement_records import BY_KEY, RECORDS
from discharge.rules.amounts import AMOUNTS
from lus.organisations.roles import Role
from tests.factories import a_place, a_unit, an_actor

from .test_lists import SIZES, keep_picture, sign_in

pytestmark = pytest.mark.django_db(transaction=True)

LOCAL = replace(BY_KEY["statute"], key="local", title="lokalt", correction_deadline_day=12, region_code="99")


def sound(page: Page, name: str, width: int) -> None:
    keep_picture(page, f"{name}-{width}")
    found = Axe().run(page)
    assert found.violations_count == 0, f"{name}: {found.generate_report()}"
    assert page.evaluate("document.documentElement.scrollWidth") <= width, name


def goes_to(page: Page, link: str) -> None:
    """Follow a link, and wait until its page is there: axe cannot look at one that is leaving."""
    with page.expect_event("load"):
        page.get_by_role("link", name=link).click()


@pytest.mark.parametrize("size", SIZES)
def test_two_persons_activate_an_agreement(page: Page, live_server: Any, size: str) -> None:
    width, height = SIZES[size]
    page.set_viewport_size({"width": width, "height": height})
    load_agreements([*RECORDS, LOCAL], AMOUNTS)
    sign_in(page, live_server, a_place().municipality)
    goes_to(page, "Överenskommelser")
    sound(page, "overenskommelser", width)
    page.get_by_role("link", name="Föreslå aktivering").click()
    page.get_by_role("button", name="Föreslå", exact=True).click()
    sound(page, "foresla-fel", width)
    page.get_by_label("Betalning från och med").fill("2026-04-01")
    page.get_by_role("button", name="Föreslå", exact=True).click()
    expect(page.get_by_text("Väntar på godkännande")).to_be_visible()
    page.context.clear_cookies()
    sign_in(page, live_server, an_actor(a_unit("Avd 8"), Role.DISCHARGE_COORDINATOR))
    page.goto(f"{live_server.url}/agreements/")
    goes_to(page, "Godkänn")
    sound(page, "godkann", width)
    page.get_by_role("button", name="Godkänn").click()
    expect(page.get_by_text("Betalning från 2026-04-01.")).to_be_visible()
    sound(page, "aktiverad", width)
