"""När knackar vi på?: at once when it is urgent, else within the channel's hours, or gathered twice a day."""

from collections.abc import Mapping
from datetime import datetime, time

from lus.opening_hours import Hours, next_opening
from lus.swedish_time import ONE_DAY, at_local, local_date

DIGEST_TIMES = (time(8, 0), time(13, 0))
EVERY_DAY = range(7)


def nudge_at(opens: time, closes: time, at: datetime, *, digest: bool, urgent: bool) -> datetime:
    """Return when a nudge written at ``at`` is due. ``opens``–``closes``: the channel's hours, every day alike."""
    if urgent:
        return at
    earliest = next_digest(at) if digest else at
    weekly: Mapping[int, tuple[time, time]] = dict.fromkeys(EVERY_DAY, (opens, closes))
    return next_opening(Hours(weekly), earliest) or earliest


def next_digest(at: datetime) -> datetime:
    """Return the next time at which what is not urgent is sent together."""
    day = local_date(at)
    times = [at_local(each, clock) for each in (day, day + ONE_DAY) for clock in DIGEST_TIMES]
    return next(moment for moment in times if moment > at)
