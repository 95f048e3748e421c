"""When things happened in one past stay: admission, notice, ready, withdrawn, discharge. Drawn, then never changed."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from random import Random

from lus.swedish_time import end_of_local_day, local_date

from .draws import between, day_from, lognormal, minutes, time_of_day
from .parameters import parameters

CLOSES_AFTER = timedelta(days=3)
FRIDAY, SATURDAY = 4, 5


@dataclass(frozen=True)
class StayTimes:
    """``spells``: (ready notice sent, withdrawn or None) in order; empty when there never was a ready notice."""

    admitted: datetime
    notice: datetime
    spells: tuple[tuple[datetime, datetime | None], ...]
    left: datetime

    @property
    def closes(self) -> datetime:
        """The midnight at which the clock closes the case."""
        return end_of_local_day(local_date(self.left) + CLOSES_AFTER)


def draw_stay(rng: Random, care_form: str, start: date, now: datetime) -> StayTimes:
    """Draw a stay that begins near the local date ``start``, whole weeks earlier if it would not be closed by now."""
    stay = _draw(rng, care_form, start)
    while stay.closes >= now:
        start -= timedelta(weeks=1)
        stay = _draw(rng, care_form, start)
    return stay


def _draw(rng: Random, care_form: str, start: date) -> StayTimes:
    form = parameters()["care_form"][care_form]
    admitted = time_of_day(rng, "admission", day_from(rng, "admission", start))
    notice = _notice(rng, admitted)
    stay = timedelta(days=lognormal(rng, form["los_median_days"], form["los_sigma"]))
    able = max(admitted + stay, notice + timedelta(hours=3))
    if rng.random() >= form["p_ready_with_municipal_need"]:
        day = day_from(rng, "discharge", local_date(able))
        return StayTimes(admitted, notice, (), time_of_day(rng, "discharge", day, not_before=able))
    spells = _spells(rng, able)
    return StayTimes(admitted, notice, spells, _left(rng, form, spells[-1][0]))


def _notice(rng: Random, admitted: datetime) -> datetime:
    """Draw when the notice was sent: within 24 hours in the usual share, and mostly by day."""
    weights = parameters()["hours"]["admission_notice"]
    if rng.random() >= parameters()["process"]["admission_notice_within_24h"]:
        late = admitted + timedelta(hours=24) + minutes(rng, 10, 26 * 60)
        return late
    tries = [between(rng, admitted + timedelta(minutes=40), admitted + timedelta(hours=23)) for _ in range(6)]
    return rng.choices(tries, weights=[weights[(at.hour + 1) % 24] + 0.1 for at in tries])[0]


def _spells(rng: Random, able: datetime) -> tuple[tuple[datetime, datetime | None], ...]:
    ready = _ready(rng, able)
    if rng.random() >= parameters()["process"]["ready_withdrawn"]:
        return ((ready, None),)
    withdrawn = ready + minutes(rng, 5 * 60, 40 * 60)
    return ((ready, withdrawn), (_ready(rng, withdrawn + timedelta(hours=20)), None))


def _ready(rng: Random, able: datetime) -> datetime:
    return time_of_day(rng, "ready_notice", day_from(rng, "ready_notice", local_date(able)), not_before=able)


def _left(rng: Random, form: dict[str, float], ready: datetime) -> datetime:
    day = local_date(ready)
    if rng.random() < form["p_same_day"] * _same_day_factor(day):
        return time_of_day(rng, "discharge", day, not_before=ready + timedelta(minutes=40))
    day = day_from(rng, "discharge", day + timedelta(days=_days(rng, form)))
    return time_of_day(rng, "discharge", day)


def _same_day_factor(day: date) -> float:
    effects = parameters()["effects"]
    if day.weekday() >= SATURDAY:
        return float(effects["p_same_day_weekend_factor"])
    return float(effects["p_same_day_friday_factor"]) if day.weekday() == FRIDAY else 1.0


def _days(rng: Random, form: dict[str, float]) -> int:
    """Draw the days as ready, at least one: geometric, with a lognormal tail."""
    if rng.random() < form["days1_tail_share"]:
        return max(1, round(lognormal(rng, form["days1_tail_mean"], form["days1_tail_sigma"])))
    days = 1
    while rng.random() > 1 / form["days1_geometric_mean"]:
        days += 1
    return days
