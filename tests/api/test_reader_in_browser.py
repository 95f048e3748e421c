"""The reader of the contract works under our own content policy."""

import re
from typing import Any

import pytest
from playwright.sync_api import expect

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


def test_the_reader_shows_the_acts_and_breaks_no_policy(page: Any, live_server: Any) -> None:
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text) if message.type == "error" else None)
    page.goto(f"{live_server.url}/api/docs")
    page.wait_for_selector(".opblock", timeout=20_000)
    act = page.get_by_text(re.compile(r"/cases/\{case_id\}/acts/acknowledge\W*$"))
    page.mouse.move(600, 500)
    for _ in range(40):  # a long list is drawn where one looks at it
        if act.count():
            break
        page.mouse.wheel(0, 400)
        page.wait_for_timeout(50)
    expect(act).to_have_count(1)
    assert said == []
