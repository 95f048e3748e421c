"""`make bench`: speed against floors that are measured in the same run. Exit 1 if a goal is missed.

LUS_BENCH_CASES=100000 make bench      fewer than the million cases that the goals are set for
"""

import os
import shutil
import sys
import time

from lus.embedded.places import throwaway_folder
from lus.embedded.services import services

CASES = int(os.environ.get("LUS_BENCH_CASES", "1000000"))
FEW = min(10_000, CASES // 10)
BEGAN = time.perf_counter()


def say(text: str) -> None:
    print(f"[{time.perf_counter() - BEGAN:6.1f} s] {text}", flush=True)


def run() -> int:
    """Build the world, measure, report."""
    import django

    django.setup()
    from django.conf import settings
    from django.core.management import call_command
    from django.utils import timezone

    settings.ROOT_URLCONF = "tests.bench.plain_page"
    call_command("migrate", verbosity=0)
    from lus.simulation.multiply import multiply
    from tests.bench import acts, board, report, world

    at = timezone.now().replace(microsecond=0)
    built = world.build(at, say)
    multiply(wanted=FEW, weeks_apart=9, progress=lambda _: None)
    _analyze()
    few = board.board_times(built.places[50])
    say(f"board measured with {FEW:,} cases")
    have = multiply(wanted=CASES, weeks_apart=9, progress=say)
    _analyze()
    many = board.board_times(built.places[50])
    results = [
        board.ratio_result(many, built.places[50], have),
        *board.sql_results(built.places),
        board.growth_result(few, many, FEW, have),
        acts.mark_ready_result(built.places[14], at),
        acts.sweep_result(at),
    ]
    print("\n" + report.write(results, heading=f"{have:,} cases"))
    return 0 if all(result.ok for result in results) else 1


def _analyze() -> None:
    from django.db import connection

    with connection.cursor() as cursor:
        cursor.execute("VACUUM ANALYZE")


def main() -> int:
    home = throwaway_folder()
    try:
        with services(home, durable=True, given={}) as addresses:
            os.environ.update(
                addresses, LUS_TEST="1", DJANGO_SETTINGS_MODULE="lus.settings", LOG_LEVEL="WARNING"
            )
            return run()
    finally:
        shutil.rmtree(home, ignore_errors=True)


if __name__ == "__main__":
    sys.exit(main())
