"""Fill the database with closed cases: drawn here up to a number, copied in the database beyond that."""

from collections.abc import Callable
from datetime import datetime
from itertools import islice
from random import Random
from uuid import UUID

from django.db import connection, transaction
from django.db.models.functions import Length

from discharge.models import Case
from discharge.rules.facts import EventFact

from .bulk_copy import Copies, can_leave_out_triggers
from .county_plan import CountyPlan
from .history import DAYS_IN_MONTH, past_cases
from .multiply import multiply
from .past_rows import change_of, rows_of
from .people import People

DRAWN_AT_MOST = 10_000
BATCH = 1000
GIVEN_OUT = 5  # characters of a code that an admission gets


def load_history(
    plan: CountyPlan,
    people: People,
    *,
    cases: int,
    seed: int,
    now: datetime,
    months: float,
    progress: Callable[[str], None],
) -> None:
    """Load closed cases until there are ``cases``; what is there already counts, so that a second run adds nothing."""
    closed = _loaded()
    if closed == 0:
        closed = _draw(plan, people, min(cases, DRAWN_AT_MOST), Random(seed), now, months, progress)
    if 0 < closed < cases:
        missing = cases - closed
        weeks = round(months * DAYS_IN_MONTH / 7) + 3
        multiply(wanted=Case.objects.count() + missing, weeks_apart=weeks, progress=progress)
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")


def _loaded() -> int:
    """Return how many cases of history there are: their codes are longer than those given out today."""
    return Case.objects.annotate(size=Length("reference")).filter(size__gt=GIVEN_OUT).count()


@transaction.atomic
def _draw(
    plan: CountyPlan,
    people: People,
    count: int,
    rng: Random,
    now: datetime,
    months: float,
    progress: Callable[[str], None],
) -> int:
    feed: list[tuple[UUID, EventFact]] = []
    fast = can_leave_out_triggers()
    if fast:
        with connection.cursor() as cursor:
            cursor.execute("SET LOCAL session_replication_role = replica")
    source = past_cases(plan, people, count=count, rng=rng, now=now, months=months)
    done = 0
    while batch := list(islice(source, BATCH)):
        copies = Copies()
        for past in batch:
            feed += [(past.case_id, event) for event in past.events]
            for model, row in rows_of(past):
                copies.add(model, row)
        copies.write()
        done += len(batch)
        progress(f"{done} of {count} closed cases")
    if fast:
        _write_feed(feed)
    return done


def _write_feed(feed: list[tuple[UUID, EventFact]]) -> None:
    """Write the feed in the order in which things were recorded; with triggers the database does it by itself."""
    copies = Copies()
    for case_id, event in sorted(feed, key=lambda item: item[1].recorded_at):
        copies.add(*change_of(case_id, event))
    copies.write()
