"""Chance: instants and numbers drawn by the parameters' weights. Local days and hours, instants in UTC."""

from datetime import UTC, date, datetime, time, timedelta
from math import exp, log
from random import Random

from lus.swedish_time import STOCKHOLM, is_helgdag, local_time

from .parameters import parameters

OFFICE_OPENS, OFFICE_CLOSES = time(8, 0), time(16, 30)
SUNDAY = 6


def day_weight(kind: str, day: date) -> float:
    """Return how common ``kind`` (a key of ``[weekday]``) is on the day; a red day counts as a Sunday."""
    weekday = SUNDAY if is_helgdag(day) else day.weekday()
    return float(parameters()["weekday"][kind][weekday])


def day_from(rng: Random, kind: str, first: date) -> date:
    """Return a day from ``first`` on, seldom one on which ``kind`` is rare."""
    day = first
    while rng.random() > day_weight(kind, day):
        day += timedelta(days=1)
    return day


def time_of_day(rng: Random, kind: str, day: date, *, not_before: datetime | None = None) -> datetime:
    """Return an instant on the local day, by the hours' weights; a little after ``not_before`` if that is later."""
    hour = rng.choices(range(24), weights=parameters()["hours"][kind])[0]
    # 02 is the hour that the clock may skip; nobody misses it
    local = datetime.combine(
        day, time(3 if hour == 2 else hour, rng.randrange(60), rng.randrange(60)), STOCKHOLM
    )
    at = local.astimezone(UTC)
    if not_before is not None and at <= not_before:
        return not_before + minutes(rng, 20, 150)
    return at


def minutes(rng: Random, least: float, most: float) -> timedelta:
    """Return between ``least`` and ``most`` minutes, in whole seconds."""
    return timedelta(seconds=int(rng.uniform(least, most) * 60))


def between(rng: Random, first: datetime, last: datetime) -> datetime:
    """Return an instant between the two, in whole seconds."""
    return first + timedelta(seconds=int(rng.random() * max(0.0, (last - first).total_seconds())))


def lognormal(rng: Random, median: float, sigma: float) -> float:
    return exp(rng.gauss(log(median), sigma))


def poisson(rng: Random, mean: float) -> int:
    """Return a count; small means only."""
    limit, count, product = exp(-mean), 0, rng.random()
    while product > limit:
        count += 1
        product *= rng.random()
    return count


def in_office_hours(rng: Random, at: datetime) -> datetime:
    """Return ``at`` if an office is open then, else soon after it opens next."""
    local = local_time(at)
    if _is_open(local.date()) and OFFICE_OPENS <= local.time() < OFFICE_CLOSES:
        return at
    day = local.date() if local.time() < OFFICE_OPENS else local.date() + timedelta(days=1)
    while not _is_open(day):
        day += timedelta(days=1)
    opens = datetime.combine(day, OFFICE_OPENS, STOCKHOLM).astimezone(UTC)
    return opens + minutes(rng, 3, 90)


def _is_open(day: date) -> bool:
    return day.weekday() < 5 and not is_helgdag(day)
