"""A deviation between two units in their browsers: answered and closed, sent to the right unit, lifted to VIS."""

from collections.abc import Iterator
from typing import Any

import pytest
import time_machine
from django.urls import reverse
from playwright.sync_api import Browser

from deviations.models import Deviation, Lift
from lus.organisations.models import UnitKind
from lus.organisations.roles import Role
from tests.browser.people import Colleague, a_colleague
from tests.browser.test_every_page import faults
from tests.deviations.flow_life import DeviationLife
from tests.factories import NOW, Place, a_case, a_unit, an_actor
from tests.journeys.story import in_stockholm

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def place() -> Iterator[Place]:
    with time_machine.travel(NOW, tick=False):
        yield in_stockholm()


def opens(who: Colleague, number: str) -> None:
    who.goes_to(reverse("deviation", args=[number]))


def acts(who: Colleague, link: str, button: str, done: str, **typed: str) -> None:
    """Open the dialog of an act, fill it in by label, and send it."""
    who.opens_act(link)
    for label, text in typed.items():
        who.types(label.replace("_", " "), text)
    who.sends(button, done)


def test_from_a_late_notice_to_feedback_and_closing(browser: Browser, live_server: Any, place: Place) -> None:
    case = a_case(place)
    reception, ward = (a_colleague(browser, live_server, who) for who in (place.municipality, place.ward))
    reception.goes_to(reverse("case", args=[case.pk]))
    with reception.page.expect_event("load"):
        reception.press(reception.page.get_by_role("link", name="rapportera Inskrivningsmeddelande"))
    reception.types("Beskriv händelsen", "Meddelandet kom dagen efter inskrivningen.")
    reception.chooses("Oro, obehag")
    reception.loads("Skicka avvikelse")
    number = Deviation.objects.get().number
    ward.goes_to("/")
    assert any("Kvittera avvikelsen" in row and number in row for row in ward.rows())
    opens(ward, number)
    ward.sees("Er tur", "Meddelandet kom dagen efter")
    acts(ward, "Kvittera", "Kvittera", "Kvitterad.")
    ward.opens_act("Besluta åtgärd")
    ward.types("Vad ska göras\\?", "Meddelandet skickas samma dag, även på helger.")
    ward.picks("Vem ansvarar\\?", "Enhetschef")
    ward.types("Klar senast", "2026-04-01")
    ward.sends("Besluta", "Åtgärd beslutad.")
    ward.opens_act("Återkoppla")
    ward.types("Svar till den som rapporterade", "Tack. Rutinen ändras från april.")
    ward.sends("Skicka svar", "Svaret är skickat.")
    opens(reception, number)
    reception.sees("Er tur", "Läs svaret på avvikelsen", "Rutinen ändras från april", "även på helger")
    acts(reception, "Godta svaret", "Godta", "Avvikelsen är avslutad.")
    reception.sees("Avslutad")
    assert list(faults(reception.page)) == []
    assert (ward.complaints, reception.complaints) == ([], [])


def test_a_wrong_addressee_sends_it_on(browser: Browser, live_server: Any, place: Place) -> None:
    life = DeviationLife(place)
    ward, clinic = (a_colleague(browser, live_server, who) for who in (place.ward, place.primary_care))
    opens(ward, life.number)
    ward.opens_act("Fel mottagare")
    ward.picks("Rätt enhet", place.primary_care.unit_name)
    ward.types("Varför är det fel hos er\\?", "Steget hör till vårdcentralen.")
    ward.sends("Sänd vidare", "Sänd vidare.")
    ward.sees(f"{place.primary_care.unit_name} har nästa steg")
    ward.does_not_see("Steget hör till vårdcentralen.")
    clinic.goes_to("/deviations/")
    clinic.follows(life.number)
    clinic.sees("Er tur", "Steget hör till vårdcentralen.")
    acts(clinic, "Kvittera", "Kvittera", "Kvitterad.")
    assert (ward.complaints, clinic.complaints) == ([], [])


def test_it_is_lifted_to_vis_and_gets_a_measure(browser: Browser, live_server: Any, place: Place) -> None:
    vis = a_unit("VIS styrgrupp", UnitKind.COOPERATION)
    local = a_unit("Storsthlm och HSF", UnitKind.COOPERATION, parent=vis)
    life = DeviationLife(place).assessed()
    ward = a_colleague(browser, live_server, place.ward)
    county, group = (
        a_colleague(browser, live_server, an_actor(unit, Role.COOPERATION_SECRETARY)) for unit in (local, vis)
    )
    opens(ward, life.number)
    ward.opens_act("Lyft")
    ward.picks("Till grupp", "Storsthlm och HSF")
    ward.types("Varför lyfts den\\?", "Samma sak varje vecka.")
    ward.sends("Lyft", "Gruppen har fått veta.")
    path = reverse("lift", args=[Lift.objects.get().reference])
    county.goes_to(path)
    county.opens_act("Lyft vidare")
    county.types("Varför lyfts den vidare\\?", "Avtalet behöver läsas.")
    county.sends("Lyft vidare", "Lyft vidare.")
    group.goes_to(path)
    group.opens_act("Besluta åtgärd")
    group.types("Vad ska göras\\?", "Gemensam rutin för helger skrivs.")
    group.picks("Vilken enhet\\?", place.ward.unit_name)
    group.picks("Vem ansvarar\\?", "Samordnare")
    group.types("Klar senast", "2026-05-01")
    group.sends("Besluta åtgärd", "Åtgärd beslutad.")
    assert list(faults(group.page)) == []
    opens(ward, life.number)
    ward.sees("Lyft till VIS")
    ward.goes_to(path)
    ward.sees("Gemensam rutin för helger skrivs.", "Samordnare, Avd 72")
    assert (ward.complaints, county.complaints, group.complaints) == ([], [], [])
