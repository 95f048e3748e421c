"""Somebody at a screen: an own browser, the real log-in, and what one reads there."""

import re
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from typing import Any

import time_machine
from django.urls import reverse
from playwright.sync_api import Browser, Locator, Page

from discharge.events import EVENTS
from discharge.models import Case, Delivery
from discharge.queries.facts import facts_from
from discharge.queries.ledger import ledger_of
from lus.deadlines.sweep import sweep_due
from lus.events.models import Event
from lus.events.queries import events_of
from lus.organisations.actor import Actor
from lus.organisations.models import Unit, User
from lus.persons.models import Person
from tests.factories import PASSWORD
from tests.journeys.story import clock

Strip = list[tuple[str, str, str]]
PATIENCE = 10_000  # milliseconds
REFUSED_ON_PURPOSE = "the server responded with a status of 409"


@dataclass
class Colleague:
    """``clicks`` and ``keys``: presses and letters since the counter was last set to zero.

    ``complaints``: what the console said.
    """

    actor: Actor
    address: str
    page: Page
    clicks: int = 0
    keys: int = 0
    complaints: list[str] = field(default_factory=list)

    def comes_to_work(self) -> None:
        """Open LUS at Min tur, and begin to count clicks."""
        self.goes_to("/")
        self.clicks = self.keys = 0

    def goes_to(self, path: str) -> None:
        """Open an address, and sign in first if the session has run out."""
        self.page.goto(self.address + path)
        if "/login/" in self.page.url:
            username = User.objects.get(pk=str(self.actor.user_id)).username
            self.page.get_by_label("Användarnamn").fill(username)
            self.page.get_by_label("Lösenord").fill(PASSWORD)
            self.page.get_by_role("button", name="Logga in").click()
            self.page.wait_for_url(self.address + path)

    def press(self, target: Locator) -> None:
        """Click, and count it."""
        self.clicks += 1
        target.click()

    def presses(self, button: str) -> None:
        self.press(self.page.get_by_role("button", name=button, exact=True))

    def chooses(self, label: str) -> None:
        """Tick a box or choose an answer, and count it."""
        self.clicks += 1
        self.page.get_by_label(label).check()

    def types(self, label: str, text: str) -> None:
        self.keys += len(text)
        self.page.get_by_label(re.compile(rf"^{label}( valfritt| ifyllt)?$")).fill(text)

    def ticks_everything(self) -> None:
        for box in self.page.get_by_role("dialog").get_by_role("checkbox").all():
            box.check()

    def writes_to_the_patient(self) -> None:
        for area in self.page.get_by_role("dialog").locator("textarea").all():
            area.fill("Du fick vård och kan åka hem.")

    def opens_case(self, name: str) -> None:
        """Go by the patient's name on Tavlan."""
        self._follows(self.page.get_by_role("link", name="Tavlan").first)
        self._follows(self.page.get_by_role("link", name=name))

    def opens_section(self, name: str) -> None:
        self.clicks += 1
        self._follows(self.page.locator(".lus-sections").get_by_role("link", name=name))

    def _follows(self, link: Locator) -> None:
        # An act opens in a dialog only when the scripts are there; before that it is a page of its own.
        with self.page.expect_event("load"):
            link.click()

    def opens_act(self, title: str) -> None:
        """Open the form of an act, which stands in a dialog."""
        self.press(self.page.get_by_role("link", name=title, exact=True).last)
        self.page.get_by_role("dialog").wait_for()

    def sends(self, button: str, done: str) -> None:
        """Press the form's button and read on the next page that it is done."""
        with self.page.expect_event("load"):
            self.presses(button)
        self.page.locator(".lus-flash").get_by_text(done).wait_for()

    def acknowledges(self, what: str) -> str:
        """Press the verb of the row on Min tur that says ``what``; return what the row said."""
        row = self.page.locator("[data-row]", has_text=what)
        said = row.inner_text()
        identity = row.get_attribute("id")
        self.press(row.locator("[data-verb]"))
        self.page.locator(f"#{identity}").get_by_text("Kvitterad").wait_for()
        return said

    def rows(self) -> list[str]:
        """What Min tur or Tavlan shows, row by row."""
        return self.page.locator("[data-row]").all_inner_texts()

    def strip(self, case: Case) -> Strip:
        """The ledger as one reads it: ISO date, word, figure."""
        self.goes_to(f"{reverse('case', args=[case.pk])}?section=payment")
        script = """days => days.map(day => [day.querySelector("time").dateTime,
            day.querySelector(".lus-dayc__word").textContent.trim().replaceAll("\\u00ad", ""),
            day.querySelector(".lus-dayc__n").textContent.trim()])"""
        read: list[list[str]] = self.page.locator(".lus-strip .lus-dayc").evaluate_all(script)
        return [(day, word, number) for day, word, number in read]

    def receipts(self, case: Case) -> list[tuple[str, str, bool]]:
        """Each message with its receiver, newest first: name, unit, whether it is acknowledged."""
        self.goes_to(f"{reverse('case', args=[case.pk])}?section=messages")
        script = """rows => rows.flatMap(row => [...row.querySelectorAll(".lus-receipt__to > li")].map(to => [
            row.querySelector("b").textContent, to.querySelector("span").firstChild.textContent.trim(),
            !to.textContent.includes("ej kvitterad")]))"""
        read: list[tuple[str, str, bool]] = self.page.locator(".lus-receipt").evaluate_all(script)
        return sorted((what, unit, read_it) for what, unit, read_it in read)


