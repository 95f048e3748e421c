"""The main tasks of `screens.md` §20, each done in a real browser as somebody at work would.

A task is prepared first; what is counted begins when the person looks at the page named in ``begins``.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta

from django.urls import reverse
from django.utils import timezone
from playwright.sync_api import expect

from discharge.actions.acknowledge import acknowledge
from discharge.actions.start_planning import start_planning
from discharge.models import Delivery
from lus.swedish_time import local_time
from sip.actions.assess_sip_need import assess_sip_need
from sip.actions.record_sip_consent import record_sip_consent
from tests.browser.people import Colleague
from tests.factories import a_person

from .scene import Scene
from .settlement_task import dispute_a_line

Done = Callable[[], None]


@dataclass(frozen=True)
class Task:
    """``clicks`` and ``seconds`` (median) are the goals of §20. ``prepare`` returns who acts and what is measured."""

    name: str
    begins: str
    clicks: int
    seconds: int
    prepare: Callable[[Scene], tuple[Colleague, Done]]


def _see(scene: Scene) -> tuple[Colleague, Done]:
    scene.admitted()
    who = scene.municipality

    def done() -> None:
        who.page.goto(f"{who.address}/")
        expect(who.page.locator("[data-row]").first).to_be_visible()

    return who, done


def _acknowledge(scene: Scene) -> tuple[Colleague, Done]:
    scene.admitted()
    who = scene.municipality
    who.comes_to_work()

    def done() -> None:
        row = who.page.locator("[data-row]", has_text=scene.name).filter(has_text="Kvittera inskrivning")
        who.press(row.locator("[data-verb]"))
        who.page.get_by_text("Kvitterad").first.wait_for()

    return who, done


def _notice(scene: Scene) -> tuple[Colleague, Done]:
    person = a_person(
        "Nyhlin", "Nils", registered_municipality="0182", listed_unit_id=scene.place.primary_care.unit_id
    )
    who = scene.ward
    who.comes_to_work()

    def done() -> None:
        with who.page.expect_event("load"):
            who.press(who.page.get_by_role("link", name="Nytt ärende"))
        who.types("Personnummer", person.identifier)
        who.chooses("Kommunal hälso- och sjukvård")
        who.chooses("+5 dagar")
        who.sees_receivers(2)
        who.sends("Skicka inskrivningsmeddelande", "till 2 enheter")

    return who, done


def _ready(scene: Scene) -> tuple[Colleague, Done]:
    scene.admitted()

    def act(who: Colleague) -> None:
        who.opens_act("Utskrivningsklar")
        who.types("Behandlande läkare", "Jonas Ek")
        who.chooses("Samtycke")
        who.sends("Skicka underrättelse", "till 2 enheter")

    return _on_the_case(scene, scene.ward, act)


def _withdraw(scene: Scene) -> tuple[Colleague, Done]:
    scene.admitted(ready=True)

    def act(who: Colleague) -> None:
        who.opens_act("Återta utskrivningsklar")
        who.chooses("Försämrad")
        who.sends("Återta", "till 2 enheter")

    return _on_the_case(scene, scene.ward, act)


def _wrong(scene: Scene) -> tuple[Colleague, Done]:
    scene.admitted()

    def act(who: Colleague) -> None:
        who.opens_act("Fel mottagare")
        who.chooses("Personen har flyttat")
        who.sends("Meddela avsändaren", "Skickat")

    return _on_the_case(scene, scene.municipality, act)


def _forward(scene: Scene) -> tuple[Colleague, Done]:
    scene.admitted()

    def act(who: Colleague) -> None:
        who.opens_act("Vidaresänd")
        who.chooses("Hemtjänsten Björken")
        who.sends("Vidaresänd", "Vidaresänt")

    return _on_the_case(scene, scene.municipality, act)


def _contact(scene: Scene) -> tuple[Colleague, Done]:
    scene.admitted()

    def act(who: Colleague) -> None:
        who.opens_act("Fast vårdkontakt")
        who.types("Namn", "Eva Nordin")
        who.types("Roll", "Distriktssköterska")
        who.sends("Utse", "till 2 enheter")

    return _on_the_case(scene, scene.primary_care, act)


def _move(scene: Scene) -> tuple[Colleague, Done]:
    scene.admitted()

    def act(who: Colleague) -> None:
        who.press(who.page.get_by_role("link", name=re.compile("^Flytta till I morgon")))
        who.page.get_by_role("dialog").wait_for()
        who.chooses("Medicinsk")
        who.sends("Meddela nytt datum", "till 2 enheter")

    return _on_the_case(scene, scene.ward, act)


def _receive(scene: Scene) -> tuple[Colleague, Done]:
    case, now = scene.admitted(), timezone.now()
    actor = scene.place.municipality
    message = Delivery.objects.get(case=case, unit_id=str(actor.unit_id)).event_id
    acknowledge(case_id=case.pk, actor=actor, at=now, message_id=message)
    start_planning(case_id=case.pk, actor=actor, at=now)

    def act(who: Colleague) -> None:
        who.opens_act("Klar att ta emot")
        who.types("Vad startar", "Hemtjänst två gånger om dagen")
        who.sends("Meddela klar", "till 2 enheter")

    return _on_the_case(scene, scene.municipality, act)


def _summons(scene: Scene) -> tuple[Colleague, Done]:
    case, now = scene.admitted(), timezone.now()
    assess_sip_need(case_id=case.pk, actor=scene.place.primary_care, at=now, needed=True)
    record_sip_consent(case_id=case.pk, actor=scene.place.ward, at=now, state="given")
    meeting = local_time(now + timedelta(days=2))

    def act(who: Colleague) -> None:
        who.opens_section("SIP")
        who.opens_act("Kalla till SIP")
        who.types("Mötestid", f"{meeting:%Y-%m-%d} 15.00")
        who.types("Plats", "Digitalt")
        who.sends("Skicka kallelse", "Skickat")

    return _on_the_case(scene, scene.primary_care, act)


def _why(scene: Scene) -> tuple[Colleague, Done]:
    scene.admitted(ready=True)

    def act(who: Colleague) -> None:
        who.opens_section("Betalningsansvar")
        who.press(who.page.locator(".lus-strip .lus-dayc").first)
        expect(who.page.locator("#forklaring")).to_be_visible()

    return _on_the_case(scene, scene.municipality, act)


def _on_call(scene: Scene) -> tuple[Colleague, Done]:
    who = scene.ward
    who.comes_to_work()

    def done() -> None:
        with who.page.expect_event("load"):
            who.press(who.page.get_by_role("link", name="Jourlista").first)
        expect(who.page.locator("a[href^='tel:']").first).to_be_visible()

    return who, done


def _meeting(scene: Scene) -> tuple[Colleague, Done]:
    scene.admitted()
    who = scene.ward
    who.goes_to("/discharge/board/")

    def done() -> None:
        with who.page.expect_event("load"):
            who.presses("Starta mötesläge")
        with who.page.expect_event("load"):
            who.press(who.page.locator("[data-next]"))

    return who, done


def _deviation(scene: Scene) -> tuple[Colleague, Done]:
    scene.admitted()

    def act(who: Colleague) -> None:
        with who.page.expect_event("load"):
            who.press(who.page.get_by_role("link", name=re.compile("rapportera Inskrivningsmeddelande")))
        who.types(
            "Beskriv händelsen", "Meddelandet kom dagen efter bedömningen, hemtjänsten hann inte svara."
        )
        who.chooses("Oro, obehag")
        with who.page.expect_event("load"):
            who.presses("Skicka avvikelse")
        expect(who.page.get_by_text("Numret är AV-")).to_be_visible()

    return _on_the_case(scene, scene.municipality, act)


def _on_the_case(scene: Scene, who: Colleague, act: Callable[[Colleague], None]) -> tuple[Colleague, Done]:
    who.goes_to(reverse("case", args=[scene.case_id]))
    return who, lambda: act(who)


CASE, TURN, BOARD = "ärendet", "Min tur", "Tavlan"
TASKS = (
    Task("See what my unit must do", "inloggad", 0, 5, _see),
    Task("Kvittera from Min tur", TURN, 1, 4, _acknowledge),
    Task("New admission notice, person in register", TURN, 6, 45, _notice),
    Task("Mark ready for discharge", CASE, 4, 25, _ready),
    Task("Withdraw ready notice", CASE, 4, 20, _withdraw),
    Task("Wrong recipient with suggestion", CASE, 3, 10, _wrong),
    Task("Forward inside the municipality", CASE, 3, 12, _forward),
    Task("Name care contact", CASE, 3, 15, _contact),
    Task("Change expected discharge", CASE, 3, 12, _move),
    Task("Answer ready to receive", CASE, 3, 20, _receive),
    Task("Send SIP summons, participants filled in", CASE, 6, 75, _summons),
    Task("Find why a day counts", CASE, 2, 10, _why),
    Task("Report deviation from message", CASE, 8, 120, _deviation),
    Task("Dispute a settlement line", "Granskningsunderlag", 4, 45, dispute_a_line),
    Task("Reach on-call number", TURN, 1, 5, _on_call),
    Task("Morning meeting, one case", BOARD, 3, 45, _meeting),
)
