"""The log names the route and the status; it never repeats an address, a query or what was sent."""

import logging
import sys

import pytest
from django.test import Client

from lus.logs import PlacesOnly, logging_settings


def test_a_request_is_one_line_with_route_and_status(
    client: Client, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.INFO, logger="lus.request")
    answer = client.get("/no-such-page/19121212-1212?name=Tolvan")
    (line,) = [record.getMessage() for record in caplog.records if record.name == "lus.request"]
    assert line.startswith("GET (no route) 404 ")
    assert "1212" not in caplog.text
    assert "Tolvan" not in caplog.text
    assert len(answer["X-Request-ID"]) == 32


def test_health_is_not_logged(client: Client, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.INFO, logger="lus.request")
    client.get("/livez")
    assert [record for record in caplog.records if record.name == "lus.request"] == []


def test_production_logs_where_an_error_happened_but_not_its_text() -> None:
    quoted_row = "-".join(("19121212", "1212"))
    try:
        raise ValueError(quoted_row)
    except ValueError:
        told = PlacesOnly().formatException(sys.exc_info())
    assert told.startswith("ValueError at\n")
    assert "test_request_log.py" in told
    assert quoted_row not in told


@pytest.mark.parametrize(("hide", "formatter"), [(True, "lus.logs.PlacesOnly"), (False, "logging.Formatter")])
def test_only_production_hides_messages(hide: bool, formatter: str) -> None:
    assert logging_settings(hide_messages=hide, level="INFO")["formatters"]["line"]["()"] == formatter
