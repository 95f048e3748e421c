"""Tider i SIP, intern rutin: how long each step may take, by the day it begins. None of these is a limit of the law.

The handbook's SIP page, 16: every number there that is marked *config*. The law's own, the three days of LUS
4 kap. 3 §, stands in ``discharge/rules/sip_summons_due.py``.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Final

from lus.swedish_time import end_of_local_day, local_date, nth_weekday_after


@dataclass(frozen=True, slots=True)
class SipPolicy:
    """What holds from ``valid_from`` on. ``*_weekdays``: whole weekdays after the day of what begins the clock.

    ``summon_days``: calendar days before a follow-up when it shall be called; ``ahead_days``: when its unit is told.
    ``first_weeks`` to ``usual_weeks``: when a plan is followed up as usual; ``latest_months``: no later than that.
    ``reopen_months``: for how long a plan that is closed can be opened again.
    """

    valid_from: date
    reply_weekdays: int = 3
    substitute_weekdays: int = 1
    draft_weekdays: int = 1
    confirm_weekdays: int = 5
    copy_weekdays: int = 2
    start_weekdays: int = 10
    summon_days: int = 14
    ahead_days: int = 28
    first_weeks: int = 4
    usual_weeks: int = 8
    latest_months: int = 6
    reopen_months: int = 12


# Oldest first. A new row changes no clock that has begun.
POLICIES: Final = (SipPolicy(date(2018, 1, 1)),)


def policy_on(day: date) -> SipPolicy:
    """Return what holds for a clock that begins on ``day``; before the first row the first."""
    known = [one for one in POLICIES if one.valid_from <= day]
    return known[-1] if known else replace(POLICIES[0], valid_from=day)


def weekdays_on(start: datetime, weekdays: int) -> datetime:
    """Return the end (UTC, exclusive) of the last of so many weekdays after the Swedish day of ``start``."""
    return end_of_local_day(nth_weekday_after(local_date(start), weekdays))


def policy_at(start: datetime) -> SipPolicy:
    """Return what holds for a clock that begins at ``start``, aware."""
    return policy_on(local_date(start))
