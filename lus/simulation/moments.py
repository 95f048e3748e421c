"""When something happened, said the way people say it, relative to the start of the demo.

``-34m`` and ``-5h``: that long ago. ``-6d 10:20``: on the local day six days ago. ``last 10:20``: the latest time
the clock in Sweden showed 10.20. ``office -2h``: the latest moment, at least two hours ago, at which offices were open.
"""

import re
from datetime import datetime, time, timedelta

from lus.swedish_time import at_local, is_helgdag, local_date, local_time

from .draws import OFFICE_CLOSES, OFFICE_OPENS

UNITS = {"m": "minutes", "h": "hours"}
LATEST = timedelta(minutes=2)
A_DAY = timedelta(days=1)
JUST_BEFORE_CLOSING = time(15, 50)


class Moments:
    """Reads times against ``now`` (aware UTC)."""

    def __init__(self, now: datetime) -> None:
        self.now = now

    def read(self, words: str) -> datetime:
        """Return the instant. Raises ValueError for words in no known form."""
        if words.startswith("office "):
            return self._open(self._ago(words.removeprefix("office ")))
        if words.startswith("last "):
            return self._last(time.fromisoformat(words.removeprefix("last ")))
        days = re.fullmatch(r"-(\d+)d (\d\d:\d\d)", words)
        if days:
            day = local_date(self.now) - timedelta(days=int(days[1]))
            return at_local(day, time.fromisoformat(days[2]), which="first")
        return self._ago(words)

    def moved_to_open(self, at: datetime, *, after: datetime) -> datetime:
        """Return ``at`` moved to a day when offices are open: back if that is still after ``after``, else on."""
        earlier = at
        while not is_open_day(earlier):
            earlier -= A_DAY
        if earlier > after:
            return earlier
        while not is_open_day(at):
            at += A_DAY
        return at

    def _ago(self, words: str) -> datetime:
        found = re.fullmatch(r"-(\d+)([mh])", words)
        if found is None:
            raise ValueError(f"no such time: {words}")
        return self.now - timedelta(**{UNITS[found[2]]: int(found[1])})

    def _last(self, clock: time) -> datetime:
        day = local_date(self.now)
        at = at_local(day, clock, which="first")
        return at if at <= self.now - LATEST else at_local(day - A_DAY, clock, which="first")

    def _open(self, at: datetime) -> datetime:
        local = local_time(at)
        if is_open_day(at) and OFFICE_OPENS <= local.time() < OFFICE_CLOSES:
            return at
        day = local.date() if local.time() >= OFFICE_CLOSES else local.date() - A_DAY
        while not is_open_day(at_local(day, JUST_BEFORE_CLOSING)):
            day -= A_DAY
        return at_local(day, JUST_BEFORE_CLOSING)


def is_open_day(at: datetime) -> bool:
    """Tell whether offices are open on the local day."""
    day = local_date(at)
    return day.weekday() < 5 and not is_helgdag(day)
