"""Ärendets plats i månadsmedelvärdet, LUS 4 kap. 5 §: does a closed case count, with how many days, which month.

A case counts when the conditions of 5:3 hold on the day it ended and no day was lost to 5:5. Others are listed
with their reason and stand outside both days and number (D-16). Month is that of discharge or death (D-05, D-17).
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from discharge.rules.day_codes import DayCode
from discharge.rules.ledger import Ledger
from discharge.rules.ledger_day import DayInPeriod, PeriodCount, undecided, unmet_condition
from discharge.rules.ledger_facts import LedgerFacts
from discharge.rules.monthly_mean import CaseDays, case_days
from lus.swedish_time import local_date


@dataclass(frozen=True, slots=True)
class CaseInMean:
    """``case`` when it counts, otherwise ``outside_because`` a day code; ``ended_on`` gives the month.

    Transferred cases have ``outside_because`` ``transfer_day``; a case that was not ready when it ended has
    ``not_ready``.
    """

    ended_on: date
    case: CaseDays | None
    outside_because: DayCode | None


def place_in_mean(facts: LedgerFacts, ledger: Ledger, case_id: str = "") -> CaseInMean | None:
    """Place one case, whose ``ledger`` was built from ``facts``; None while it is open or was never ready."""
    if not ledger.counts:
        return None
    last = ledger.counts[-1]
    closed_at, line = last.period.closed_at, ledger.lines[-1] if ledger.lines else None
    ended_by_close = last.period.closed_by in {"discharged", "died"} and not last.period.annulled
    if closed_at is None or line is None:
        return None
    if not ended_by_close:
        return _not_counted(line.date, line.code)
    ended_on = local_date(closed_at)
    reason = _why_outside(facts, ledger, last, ended_on)
    if reason is not None:
        return CaseInMean(ended_on, None, reason)
    return CaseInMean(ended_on, CaseDays(case_days(ended_on, last.day_zero), last.day_zero, case_id), None)


def _not_counted(day: date, closing: DayCode) -> CaseInMean | None:
    if closing is DayCode.TRANSFER_DAY:
        return CaseInMean(day, None, closing)
    if closing in {DayCode.DISCHARGE_DAY, DayCode.DEATH_DAY}:
        return CaseInMean(day, None, DayCode.NOT_READY)
    return None


def _why_outside(facts: LedgerFacts, ledger: Ledger, last: PeriodCount, ended_on: date) -> DayCode | None:
    if any(line.code is DayCode.NOT_LIABLE_OUTPATIENT for line in ledger.lines):
        return DayCode.NOT_LIABLE_OUTPATIENT
    at = DayInPeriod(ended_on, last, facts)
    reason = unmet_condition(at)
    # Only the outcome "liable" lets an undecided case in: a start date is about days, the mean is about cases.
    partly = facts.ruling is not None and facts.ruling.outcome == "liable_from" and undecided(at) is not None
    return DayCode.NOT_LIABLE_DECISION if reason is None and partly else reason
