"""How soon is a change on the boards of the other units? Fifty signed-in browsers, each with its board open."""

import os
import statistics
import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta

from django.conf import settings
from django.utils import timezone
from playwright.sync_api import Browser, Page, sync_playwright

from discharge.actions.change_expected_discharge import change_expected_discharge
from discharge.models import Case
from lus.organisations.actor import Actor
from lus.organisations.models import Unit
from lus.organisations.roles import Role
from tests.bench.measure import Result
from tests.factories import Place, a_case, a_place, an_actor, signed_in
from tests.real_browser import CHROMIUM, QUIET_AND_OFFLINE

PLACES, SESSIONS, CHANGES, CASES = 5, 50, 30, 14
GOAL_SECONDS = 2.0
PATIENCE = 30.0
# Notes in the page when a row first stands there in a version; the browser's clock is this machine's.
NOTES = """
window.noted = {};
new MutationObserver(() => document.querySelectorAll("[data-row]").forEach((row) => {
  window.noted[`${row.id}@${row.dataset.version}`] ??= Date.now() / 1000;
})).observe(document, { subtree: true, childList: true, attributes: true });
"""


@dataclass
class Watcher:
    """One open board."""

    page: Page
    place: Place
    actor: Actor


def delay_result(address: str, say: Callable[[str], None]) -> Result:
    """Let somebody act again and again; return p95 of the seconds until it stood on each other unit's board."""
    places = [
        a_place(f"Avd {number}", f"Kommun {number}", f"Vårdcentral {number}") for number in range(PLACES)
    ]
    cases = {place.ward.unit_id: [a_case(place, at=timezone.now()) for _ in range(CASES)] for place in places}
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=QUIET_AND_OFFLINE)
        watchers = [_open(browser, address, places[number % PLACES], number) for number in range(SESSIONS)]
        say(f"{len(watchers)} browsers have their board open")
        time.sleep(5)
        delays = []
        for number in range(CHANGES):
            place = places[number % PLACES]
            delays += _delays(place, cases[place.ward.unit_id][number // PLACES], watchers, number)
        browser.close()
    p95 = statistics.quantiles(delays, n=20)[-1]
    p50, worst = statistics.median(delays), max(delays)
    what = f"a change is on the other units' boards, p95 of {len(delays)} with {SESSIONS} browsers open"
    return Result("live.delay", what, p95, "s", GOAL_SECONDS, f"median {p50:.2f} s, longest {worst:.2f} s")


def _open(browser: Browser, address: str, place: Place, number: int) -> Watcher:
    of = (place.ward, place.municipality, place.primary_care)[(number // PLACES) % 3]
    roles = {"ward": Role.WARD_STAFF, "reception": Role.RECEPTION}
    unit = Unit.objects.get(pk=str(of.unit_id))
    actor = an_actor(unit, roles.get(of.unit_kind, Role.PRIMARY_CARE_COORDINATOR))
    context = browser.new_context(locale="sv-SE")
    cookie = signed_in(actor).cookies[settings.SESSION_COOKIE_NAME]
    context.add_cookies([{"name": cookie.key, "value": cookie.value, "url": address}])
    page = context.new_page()
    page.add_init_script(NOTES)
    page.goto(f"{address}/discharge/board/")
    return Watcher(page, place, actor)


def _delays(place: Place, case: Case, watchers: list[Watcher], number: int) -> list[float]:
    """Move the expected discharge; return the seconds until each board of another unit says so."""
    at = timezone.now()
    day = (at + timedelta(days=6 + number)).date()
    facts = change_expected_discharge(
        case_id=case.pk, actor=place.ward, at=at, new_date=day, reason="medical"
    )
    began = time.time()
    mark = f"arende-{case.reference}@{facts.version}"
    others = [w for w in watchers if w.place is place and w.actor.unit_id != place.ward.unit_id]
    found: list[float] = []
    for watcher in others:
        found.append(_noted(watcher.page, mark) - began)
    return found


def _noted(page: Page, mark: str) -> float:
    """Wait until the page has noted ``mark``; return when. Asked from outside: the page's policy allows no eval."""
    give_up = time.monotonic() + PATIENCE
    while (noted := page.evaluate("mark => window.noted[mark] ?? null", mark)) is None:
        assert time.monotonic() < give_up, f"{mark} was not seen within {PATIENCE:.0f} s"
        time.sleep(0.05)
    return float(noted)


def browser_is_missing() -> bool:
    return not os.path.exists(CHROMIUM)
