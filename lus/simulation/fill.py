"""The whole invented county in order: places, accounts, agreements, history, today."""

from collections.abc import Callable
from datetime import datetime
from random import Random

from deviations.actions.sweep_candidates import look_again
from discharge.models import Case
from lus.persons.models import Person
from lus.swedish_time import local_date

from .accounts import save_accounts
from .county import save_county
from .load_history import load_history
from .people import People
from .practice_agreement import load_practice_agreements
from .reviewed_month import review_last_month
from .rosters import save_rosters
from .surveys import answer_past_surveys
from .today import tell_today

DEFAULT_CASES, DEFAULT_MONTHS, DEFAULT_SEED = 3000, 2.0, 20260101


def fill(
    *,
    now: datetime,
    progress: Callable[[str], None],
    cases: int = DEFAULT_CASES,
    seed: int = DEFAULT_SEED,
    months: float = DEFAULT_MONTHS,
    with_today: bool = True,
) -> None:
    """Fill the database. Safe to run again: what is there stays. ``progress`` takes a line about each slow step."""
    plan = save_county()
    save_accounts(plan)
    save_rosters(plan, now=now)
    load_practice_agreements(local_date(now))
    progress(f"{len(plan.units)} units in Region Stockholm and its municipalities")
    people = People(Random(seed), plan, local_date(now))
    people.taken.update(Person.objects.values_list("identifier", flat=True))
    load_history(plan, people, cases=cases, seed=seed, now=now, months=months, progress=progress)
    if with_today and not Case.objects.filter(closed_at__isnull=True).exists():
        tell_today(plan, people, now=now, progress=progress)
        progress(f"{look_again(at=now)} cases looked through for deviations to report")
        review_last_month(plan, now=now, progress=progress)
        answer_past_surveys(plan, now=now, seed=seed, progress=progress)
