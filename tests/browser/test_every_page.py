"""Varje sida: every address there is, for three roles, with cases in every stage, in a real browser.

The addresses come from the resolver, so a new page is swept from its first day. What each shall answer follows from
the rules; every page that answers 200 is looked at as axe does, on a ward's screen and on a telephone.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import pytest
import time_machine
from axe_playwright_python.sync_playwright import Axe
from django.conf import settings
from django.urls import resolve, reverse
from playwright.sync_api import Browser, Page, expect

from discharge.actions.load_agreements import load_agreements
from discharge.models import Case
from discharge.queries.case_page import case_page
from discharge.rules.agreement_records import RECORDS
from discharge.rules.amounts import AMOUNTS
from discharge.views.more_acts import may_do
from lus.events.models import Event
from lus.organisations.actor import Actor
from lus.refusals import NotThere
from sip.queries.plan_facts import own_events, process_of
from sip.queries.visible import readable_plans
from sip.rules.document.fold_document import fold_document
from sip.rules.document.party import writer_of
from sip.rules.document.when import open_document_acts
from sip.rules.plan_refusal import open_acts
from tests.api.routes import Route, every_route
from tests.factories import NOW, Place, a_person, signed_in
from tests.journeys.story import in_stockholm
from tests.sip.outside import begun, called

from .case_stages import DAYS, STAGES, ready

pytestmark = pytest.mark.django_db(transaction=True)

SIZES = ((1366, 768), (360, 740))
WHO = ("ward", "municipality", "primary_care")
SECTIONS = ("planning", "messages", "sip", "payment", "handover")
# Not pages: for machines, or drawn by somebody else. The gallery has a test of its own.
NO_PAGE = {"livez", "readyz", "api-docs", "api-not-found", "gallery", "patient_summary_pdf"}
# A way to the case or its plan, and a file of a message that no address here names; see
# tests/discharge/views/test_messages.py.
ELSEWHERE = {
    "read_messages": frozenset({302}),
    "attachment": frozenset({404}),
    "meeting_people_of_case": frozenset({302, 404}),
}
# axe spends half of its time on telling what is well, and reads styles ahead for a rule that looks at sound and film.
ONLY_FAULTS = {"resultTypes": ["violations"], "preload": False}
# Chromium's own line about an answer that is meant to be a refusal.
REFUSAL = "Failed to load resource: the server responded with a status of 4"


@pytest.fixture
def place() -> Iterator[Place]:
    with time_machine.travel(NOW, tick=False):
        load_agreements(RECORDS, AMOUNTS)
        yield in_stockholm()


@pytest.fixture
def cases(place: Place) -> list[Case]:
    found = [
        stage(
            place,
            a_person(
                "Ljungberg" if stage is ready else "Åberg",
                registered_municipality="0182",
                listed_unit_id=place.primary_care.unit_id,
            ),
        )
        for stage in STAGES
    ]
    called(place, found[0].person, NOW - DAYS)
    begun(place, found[2].person, NOW - DAYS)
    return found


def page_routes() -> list[Route]:
    return [route for route in every_route() if not route.is_api and route.name not in NO_PAGE]


def allowed_acts(actor: Actor, case: Case) -> frozenset[str] | None:
    """The acts that the rules offer on the case; None when it is not the actor's."""
    try:
        return frozenset(may_do(actor, case_page(actor, case.pk, at=NOW), NOW))
    except NotThere:
        return None


def expected_status(route: Route, path: str, actor: Actor, acts: frozenset[str] | None) -> frozenset[int]:
    """What the rules say that the address may answer: exactly one thing about a case. ``acts``: ``allowed_acts``."""
    if route.name == "acknowledge":
        return frozenset({405})  # only ever posted to
    if route.name == "acknowledge_information":
        return frozenset({405})
    if route.name in ELSEWHERE:
        return ELSEWHERE[route.name]
    if not route.of_case:
        return frozenset({200, 302, 403, 404, 405})
    if route.of_plan:
        return of_plan(path, actor)
    row = resolve(path).kwargs.get("row")
    if row is not None and not actor.may(row.permission):
        return frozenset({403})
    if acts is None:
        return frozenset({404})
    return frozenset({200 if row is None or row.act in acts else 409})


def of_plan(path: str, actor: Actor) -> frozenset[int]:
    """What the rules of a plan outside hospital say."""
    found = resolve(path)
    row, plan_id = found.kwargs.get("row"), found.kwargs.get("plan_id") or found.kwargs["case_id"]
    if row is not None and not actor.may(row.permission):
        return frozenset({403})
    plan = readable_plans(actor).filter(pk=plan_id).first()
    if plan is None:
        return frozenset({404})
    process, unit_id, led_by = process_of(plan), str(actor.unit_id), str(plan.led_by_id)
    document, writer = fold_document(own_events(plan.pk)), writer_of(process, unit_id, led_by)
    acts = [*open_acts(process, unit_id, led_by, NOW), *open_document_acts(process, document, writer, NOW)]
    return frozenset({200 if row is None or row.act in acts else 409})


