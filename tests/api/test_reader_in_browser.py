"""The reader of the contract works under our own content policy."""

import re
from typing import Any

import pytest

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


def test_the_reader_shows_the_acts_and_breaks_no_policy(page: Any, live_server: Any) -> None:
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text) if message.type == "error" else None)
    page.goto(f"{live_server.url}/api/docs")
    page.wait_for_selector(".opblock", timeout=20_000)
    assert page.get_by_text(re.compile(r"/cases/\{case_id\}/acts/acknowledge\W*$")).count() == 1
    assert said == []
