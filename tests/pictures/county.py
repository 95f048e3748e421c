"""Where the pictures are taken: a small invented county on one address, at a moment that does not pass."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime

import time_machine
from django.contrib.staticfiles.handlers import StaticFilesHandler
from django.core.management import call_command
from django.db import connection
from django.test.testcases import LiveServerThread

from lus.simulation.fill import fill

NOW = datetime(
    2026, 11, 24, 9, 20, tzinfo=UTC
)  # a Tuesday, 10.20 in Sweden: the weekend has just been counted
CLOSED_CASES = 200


@contextmanager
def a_county_that_stands_still() -> Iterator[str]:
    """Yield the address of the filled county."""
    call_command("migrate", verbosity=0)
    with time_machine.travel(NOW, tick=False):
        fill(now=NOW, cases=CLOSED_CASES, progress=print)
        server = LiveServerThread("127.0.0.1", static_handler=StaticFilesHandler)
        server.daemon = True
        server.start()
        server.is_ready.wait()
        if server.error:
            raise server.error
        try:
            yield f"http://127.0.0.1:{server.port}"
        finally:
            server.terminate()
            connection.close()