@dataclass(frozen=True)
class Answered:
    """``path`` answered ``status``, where the rules allow ``allowed``; ``kind``: equal for pages that look alike.

    ``act``: what the page's form does, if it has one.
    """

    path: str
    status: int
    allowed: frozenset[int]
    kind: str
    act: str = ""


def looked_at_by_others(place: Place, cases: list[Case], who: str) -> frozenset[str]:
    """The acts on a case whose forms somebody before ``who`` in ``WHO`` opens: they look alike to everybody."""
    before = [getattr(place, name) for name in WHO[: WHO.index(who)]]
    return frozenset().union(*(allowed_acts(actor, case) or () for actor in before for case in cases))


def answers(actor: Actor, cases: list[Case]) -> Iterator[Answered]:
    """Ask every address about every case; once where the case makes no difference."""
    client, asked = signed_in(actor), set()
    for case in cases:
        acts = allowed_acts(actor, case)
        message = Event.objects.filter(case_id=case.pk).latest("seq").pk
        for route in page_routes():
            path = route.filled(case, message)
            row = resolve(path).kwargs.get("row")
            right = getattr(
                row, "permission", None
            )  # a unit's settings ask for one right, and have no row of it
            same = route.pattern if right is not None and not actor.may(right) else path
            if same in asked:
                continue
            asked.add(same)
            status = client.get(path).status_code
            # The same act looks alike on a case and on a plan.
            act = getattr(row, "act", "") if status == 200 else ""
            kind = path if route.name == "case" else act or route.pattern if status == 200 else "refused"
            yield Answered(path, status, expected_status(route, path, actor, acts), f"{kind} {status}", act)


@pytest.mark.parametrize("who", WHO)
def test_every_page_is_sound(page: Page, live_server: Any, place: Place, cases: list[Case], who: str) -> None:
    actor: Actor = getattr(place, who)
    found = list(answers(actor, cases))
    assert [answer for answer in found if answer.status not in answer.allowed] == []
    seen = looked_at_by_others(place, cases, who)
    different = {
        answer.kind: answer.path
        for answer in found
        if answer.status not in (302, 405) and answer.act not in seen
    }
    about = reverse("case", args=[cases[0].pk])
    looked_at = [*different.values(), *(f"{about}?section={name}" for name in SECTIONS)]
    hand_session(page, actor, live_server)
    wrong: list[str] = []
    page.on("pageerror", lambda error: wrong.append(f"{page.url}: {error}"))
    page.on("console", lambda line: wrong.append(f"{page.url}: {line.text}") if is_complaint(line) else None)
    for path in looked_at:
        page.goto(live_server.url + path)
        wrong += [f"{path}: {what}" for what in faults(page)]
    assert wrong == []
    assert len(looked_at) > 20  # guards the guard


def hand_session(page: Page, actor: Actor, live_server: Any) -> None:
    """Give the browser a session of ``actor``."""
    cookie = signed_in(actor).cookies[settings.SESSION_COOKIE_NAME]
    page.context.add_cookies([{"name": cookie.key, "value": cookie.value, "url": live_server.url}])


def is_complaint(line: Any) -> bool:
    return line.type in ("error", "warning") and not line.text.startswith(REFUSAL)


def faults(page: Page) -> Iterator[str]:
    """What is wrong with the page, in each size."""
    axe = Axe()
    page.evaluate(axe.axe_script)
    for width, height in SIZES:
        page.set_viewport_size({"width": width, "height": height})
        for rule in page.evaluate("options => axe.run(document, options)", ONLY_FAULTS)["violations"]:
            yield f"{width}: {rule['id']} {[node['target'] for node in rule['nodes']]}"
        if page.evaluate("document.documentElement.scrollWidth") > width:
            yield f"{width}: scrolls sideways"


@pytest.mark.parametrize("who", WHO)
def test_the_main_pages_read_without_script(
    browser: Browser, live_server: Any, place: Place, cases: list[Case], who: str
) -> None:
    page = browser.new_context(java_script_enabled=False, locale="sv-SE").new_page()
    hand_session(page, getattr(place, who), live_server)
    address = reverse("case", args=[cases[0].pk])
    for path in ("/", reverse("board"), address, *(f"{address}?section={name}" for name in SECTIONS)):
        page.goto(live_server.url + path)
        expect(page.locator("h1")).to_have_count(1)
        if path != "/":
            expect(page.get_by_text("Ljungberg, Anna").first).to_be_visible()
    page.context.close()


@pytest.mark.parametrize("who", WHO)
def test_the_keyboard_reaches_the_first_verb(
    page: Page, live_server: Any, place: Place, cases: list[Case], who: str
) -> None:
    hand_session(page, getattr(place, who), live_server)
    page.goto(live_server.url)
    page.keyboard.press("Tab")
    expect(page.locator(":focus")).to_have_text("Hoppa till innehållet")
    for _ in range(25):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.matches('[data-row] [data-verb]')"):
            break
    first = page.locator("[data-row] [data-verb]").first
    expect(first).to_be_focused()
    page.keyboard.press("?")
    expect(page.get_by_role("dialog", name="Tangenter")).to_be_visible()
    page.keyboard.press("Escape")
    expect(first).to_be_focused()
