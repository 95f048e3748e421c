"""What is photographed: which page, as whom, in which sizes."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright

from discharge.models import Case
from lus.persons.models import Person
from tests.real_browser import CHROMIUM, QUIET_AND_OFFLINE

from .small_png import small_png

FOLDER = Path(__file__).resolve().parents[2] / "docs" / "screenshots"
SIZES = {"1366": (1366, 768), "360": (360, 740)}
LARGEST = 150_000  # bytes: the README opens on a phone too


@dataclass(frozen=True)
class Shot:
    """``who``: a demo account; ``open``: goes from Min tur to what is shown."""

    name: str
    who: str
    open: Callable[[Page], None]


def my_turn(page: Page) -> None:
    """Min tur is where one lands."""


def board(page: Page) -> None:
    page.get_by_role("link", name="Tavlan").first.click()


def case_of(page: Page, name: str) -> None:
    board(page)
    page.get_by_role("link", name=name).click()


def case(page: Page) -> None:
    case_of(page, "Ljungberg, Maria")


def payment(page: Page) -> None:
    case(page)
    page.get_by_role("link", name="Betalningsansvar").click()


def new_notice(page: Page) -> None:
    page.get_by_role("link", name="Nytt ärende").click()
    page.get_by_label("Personnummer", exact=True).fill(somebody_at_home())
    page.get_by_label("Kommunal hälso- och sjukvård").check()
    page.get_by_label("+3 dagar").check()
    page.get_by_text("Listad här").wait_for()
    page.evaluate("document.activeElement.blur(); scrollTo(0, 0)")


def ready(page: Page) -> None:
    case_of(page, "Wikström, Rolf")
    folded = page.locator("summary", has_text="Fler åtgärder")
    if folded.is_visible():  # on a telephone
        folded.click()
    page.get_by_role("link", name="Utskrivningsklar", exact=True).last.click()
    page.get_by_role("dialog").get_by_label("Behandlande läkare").fill("Mikael Sandström")
    page.get_by_role("dialog").get_by_label("Samtycke").check()
    page.get_by_role("dialog").get_by_label("Behandlande läkare").focus()


def somebody_at_home() -> str:
    """The number of somebody in Nacka, listed with primary care, who is in no case now."""
    away = Case.objects.filter(closed_at__isnull=True).values("person_id")
    found = Person.objects.exclude(pk__in=away).filter(
        registered_municipality="0182", listed_unit__isnull=False, protection="none"
    )
    return found.earliest("identifier").identifier


def plans(page: Page) -> None:
    page.get_by_role("link", name="SIP", exact=True).first.click()


SHOTS = (
    Shot("my-turn", "amir", my_turn),
    Shot("board", "karin", board),
    Shot("case", "amir", case),
    Shot("payment", "amir", payment),
    Shot("new-notice", "karin", new_notice),
    Shot("ready", "karin", ready),
    Shot("plans", "petra", plans),
)


def take(address: str, names: set[str]) -> Iterator[str]:
    """Take the pictures called ``names``, or all; yield one line about each."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=QUIET_AND_OFFLINE)
        for shot in SHOTS:
            if not names or shot.name in names:
                for size in SIZES:
                    yield _one(browser, address, shot, size)
        browser.close()


def _one(browser: Browser, address: str, shot: Shot, size: str) -> str:
    width, height = SIZES[size]
    context = browser.new_context(viewport={"width": width, "height": height}, locale="sv-SE")
    page = context.new_page()
    page.goto(f"{address}/login/")
    page.locator(f"form:has([value={shot.who}]) button").click()
    shot.open(page)
    page.wait_for_load_state("load")  # never idle: a page keeps its stream of changes open
    page.evaluate("document.fonts.ready")
    page.locator(".htmx-request").first.wait_for(state="detached")
    page.mouse.move(0, 0)
    png = page.screenshot(animations="disabled")
    page.goto("about:blank")
    small = small_png(page, png)
    context.close()
    file = FOLDER / f"{shot.name}-{size}.png"
    if len(small) > LARGEST:
        raise ValueError(f"{file.name} would weigh {len(small) // 1000} kB, more than {LARGEST // 1000}")
    file.write_bytes(small)
    return f"  {file.name:24} {len(small) / 1000:4.0f} kB"
