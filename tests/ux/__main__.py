"""`make ux`: clicks and seconds for the main tasks of `screens.md` §20. Exit 1 if a goal is missed.

Clicks are counted in a real browser against the demo's own web process; the seconds are an estimate (`seconds.py`):
hands and thoughts by the keystroke-level model, and what the pages took, measured. `build/ux.json` has the figures.
"""

import json
import os
import shutil
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any

from lus.embedded.places import throwaway_folder
from lus.embedded.services import services

from .seconds import Effort

if TYPE_CHECKING:
    from .scene import Scene
    from .tasks import Task


def measured(address: str) -> list[dict[str, Any]]:
    """Do every task once, in order, with people who are signed in."""
    from playwright.sync_api import sync_playwright

    from tests.real_browser import CHROMIUM, QUIET_AND_OFFLINE

    from .scene import a_scene
    from .tasks import TASKS

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=QUIET_AND_OFFLINE)
        with a_scene(browser, address) as scene:
            found = [_measured(task, scene) for task in TASKS]
        browser.close()
    return found


def _measured(task: "Task", scene: "Scene") -> dict[str, Any]:
    who, done = task.prepare(scene)
    who.clicks = who.keys = 0
    began = time.perf_counter()
    done()
    effort = Effort(who.clicks, who.keys, time.perf_counter() - began)
    print(".", end="", flush=True)
    return {
        "task": task.name,
        "from": task.begins,
        "clicks": effort.clicks,
        "clicks_goal": task.clicks,
        "keys": effort.keys,
        "machine": round(effort.machine, 2),
        "seconds": round(effort.seconds, 1),
        "seconds_goal": task.seconds,
        "ok": effort.clicks <= task.clicks and effort.seconds <= task.seconds,
    }


def report(found: list[dict[str, Any]]) -> str:
    """Write ``build/ux.json``; return the table."""
    build = Path(__file__).resolve().parents[2] / "build"
    build.mkdir(exist_ok=True)
    (build / "ux.json").write_text(json.dumps(found, ensure_ascii=False, indent=1) + "\n")
    columns = ("task", "from", "clicks", "goal", "keys", "machine s", "estimate s", "goal", "")
    head = f"| {' | '.join(columns)} |\n{'|---' * len(columns)}|\n"
    return head + "".join(
        f"| {row['task']} | {row['from']} | {row['clicks']} | {row['clicks_goal']} | {row['keys']} "
        f"| {row['machine']} | {row['seconds']} | {row['seconds_goal']} | {'ok' if row['ok'] else 'MISSED'} |\n"
        for row in found
    )


def run(home: str, addresses: dict[str, str]) -> int:
    """Start the processes, measure, report."""
    import django

    django.setup()
    from django.core.management import call_command

    call_command("migrate", verbosity=0)
    from discharge.actions.load_agreements import load_agreements
    from discharge.rules.agreement_records import RECORDS
    from discharge.rules.amounts import AMOUNTS
    from tests.live_bench.running import running

    load_agreements(RECORDS, AMOUNTS)
    with running(Path(home), addresses) as served:
        found = measured(served.web)
    print("\n\n" + report(found))
    return 0 if all(row["ok"] for row in found) else 1


def main() -> int:
    home = throwaway_folder()
    try:
        with services(home, durable=False, given={}) as addresses:
            os.environ.update(addresses, LUS_TEST="1", DJANGO_SETTINGS_MODULE="lus.settings")
            os.environ.update(DJANGO_ALLOW_ASYNC_UNSAFE="1", LOG_LEVEL="WARNING")
            return run(str(home), addresses)
    finally:
        shutil.rmtree(home, ignore_errors=True)


if __name__ == "__main__":
    sys.exit(main())
