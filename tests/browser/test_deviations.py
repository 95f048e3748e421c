"""A deviation in the browser: from the message that came late to the ward's list, and how the pages look to axe."""

from collections.abc import Iterator
from typing import Any

import pytest
import time_machine
from django.urls import reverse
from playwright.sync_api import Browser, Page, expect

from deviations.actions.sweep_candidates import look_again
from deviations.models import Deviation
from tests.factories import NOW, Place, a_case, mark_ready
from tests.journeys.story import in_stockholm

from .people import a_colleague
from .test_every_page import faults, hand_session

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def place() -> Iterator[Place]:
    with time_machine.travel(NOW, tick=False):
        yield in_stockholm()


def test_from_a_late_message_to_the_wards_list(browser: Browser, live_server: Any, place: Place) -> None:
    case = a_case(place)
    reception, ward = (a_colleague(browser, live_server, who) for who in (place.municipality, place.ward))
    reception.goes_to(reverse("case", args=[case.pk]))
    with reception.page.expect_event("load"):
        reception.press(reception.page.get_by_role("link", name="rapportera Inskrivningsmeddelande"))
    reception.sees("Utgår från", "Inskrivningsmeddelande skickat")
    reception.types("Beskriv händelsen", "Meddelandet om 900602-2397 kom dagen efter.")
    reception.chooses("Oro, obehag")
    with reception.page.expect_event("load"):
        reception.presses("Skicka avvikelse")
    expect(reception.page.locator("mark")).to_have_text("900602-2397")
    reception.types("Beskriv händelsen", "Meddelandet kom dagen efter. Dr Ekman lovade besked.")
    with reception.page.expect_event("load"):
        reception.presses("Skicka avvikelse")
    reception.chooses("Något som liknar en medarbetares namn")
    with reception.page.expect_event("load"):
        reception.presses("Till del 2")
    reception.types("Förslag till förbättring", "Skicka före lunch.")
    with reception.page.expect_event("load"):
        reception.presses("Skicka avvikelse")
    number = Deviation.objects.get().number
    reception.sees(f"Numret är {number}")
    ward.goes_to("/")
    with ward.page.expect_event("load"):
        ward.press(ward.page.get_by_role("link", name="Avvikelser").first)
    with ward.page.expect_event("load"):
        ward.press(ward.page.get_by_role("link", name=number))
    ward.sees("Dr Ekman lovade besked", "Skicka före lunch.")
    assert reception.complaints == [line for line in reception.complaints if "422" in line]
    assert ward.complaints == []


def test_the_pages_are_sound(page: Page, live_server: Any, place: Place) -> None:
    case = a_case(place)
    hand_session(page, place.municipality, live_server)
    page.goto(f"{live_server.url}{reverse('report_deviation', args=[case.pk])}")
    wrong = [f"empty: {what}" for what in faults(page)]
    page.get_by_label("Beskriv händelsen").fill("Dr Ekman, 900602-2397, lovade att ringa oss.")
    page.get_by_role("button", name="Skicka avvikelse").click()
    page.get_by_text("Rätta ").first.wait_for()
    wrong += [f"faulty: {what}" for what in faults(page)]
    page.get_by_label("Beskriv händelsen").fill("Dr Ekman lovade att ringa oss samma dag.")
    page.get_by_label("Riktad till").select_option(label=place.ward.unit_name)
    page.get_by_label("Steg").select_option("3")
    page.get_by_label("Kategori", exact=True).select_option("K02.1")
    page.get_by_label("Oro, obehag").check()
    for button, seen in (("Skicka avvikelse", "Annars: ändra texten"), ("Till del 2", "Om du vet mer")):
        page.get_by_role("button", name=button).click()
        page.get_by_text(seen).wait_for()
        wrong += [f"{button}: {what}" for what in faults(page)]
        for box in page.locator("[name=not_personal][type=checkbox]").all():
            box.check()
    page.get_by_role("button", name="Skicka avvikelse").click()
    page.get_by_text("Numret är").wait_for()
    wrong += [f"receipt: {what}" for what in faults(page)]
    page.goto(f"{live_server.url}/deviations/?box=sent")
    wrong += [f"list: {what}" for what in faults(page)]
    look_again(at=mark_ready(place, case, at=NOW).ready_sent_at or NOW)
    page.goto(f"{live_server.url}/deviations/suggested/")
    wrong += [f"offers: {what}" for what in faults(page)]
    page.get_by_role("link", name="Inte en avvikelse").first.click()
    page.get_by_text("Varför är det inte").wait_for()
    wrong += [f"dismiss: {what}" for what in faults(page)]
    page.goto(f"{live_server.url}/deviations/suggested/rules/")
    wrong += [f"rules: {what}" for what in faults(page)]
    assert wrong == []
