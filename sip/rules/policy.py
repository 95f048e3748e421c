"""Tider i SIP, intern rutin: how long each step may take, by the day it begins, the region and the care form.

None of these is a limit of the law. The handbook's SIP page, 16: every number there that is marked *config*. The law's
own, the three days of LUS 4 kap. 3 §, stand in ``discharge/rules/sip_summons_due.py``.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Final

from discharge.rules.facts import CaseFacts
from lus.swedish_time import end_of_local_day, local_date, nth_weekday_after

ANY: Final = ""


@dataclass(frozen=True, slots=True)
class SipPolicy:
    """What holds from ``valid_from`` on, in one region and care form or in ``ANY``.

    ``*_weekdays``: whole weekdays after the day of what begins the clock.
    ``summon_days``: calendar days before a follow-up when it shall be called; ``ahead_days``: when its unit is told.
    ``first_weeks`` to ``usual_weeks``: when a plan is followed up as usual; ``latest_months``: no later than that.
    ``reopen_months``: for how long a plan that is closed can be opened again.
    """

    valid_from: date
    region_code: str = ANY
    care_form: str = ANY
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


# A new row changes no clock that has begun.
POLICIES: Final = (SipPolicy(date(2018, 1, 1)),)


def policy_on(day: date, region_code: str = ANY, care_form: str = ANY) -> SipPolicy:
    """Return what holds for what begins on ``day``; before the first row the first.

    The region's own before everybody's, the care form's own before any, and of those the newest.
    """
    found = [
        one
        for one in POLICIES
        if one.valid_from <= day
        and one.region_code in (ANY, region_code)
        and one.care_form in (ANY, care_form)
    ]
    if not found:
        return replace(POLICIES[0], valid_from=day)
    return max(found, key=lambda one: (one.region_code != ANY, one.care_form != ANY, one.valid_from))


def policy_of(process: CaseFacts | None, day: date) -> SipPolicy:
    """Return what holds on ``day`` for the plan, by its region and care form as far as they are known."""
    return policy_on(day, process.region_code, process.care_form) if process else policy_on(day)


def policy_at(start: datetime, process: CaseFacts | None = None) -> SipPolicy:
    """Return what holds for a clock of the plan that begins at ``start``, aware."""
    return policy_of(process, local_date(start))


def weekdays_on(start: datetime, weekdays: int) -> datetime:
    """Return the end (UTC, exclusive) of the last of so many weekdays after the Swedish day of ``start``."""
    return end_of_local_day(nth_weekday_after(local_date(start), weekdays))
