"""The gallery in a real browser: no complaint, no violation, no sideways scroll, in every shape a screen has."""

import json
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from gzip import compress
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

from lus.web import words

pytestmark = pytest.mark.django_db(transaction=True)

WIDTHS = [320, 360, 641, 683, 1024, 1279, 1280, 1366, 1920]

# Text that runs out of its cell, in the lists, boxes, steps and days.
OVERFLOWING = """() => {
  const out = [];
  const clipped = (cell) => getComputedStyle(cell.closest("thead") ?? cell).clipPath !== "none";
  for (const cell of document.querySelectorAll(".lus-worklist :is(td, th), .lus-cohort, .lus-step, .lus-dayc")) {
    const edge = cell.getBoundingClientRect();
    if (!edge.width || clipped(cell)) continue;
    const walk = document.createTreeWalker(cell, NodeFilter.SHOW_TEXT);
    while (walk.nextNode()) {
      const text = walk.currentNode;
      if (!text.textContent.trim() || text.parentElement.closest(".ds-sr-only, .lus-dayc__wd")) continue;
      const range = document.createRange();
      range.selectNodeContents(text);
      for (const box of range.getClientRects()) if (box.right > edge.right + 1) out.push(text.textContent.trim());
    }
  }
  return out;
}"""

# Things to press that are smaller than 24 px (WCAG 2.5.8), but for links inside sentences.
TOO_SMALL = """() => [...document.querySelectorAll("a, button, input, summary, select, textarea")]
  .filter((e) => !e.closest("dialog, p, label") && !e.classList.contains("ds-skip-link"))
  .map((e) => [e.textContent.trim(), e.getBoundingClientRect()])
  .filter(([, box]) => box.width && (box.width < 24 || box.height < 24))
  .map(([text, box]) => `${text} ${box.width}x${box.height}`)"""


@pytest.fixture
def complaints(page: Page) -> Iterator[list[str]]:
    """What the console said; empty at the end of every test that asks for it."""
    said: list[str] = []
    page.on(
        "console", lambda message: said.append(message.text) if message.type in ("error", "warning") else None
    )
    page.on("pageerror", lambda error: said.append(str(error)))
    yield said
    assert said == []


@pytest.fixture
def gallery(page: Page, live_server: Any, complaints: list[str]) -> Page:
    page.goto(f"{live_server.url}/gallery/")
    return page


@pytest.mark.parametrize("width", WIDTHS)
def test_nothing_scrolls_sideways_overflows_or_is_too_small(gallery: Page, width: int) -> None:
    gallery.set_viewport_size({"width": width, "height": 768})
    assert gallery.evaluate("document.documentElement.scrollWidth") <= width
    assert gallery.evaluate(OVERFLOWING) == []
    assert gallery.evaluate(TOO_SMALL) == []


@pytest.mark.parametrize("width", [360, 1366])
@pytest.mark.parametrize("path", ["/gallery/", "/help/", "/login/"])
def test_axe_finds_nothing(
    page: Page, live_server: Any, complaints: list[str], path: str, width: int
) -> None:
    page.set_viewport_size({"width": width, "height": 740})
    page.goto(f"{live_server.url}{path}")
    found = Axe().run(page).response["violations"]
    assert [(rule["id"], [node["target"] for node in rule["nodes"]]) for rule in found] == []


def test_a_card_on_a_phone_shows_three_facts_and_opens_the_rest(gallery: Page) -> None:
    gallery.set_viewport_size({"width": 360, "height": 740})
    row = gallery.locator("[data-cols=board] [data-row]").first
    shown = row.locator("td[data-label]:visible")
    assert shown.evaluate_all("cells => cells.map(c => c.dataset.label)") == [
        "Läge · dag", "Hemgångsklar", "Nästa steg",
    ]  # fmt: skip
    row.get_by_text("Fler uppgifter").click()
    assert shown.count() == 8
    row.get_by_text("Färre uppgifter").click()
    assert shown.count() == 3


def test_keys_move_in_the_list_and_can_be_turned_off(gallery: Page) -> None:
    gallery.keyboard.press("j")
    assert gallery.evaluate("document.activeElement.textContent") == "Lindqvist, Sven-Erik"
    gallery.keyboard.press("j")
    assert "Bergenstråhle" in gallery.evaluate("document.activeElement.textContent")
    gallery.keyboard.press("?")
    assert gallery.locator("#key-list").is_visible()
    gallery.get_by_label("Använd tangenter i den här webbläsaren").uncheck()
    gallery.keyboard.press("Escape")
    gallery.keyboard.press("k")
    assert "Bergenstråhle" in gallery.evaluate("document.activeElement.textContent")


def test_the_ticker_says_what_the_server_says(gallery: Page) -> None:
    at = datetime(2026, 11, 23, 7, 14, 5, tzinfo=UTC)
    minutes = [0, 0.5, 1, 46, 59, 60, 226, 1439, 1440, 3189, 20160, 99999]
    moments = [at + timedelta(minutes=sign * m) for m in minutes for sign in (1, -1)]
    module = gallery.locator("script[src*='ticker']").get_attribute("src")
    said = gallery.evaluate(
        """async ([module, now, dues]) => {
          const ticker = await import(module);
          return dues.map((due) => [ticker.words(due, now), ticker.level(due, now, 0)]);
        }""",
        [module, at.timestamp() * 1000, [moment.timestamp() * 1000 for moment in moments]],
    )
    assert said == [[words.time_left(moment, at), words.level_of(moment, at)] for moment in moments]


def test_the_page_ticks_by_the_servers_clock(gallery: Page) -> None:
    left = gallery.evaluate(
        """async (module) => {
          const { tickAll } = await import(module);
          const due = document.querySelector(".lus-deadline__left");
          due.dataset.due = "2026-11-23T12:00:00+01:00";
          tickAll(document, Date.parse("2026-11-23T12:47:10+01:00"));
          return [due.textContent, due.parentElement.dataset.level];
        }""",
        gallery.locator("script[src*='ticker']").get_attribute("src"),
    )
    assert left == ["47 min sen", "sent"]


def test_it_reads_without_script_and_without_colour(browser: Any, live_server: Any) -> None:
    page = browser.new_context(java_script_enabled=False, forced_colors="active").new_page()
    page.goto(f"{live_server.url}/gallery/")
    assert page.get_by_text("Dag 9, över frist").first.is_visible()
    assert page.get_by_role("table").count() == 2
    page.context.close()


def test_paper_shows_the_list_without_menus(gallery: Page) -> None:
    gallery.emulate_media(media="print")
    assert gallery.locator(".lus-top, .lus-nav, .lus-toolbar").locator("visible=true").count() == 0
    assert gallery.locator(".lus-print-head").is_visible()
    assert gallery.evaluate("getComputedStyle(document.querySelector('.lus-worklist thead')).display") == (
        "table-header-group"
    )


def test_the_first_visit_stays_small(page: Page, live_server: Any) -> None:
    """CSS, icons and own scripts as the server sends them: compressed."""
    sizes: dict[str, int] = {}
    page.on("response", lambda one: sizes.update({one.url: len(compress(one.body()))}) if one.ok else None)
    page.goto(f"{live_server.url}/gallery/", wait_until="networkidle")
    outside = [url for url in sizes if not url.startswith((live_server.url, "data:"))]
    assert outside == []
    own = {url: size for url, size in sizes.items() if "/static/web/" in url}
    assert sum(own.values()) < 45_000, json.dumps(own, indent=1)
