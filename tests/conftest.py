"""What all tests share: a real worker, a real browser, and how hard hypothesis looks."""

import os
from collections.abc import Iterator

import pytest
import time_machine
from django.contrib.staticfiles.handlers import StaticFilesHandler
from django.core.cache import cache
from django.test import override_settings
from hypothesis import settings as hypothesis_settings
from pytest_django.live_server_helper import LiveServer

pytest_plugins = ["tests.real_worker", "tests.real_live", "tests.real_browser"]

hypothesis_settings.register_profile("fast", max_examples=25, deadline=None, derandomize=True)
hypothesis_settings.register_profile("nightly", max_examples=2000, deadline=None)
hypothesis_settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "fast"))

YEAR = 365 * 24 * 60 * 60  # seconds
# Minutes each. Begun first, none of them is left for one core to finish while the others rest.
LONGEST_FIRST = (
    "test_every_page.py",
    "test_three_people.py",
    "test_visibility.py",
    "test_demo.py",
    "journeys",
)


@pytest.hookimpl(trylast=True)  # after pytest has put the tests of a browser behind all others
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Put the longest tests first; the rest keep their order."""
    items.sort(key=lambda item: not set(LONGEST_FIRST) & {item.path.name, item.path.parent.name})


@pytest.fixture(autouse=True)
def _clock_of_the_test(request: pytest.FixtureRequest) -> Iterator[None]:
    """Let the clock stand for a test that is marked ``at(moment)``."""
    if mark := request.node.get_closest_marker("at"):
        with time_machine.travel(mark.args[0], tick=False):
            yield
    else:
        yield


@pytest.fixture
def no_tries_yet() -> None:
    """Nobody has tried a code."""
    cache.clear()


class _LeavesFiles(StaticFilesHandler):
    """Leaves the files to WhiteNoise, which stands among the middleware."""

    def _should_handle(self, path: str) -> bool:
        return False


@pytest.fixture(scope="session")
def live_server() -> Iterator[LiveServer]:
    """Serve style sheets, scripts and icons as production does: from memory, and kept by the browser.

    pytest-django's own lets each of forty files be asked for again with each page.
    """
    server = LiveServer("localhost", start=False)
    server.thread.static_handler = _LeavesFiles
    # The clock of a story may stand years before the browser's, so a short age is over at once.
    with override_settings(WHITENOISE_MAX_AGE=100 * YEAR):
        server.start()
    yield server
    server.stop()
