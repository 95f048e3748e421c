"""pytest plugin: private PostgreSQL and Valkey for this run, gone afterwards.

Loaded by `-p lus.embedded.pytest_services` before pytest-django reads the settings; a conftest.py would be too late.
Several runs at the same time never meet. `LUS_TEST_EXTERNAL=1` uses DATABASE_URL and REDIS_URL as they are instead.
"""

import atexit
import os
from contextlib import ExitStack

os.environ["LUS_TEST"] = "1"
os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "1"  # Playwright's loop runs in the thread of the tests

if "LUS_TEST_EXTERNAL" not in os.environ:
    from .services import throwaway_services

    _running = ExitStack()
    atexit.register(_running.close)
    os.environ.update(_running.enter_context(throwaway_services()))
