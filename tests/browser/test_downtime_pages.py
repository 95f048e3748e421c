"""*Reservrutin* in a real browser: the page with everything on it, the opened list, and what is refused."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
import time_machine
from playwright.sync_api import Page, expect

from discharge.downtime.make_snapshots import make_snapshots
from discharge.rules.paper_blanks import BLANKS
from lus.downtime import mode, paper_forms
from tests.factories import NOW, Place, a_case, a_person, a_place, signed_in
from tests.rosters import a_roster_on_duty

from .test_every_page import faults, hand_session, is_complaint

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture(autouse=True)
def _ordinary(settings: Any, tmp_path: Path) -> Iterator[None]:
    settings.SPOOL_FOLDER = str(tmp_path)
    with time_machine.travel(NOW, tick=False):
        yield
        mode.turn_off(at=NOW)


@pytest.fixture
def place() -> Place:
    place = a_place()
    a_roster_on_duty(place, "home_care_start", at=NOW)
    a_case(place, person=a_person("Wikström", "Rolf"))
    a_case(place, person=a_person("Hemlig", "Hilda", protection="sekretessmarkering"))
    make_snapshots(at=NOW)
    return place


def test_the_page_and_the_list_are_sound(page: Page, live_server: Any, place: Place) -> None:
    paper_forms.make_pack(place.ward, BLANKS, 2, at=NOW)
    hand_session(page, place.ward, live_server)
    wrong: list[str] = []
    page.on("console", lambda line: wrong.append(line.text) if is_complaint(line) else None)
    for path in ("/downtime/", "/downtime/list/"):
        page.goto(live_server.url + path)
        wrong += [f"{path}: {what}" for what in faults(page)]
    expect(page.get_by_text("Wikström, Rolf").first).to_be_visible()
    expect(page.get_by_text("Hemlig")).to_have_count(0)
    mode.turn_on(at=NOW - timedelta(minutes=12), why="Planerat underhåll")
    for path in ("/downtime/", "/"):
        page.goto(live_server.url + path)
        expect(page.get_by_text("Skrivskyddat.", exact=True)).to_be_visible()
        wrong += [f"{path} off: {what}" for what in faults(page)]
    assert wrong == []


def test_what_is_refused_says_what_to_do(page: Page, live_server: Any, place: Place) -> None:
    client = signed_in(place.municipality)
    hand_session(page, place.municipality, live_server)
    page.goto(live_server.url)
    mode.turn_on(at=NOW, why="Planerat underhåll")
    assert client.get("/").status_code == 200
    page.get_by_role("button", name="Kvittera").first.click()
    expect(page.get_by_text("Inget har sparats: LUS är skrivskyddat")).to_be_visible()
    expect(page.get_by_text("Skriv på en pappersblankett").first).to_be_visible()
