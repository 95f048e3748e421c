"""Somebody at a screen: an own browser, the real log-in, and what one reads there."""

import re
from dataclasses import dataclass, field
from typing import Any

from django.urls import reverse
from playwright.sync_api import Browser, Locator, Page, expect
from playwright.sync_api import Error as PlaywrightError

from discharge.events import EVENTS
from discharge.models import Case, Delivery
from lus.events.models import Event
from lus.organisations.actor import Actor
from lus.organisations.models import Unit, User
from tests.factories import PASSWORD

Strip = list[tuple[str, str, str]]
PATIENCE = 10_000  # milliseconds
CROSSED = ("interrupted by another navigation", "net::ERR_ABORTED")
REFUSED_ON_PURPOSE = tuple(f"the server responded with a status of {status}" for status in (409, 503))


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
        self._opens(self.address + path)
        if "/login/" in self.page.url:
            username = User.objects.get(pk=str(self.actor.user_id)).username
            self.page.get_by_label("Användarnamn").fill(username)
            self.page.get_by_label("Lösenord").fill(PASSWORD)
            self.page.get_by_role("button", name="Logga in").click()
            self.page.wait_for_url(self.address + path)

    def _opens(self, address: str) -> None:
        try:
            self.page.goto(address)
        except PlaywrightError as error:
            # The page that is left may notice in the same moment that its session has run out, and go to the log-in.
            if not any(said in error.message for said in CROSSED):
                raise
            self.page.goto(address)

    def press(self, target: Locator) -> None:
        """Click, and count it."""
        self.clicks += 1
        target.click()

    def presses(self, button: str) -> None:
        self.press(self.page.get_by_role("button", name=button, exact=True))

    def chooses(self, label: str) -> None:
        """Tick a box or choose an answer, and count it."""
        self.clicks += 1
        self.page.get_by_label(label).and_(self.page.locator("[type=radio], [type=checkbox]")).check()

    def types(self, label: str, text: str) -> None:
        self.keys += len(text)
        self._field(label).fill(text)

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

    def opens_plan(self) -> None:
        """Go to the only joint plan by SIP-översikten."""
        self.follows("SIP")
        self._follows(self.page.locator("a.lus-person").first)

    def follows(self, name: str) -> None:
        """Press a link that leads to another page."""
        self.clicks += 1
        self._follows(self.page.get_by_role("link", name=name, exact=True).first)

    def loads(self, button: str) -> None:
        """Press a button, and wait for the page that it leads to."""
        with self.page.expect_event("load"):
            self.presses(button)

    def opens_search(self, code: str) -> None:
        """Go by the case's code: for what has left Tavlan."""
        field = self.page.get_by_role("searchbox")
        field.fill(code)
        with self.page.expect_event("load"):
            field.press("Enter")

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
        self.loads(button)
        self.page.locator(".lus-flash").get_by_text(done).wait_for()

    def sees_receivers(self, count: int) -> None:
        """So many recipients stand ticked: they come one after the other while the form is filled in."""
        ticked = self.page.locator("#recipients input[name=recipients]:is(:checked, [type=hidden])")
        expect(ticked).to_have_count(count)

    def says_yes(self, code: str) -> None:
        """Answer a point of the home-ready list, which stands in the section Planering."""
        self.press(self.page.get_by_role("button", name=re.compile(rf"^Ja ?, {code} ")))
        expect(self.page.locator(f"#punkt-CL-{code}")).to_contain_text("Ja ·")

    def acknowledges(self, what: str) -> str:
        """Press the verb of the row on Min tur that says ``what``; return what the row said."""
        row = self.page.locator("[data-row]", has_text=what)
        said = row.inner_text()
        identity = row.get_attribute("id")
        self.press(row.locator("[data-verb]"))
        self.page.locator(f"#{identity}").get_by_text("Kvitterad").wait_for()
        return said

    def hears(self) -> str:
        """What stands behind the bell."""
        self._follows(self.page.get_by_role("link", name="Aviseringar"))
        return self.page.locator("main").inner_text()

    def sees(self, *texts: str) -> None:
        """Each text stands on the page, to be read."""
        for text in texts:
            expect(self.page.get_by_text(text).filter(visible=True).first).to_be_visible()

    def does_not_see(self, *texts: str) -> None:
        for text in texts:
            expect(self.page.get_by_text(text)).to_have_count(0)

    def picks(self, label: str, name: str) -> None:
        """Choose in a list, and count it."""
        self.clicks += 1
        self._field(label).select_option(label=name)

    def _field(self, label: str) -> Locator:
        return self.page.get_by_label(re.compile(rf"^{label}( valfritt| ifyllt)?$"))

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
        if not any(said in text for said in REFUSED_ON_PURPOSE):
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
