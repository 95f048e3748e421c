"""`make demo` from nothing: it opens, a task makes the round trip, it stops, and the data is still there next time."""

import os
import socket
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from lus.embedded import places

CHECKOUT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def state() -> Iterator[Path]:
    """A folder of its own, so that a demo that is running from this checkout is not disturbed."""
    folder = places.throwaway_folder()
    yield folder
    subprocess.run(["rm", "-rf", str(folder)], check=True)


def _demo(state: Path, port: int) -> subprocess.CompletedProcess[str]:
    outside = ("DATABASE_URL", "REDIS_URL", "LUS_TEST", "LUS_STOP_WITH_PARENT", "DJANGO_ALLOW_ASYNC_UNSAFE")
    environment = {name: value for name, value in os.environ.items() if name not in outside}
    environment |= {"DEMO_ONCE": "1", "CASES": "20", "PORT": str(port), "LUS_STATE": str(state)}
    command = [sys.executable, "-m", "lus.embedded.demo"]
    return subprocess.run(command, cwd=CHECKOUT, env=environment, capture_output=True, text=True, timeout=300)


def _free_port() -> int:
    with socket.socket() as trial:
        trial.bind(("127.0.0.1", 0))
        port: int = trial.getsockname()[1]
    return port


def test_the_demo_opens_answers_and_stops_twice(state: Path) -> None:
    for _ in range(2):
        port = _free_port()
        finished = _demo(state, port)
        assert finished.returncode == 0, finished.stdout + finished.stderr
        assert finished.stdout.count("http://") == 1
        assert f"LUS is open at http://127.0.0.1:{port}/" in finished.stdout
        assert finished.stdout.endswith("Everything is stopped; the data is kept.\n")
    assert (state / "postgres" / "data" / "PG_VERSION").exists()
    assert not (state / "postgres" / "data" / "postmaster.pid").exists()


def test_a_taken_port_is_said_before_anything_starts(state: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        finished = _demo(state, port)
    assert finished.returncode == 1
    assert (
        finished.stdout
        == f"Port {port} cannot be used (Address already in use). Try: PORT={port + 1} make demo\n"
    )