def a_colleague(browser: Browser, live_server: Any, actor: Actor) -> Colleague:
    """Give ``actor`` a browser of their own."""
    page = browser.new_context(locale="sv-SE", viewport={"width": 1366, "height": 768}).new_page()
    page.set_default_timeout(PATIENCE)
    colleague = Colleague(actor, live_server.url, page)

    def hear(text: str) -> None:
        if REFUSED_ON_PURPOSE not in text:
            colleague.complaints.append(text)

    page.on("pageerror", lambda error: hear(str(error)))
    page.on("console", lambda line: hear(line.text) if line.type in ("error", "warning") else None)
    return colleague


def receipts_in_tables(case: Case) -> list[tuple[str, str, bool]]:
    """The same as ``Colleague.receipts``, from the database."""
    names = {str(unit.pk): unit.name for unit in Unit.objects.all()}
    events = dict(Event.objects.filter(case_id=case.pk).values_list("pk", "name"))
    return sorted(
        (EVENTS[events[row.event_id]].label, names[str(row.unit_id)], row.acknowledged_at is not None)
        for row in Delivery.objects.filter(case_id=case.pk)
    )


@dataclass
class Team:
    """The three, the patient, and the one clock that all of them live by."""

    ward: Colleague
    municipality: Colleague
    primary_care: Colleague
    person: Person
    now: time_machine.Traveller

    @property
    def everybody(self) -> tuple[Colleague, Colleague, Colleague]:
        return self.ward, self.municipality, self.primary_care

    @property
    def case(self) -> Case:
        return Case.objects.get(person=self.person)

    def at(self, day: date, said: str, *who: Colleague) -> None:
        """Let it be ``said`` o'clock, with the clocks run out that have, and ``who`` at Min tur."""
        moment = clock(day, said)
        self.now.move_to(moment)
        sweep_due(at=moment)
        for colleague in who:
            colleague.comes_to_work()

    def all_read(self, expected: list[tuple[str, str, str, str]]) -> None:
        """Everybody reads these days, and the tables say the same."""
        facts = facts_from(self.case.pk, events_of(self.case.pk))
        ledger = ledger_of(facts, at=datetime.now(UTC))
        assert ledger is not None
        assert [(f"{line.date}", str(line.code), line.word, line.number) for line in ledger.lines] == expected
        for colleague in self.everybody:
            colleague.comes_to_work()
            assert colleague.strip(self.case) == [(day, word, number) for day, _, word, number in expected]

    def receipts_hold(self, *expected: tuple[str, str, bool]) -> None:
        """Every message stands with its receivers, on the ward's page as in the tables; ``expected`` among them."""
        shown = self.ward.receipts(self.case)
        assert shown == receipts_in_tables(self.case)
        assert set(expected) <= set(shown)
