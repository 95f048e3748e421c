"""A real Celery worker on the test database, for tests that ask for `worker`.

Such a test uses `@pytest.mark.django_db(transaction=True)`: the worker is another process and sees only what is
committed. It listens on a queue of its own, and Django's test settings send there.
"""

import os
import subprocess
import sys
import time
import uuid
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.core.cache import cache
from django.db import connection
from pytest_django.fixtures import Settings

CHECKOUT = Path(__file__).resolve().parents[1]
SECONDS_TO_START = 30


@pytest.fixture(scope="session")
def process_environment(django_db_setup: None) -> dict[str, str]:
    """Environment for real processes that must see the *test* database."""
    before, _, query = os.environ["DATABASE_URL"].partition("?")
    server, name = before.rpartition("/")[0], connection.settings_dict["NAME"]
    return {**os.environ, "DATABASE_URL": f"{server}/{name}?{query}"}


@pytest.fixture(scope="session")
def worker_mail(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder in which the worker's mails lie."""
    return tmp_path_factory.mktemp("mail")


@pytest.fixture(scope="session")
def worker_process(process_environment: dict[str, str], worker_mail: Path) -> Iterator[str]:
    """Start the worker once for all tests; yield the name of its queue."""
    queue = f"test-{uuid.uuid4().hex[:8]}"
    command = [
        "celery",
        "-A",
        "lus",
        "worker",
        "-P",
        "solo",
        "-Q",
        queue,
        "-n",
        f"{queue}@test",
        "-l",
        "warning",
    ]
    process = subprocess.Popen(
        [sys.executable, "-m", *command, "--without-gossip", "--without-mingle"],
        cwd=CHECKOUT,
        env={**process_environment, "CELERY_QUEUE": queue, "EMAIL_URL": f"filemail:///{worker_mail}"},
    )
    try:
        _wait_for_answer(queue, process)
        yield queue
    finally:
        process.terminate()
        process.wait(20)


@pytest.fixture
def worker(worker_process: str, settings: Settings) -> Iterator[str]:
    """Send this test's tasks to the real worker, and nudge it after commits as in production."""
    from lus.celery import app

    before = app.conf.task_default_queue
    app.conf.task_default_queue = worker_process
    settings.LUS_WAKE_WORKER = True
    yield worker_process
    app.conf.task_default_queue = before


def _wait_for_answer(queue: str, process: subprocess.Popen[bytes]) -> None:
    from lus.celery import canary

    token = uuid.uuid4().hex
    canary.apply_async((token,), queue=queue)
    give_up = time.monotonic() + SECONDS_TO_START
    while cache.get(f"canary:{token}") is None:
        if process.poll() is not None or time.monotonic() > give_up:
            raise RuntimeError("the Celery worker did not start; its output is above")
        time.sleep(0.05)
