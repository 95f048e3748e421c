"""`make live`: how soon a change is on the other boards, and what an idle stream costs. Exit 1 if a goal is missed.

Fifty real browsers and a thousand streams against the demo's own web and live processes, on empty servers. Takes about
three minutes; without Chromium only the streams are measured, and the report says so.
"""

import os
import shutil
import sys
import time

from lus.embedded.places import throwaway_folder
from lus.embedded.services import services

BEGAN = time.perf_counter()


def say(text: str) -> None:
    print(f"[{time.perf_counter() - BEGAN:6.1f} s] {text}", flush=True)


def run(home: str, addresses: dict[str, str]) -> int:
    """Start the processes, measure, report."""
    from pathlib import Path

    import django

    django.setup()
    from django.core.management import call_command

    call_command("migrate", verbosity=0)
    from discharge.actions.load_agreements import load_agreements
    from discharge.rules.agreement_records import RECORDS
    from discharge.rules.amounts import AMOUNTS
    from tests.bench import report
    from tests.live_bench import boards, idle
    from tests.live_bench.running import running

    load_agreements(RECORDS, AMOUNTS)
    with running(Path(home), addresses) as served:
        results = idle.idle_results(served, say)
        if boards.browser_is_missing():
            say("no Chromium: how soon a change is seen was not measured")
        else:
            results.append(boards.delay_result(served.web, say))
        print("\n" + report.write(results, heading="live streams", name="live"))
    return 0 if all(result.ok for result in results) else 1


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
