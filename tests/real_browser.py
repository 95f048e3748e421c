"""Debian's own Chromium for the tests marked `browser`; without it they are skipped and say so."""

import ctypes
import os
from pathlib import Path
from typing import Any

import pytest

# The one without windows starts sooner and takes less; a page cannot tell them apart.
INSTALLED = [
    path for path in ("/usr/bin/chromium-headless-shell", "/usr/bin/chromium") if Path(path).exists()
]
CHROMIUM = os.environ.get("CHROMIUM") or next(iter(INSTALLED), "/usr/bin/chromium")
QUIET_AND_OFFLINE = [
    "--no-sandbox",  # it runs as root in CI, and opens only our own pages
    "--disable-quic",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
    "--disable-dev-shm-usage",
    "--disable-gpu",
    "--disable-extensions",
    "--disable-features=PreloadTopChromeWebUI",  # pages of the browser's own, loaded for each new window
]


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args: dict[str, Any]) -> dict[str, Any]:
    """Start the system's Chromium instead of a downloaded one."""
    return {**browser_type_launch_args, "executable_path": CHROMIUM, "args": QUIET_AND_OFFLINE}


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark every test that opens a page, and skip it with the reason when there is no browser."""
    missing = _missing()
    reason = f"missing: {missing}. Install it: sudo apt-get install chromium libatomic1 fonts-dejavu-core"
    for item in items:
        if {"browser", "page", "context"} & set(getattr(item, "fixturenames", ())):
            item.add_marker(pytest.mark.browser)
            if missing:
                item.add_marker(pytest.mark.skip(reason=reason))


def _missing() -> str | None:
    if not Path(CHROMIUM).exists():
        return CHROMIUM
    try:
        ctypes.CDLL("libatomic.so.1")  # the program that steers the browser is linked to it
    except OSError:
        return "libatomic.so.1"
    return None
