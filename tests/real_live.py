"""A real live process on the test database, for tests that ask for `live`.

Such a test uses `@pytest.mark.django_db(transaction=True)`. The pages of `live_server` are told where it listens.
"""

import http.client
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings as django_settings
from pytest_django.fixtures import Settings

from lus.embedded.process_table import demo_place, jobs
from lus.organisations.actor import Actor
from tests.factories import signed_in

CHECKOUT = Path(__file__).resolve().parents[1]
SECONDS_TO_START = 30
SECONDS_TO_HEAR = 15


@pytest.fixture(scope="session")
def live_process(process_environment: dict[str, str]) -> Iterator[int]:
    """Start it once for all tests, with the demo's command; yield its port."""
    port = _free_port()
    place = demo_place(bind="", live_bind=("127.0.0.1", port), beat_file="")
    job = next(job for job in jobs(place) if job.name == "live")
    environment = {**process_environment, **job.environment, "LIVE_PORT": str(port)}
    process = subprocess.Popen([sys.executable, *job.command], cwd=CHECKOUT, env=environment)
    try:
        _wait_until_ready(port, process)
        yield port
    finally:
        process.terminate()
        process.wait(20)


@pytest.fixture
def live(live_process: int, settings: Settings) -> int:
    """Tell the pages of this test where the stream is; return its port."""
    settings.LIVE_PORT = live_process
    policy = django_settings.CONTENT_SECURITY_POLICY["DIRECTIVES"]
    allowed = {**policy, "connect-src": [*policy["connect-src"], f"*:{live_process}"]}
    settings.CONTENT_SECURITY_POLICY = {"DIRECTIVES": allowed}
    return live_process


@dataclass
class Listener:
    """An open stream, read line by line as a browser does."""

    answer: http.client.HTTPResponse

    def hears(self) -> dict[str, str]:
        """Return the next event: ``{id, event, data}``; wait for it at most SECONDS_TO_HEAR."""
        event: dict[str, str] = {}
        while True:
            line = self.answer.readline().decode().rstrip("\n")
            if not line and event:
                return event
            name, colon, value = line.partition(":")
            if colon and name in ("id", "event", "data"):
                event[name] = value.strip()
            if not line and self.answer.isclosed():
                raise EOFError("the stream has ended")

    def close(self) -> None:
        self.answer.close()


def cookie_of(actor: Actor) -> str:
    """Sign ``actor`` in; return the cookie as the browser sends it."""
    name = django_settings.SESSION_COOKIE_NAME
    return f"{name}={signed_in(actor).cookies[name].value}"


def listen(port: int, cookie: str = "", **headers: str) -> Any:
    """Open a stream; return the ``Listener``, or the status when it is refused."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=SECONDS_TO_HEAR)
    connection.request("GET", "/live/", headers={"Cookie": cookie, **headers})
    answer = connection.getresponse()
    return Listener(answer) if answer.status == 200 else answer.status


def _wait_until_ready(port: int, process: subprocess.Popen[bytes]) -> None:
    give_up = time.monotonic() + SECONDS_TO_START
    while not is_ready(port, "/live/ping"):
        if process.poll() is not None or time.monotonic() > give_up:
            raise RuntimeError("the live process did not start; its output is above")
        time.sleep(0.05)


def is_ready(port: int, path: str) -> bool:
    """Tell whether a process at ``port`` answers 200."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=2)
    try:
        connection.request("GET", path)
        return connection.getresponse().status == 200
    except OSError:
        return False
    finally:
        connection.close()


def _free_port() -> int:
    with socket.socket() as trial:
        trial.bind(("127.0.0.1", 0))
        port: int = trial.getsockname()[1]
    return port
