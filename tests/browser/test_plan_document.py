"""Two units write in the same plan at once, in two browsers: neither loses a word, and the page is sound meanwhile."""

from collections.abc import Iterator
from typing import Any

import pytest
import time_machine
from playwright.sync_api import Browser, expect

from sip.queries.plan_facts import own_events
from sip.rules.document.fold_document import fold_document
from tests.factories import NOW
from tests.sip.outside import Outside, around_home

from .people import a_colleague
from .test_every_page import faults

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def home() -> Iterator[Outside]:
    with time_machine.travel(NOW, tick=False):
        outside = around_home()
        outside.begins()
        yield outside


def test_two_write_in_the_same_row(browser: Browser, live_server: Any, home: Outside) -> None:
    address = f"/sip/{home.plan.pk}/document/"
    nurse, social = (a_colleague(browser, live_server, who) for who in (home.nurse, home.social))
    for one in (nurse, social):
        one.goes_to(address)
        one.press(one.page.locator("#add-important a"))
        expect(one.page.get_by_label("Personens ord")).to_be_visible()
    nurse.types("Personens ord", "Att få bo hemma med katten.")
    nurse.presses("Spara")
    expect(nurse.page.locator("#rows-important article")).to_contain_text("med katten")
    social.types("Personens ord", "Att slippa flytta.")
    social.presses("Spara")
    both = social.page.locator("#rows-important table")
    expect(both).to_contain_text("Att få bo hemma med katten.")
    expect(both).to_contain_text("Att slippa flytta.")
    assert list(faults(social.page)) == []
    # Meanwhile the nurse adds two goals, one after the other, without leaving the page.
    for words in ("Duscha själv.", "Gå till affären."):
        nurse.press(nurse.page.locator("#add-goal a"))
        nurse.page.locator("#rows-goal form").get_by_label("Mål", exact=True).fill(words)
        nurse.page.locator("#rows-goal form").get_by_role("button", name="Spara").click()
        expect(nurse.page.locator("#rows-goal article").last).to_contain_text(words)
    assert list(faults(nurse.page)) == []
    social.types("Personens ord", "Att få bo hemma med katten, och slippa flytta.")
    social.presses("Spara min")
    expect(social.page.locator("#rows-important article")).to_contain_text("slippa flytta")
    rows = fold_document(own_events(home.plan.pk)).rows
    assert [row.section for row in rows] == ["important", "goal", "goal"]
    assert nurse.complaints == []
    assert [line for line in social.complaints if "409" not in line] == []
