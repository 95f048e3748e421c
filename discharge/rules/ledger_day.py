"""Betalningsräkningens dag, LUS 5 kap.: the ordered rows that give one local date its code.

The tables below are read from the top; the first row that answers decides. Their order is the specification:
calendar rows (what kind of day it is), condition rows (what makes a day free for certain), undecided rows
(what only the two principals can settle together), and last the liable day itself.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Final

from discharge.rules.admission_notice_due import admission_notice_due
from discharge.rules.day_codes import DayCode
from discharge.rules.ledger_facts import LedgerFacts
from discharge.rules.ledger_periods import Period
from discharge.rules.payment_liability import PaymentTerms, day_zero, first_liable_day
from discharge.rules.sip_summons_due import SipSummonsDue, sip_summons_due
from lus.swedish_time import local_date

TermsOn = Callable[[date], PaymentTerms]


@dataclass(frozen=True, slots=True)
class PeriodCount:
    """One period with the terms that rule it, its day zero, first liable day and summons dates."""

    period: Period
    terms: PaymentTerms
    day_zero: date
    first_liable_day: date
    summons: SipSummonsDue

    @property
    def grace_days(self) -> int:
        """Number of free dates strictly between day zero and the first liable day."""
        return (self.first_liable_day - self.day_zero).days - 1


def count_period(period: Period, facts: LedgerFacts, terms_on: TermsOn) -> PeriodCount:
    """Place a period in the calendar.

    The terms in force when the notice is sent say whether it was late in the day; those in force on day zero
    rule the rest (D-09). Raises what ``terms_on`` raises when no calculable terms exist.
    """
    zero = day_zero(period.sent_at, terms_on(local_date(period.sent_at)))
    terms = terms_on(zero)
    summons = sip_summons_due(period.sent_at, facts.summons_at)
    return PeriodCount(period, terms, zero, first_liable_day(zero, terms), summons)


@dataclass(frozen=True, slots=True)
class DayInPeriod:
    """Everything a row may ask about one local date."""

    day: date
    count: PeriodCount
    facts: LedgerFacts
    on_leave: bool = False

    @property
    def sip_condition_applies(self) -> bool:
        """Whether 5:3 p. 3 is in play: asked for by the agreement, SIP not ruled out, consent not refused."""
        facts = self.facts
        return (
            self.count.terms.requires_summons
            and facts.sip_required is not False
            and facts.sip_consent != "refused"
        )


Row = Callable[[DayInPeriod], DayCode | None]

_CLOSING: Final = {
    "withdrawn": DayCode.WITHDRAWAL_DAY,
    "discharged": DayCode.DISCHARGE_DAY,
    "died": DayCode.DEATH_DAY,
    "transferred": DayCode.TRANSFER_DAY,
}


def closing_code(kind: str) -> DayCode:
    """The code of a date on which an event of this kind closes the count. Raises KeyError for other kinds."""
    return _CLOSING[kind]


def _annulled(at: DayInPeriod) -> DayCode | None:
    return DayCode.ANNULLED if at.count.period.annulled else None


def _closing(at: DayInPeriod) -> DayCode | None:
    period = at.count.period
    if period.closed_by is None or not period.closes_on(at.day):
        return None
    if period.closed_by == "discharged" and at.count.terms.count_discharge_day:
        return None
    return _CLOSING[period.closed_by]


def _excluded(at: DayInPeriod) -> DayCode | None:
    excluded = at.facts.legal_status in at.count.terms.excluded_legal_status
    return DayCode.EXCLUDED_LEGAL_STATUS if excluded else None


def _leave(at: DayInPeriod) -> DayCode | None:
    return DayCode.LEAVE if at.on_leave else None


def _before_liability(at: DayInPeriod) -> DayCode | None:
    if at.day < at.count.day_zero:
        return DayCode.BEFORE_DAY_ZERO
    if at.day == at.count.day_zero:
        return DayCode.DAY_ZERO
    return DayCode.GRACE if at.day < at.count.first_liable_day else None


def _outpatient_not_clear(at: DayInPeriod) -> DayCode | None:
    """A day that was earned stands: a later no ends the interval on its own date, not before (D-15)."""
    clear = any(
        local_date(since) <= at.day and (until is None or at.day < local_date(until))
        for since, until in at.facts.outpatient_clear
    )
    return None if at.facts.outpatient_needed is False or clear else DayCode.NOT_LIABLE_OUTPATIENT


def _no_admission_notice(at: DayInPeriod) -> DayCode | None:
    return DayCode.NOT_LIABLE_NO_ADMISSION_NOTICE if at.facts.admission_notice_at is None else None


def _objection(at: DayInPeriod) -> DayCode | None:
    objected = at.count.terms.requires_no_objection and at.facts.has_objected
    return DayCode.NOT_LIABLE_OBJECTION if objected else None


def _no_summons(at: DayInPeriod) -> DayCode | None:
    facts = at.facts
    known_due = at.sip_condition_applies and facts.sip_required is True and facts.sip_consent == "given"
    if not known_due or facts.summons_at is not None:
        return None
    if facts.as_of <= at.count.summons.extended_due:
        return DayCode.PENDING_SUMMONS
    return DayCode.NOT_LIABLE_NO_SUMMONS


def _late_admission_notice(at: DayInPeriod) -> DayCode | None:
    facts = at.facts
    due = admission_notice_due(facts.admitted_at, facts.need_assessed_at, facts.admission_notice_at)
    return DayCode.BLOCKED_LATE_ADMISSION_NOTICE if due.verdict == "late" else None


def _consent_unknown(at: DayInPeriod) -> DayCode | None:
    """Also when it is unknown whether SIP is required: unknown is not no, and only a human can tell."""
    if not at.sip_condition_applies:
        return None
    if at.facts.sip_consent == "unknown":
        return DayCode.BLOCKED_CONSENT_UNKNOWN
    unknown_need = at.facts.sip_required is None and at.count.summons.verdict != "in_time"
    return DayCode.BLOCKED_CONSENT_UNKNOWN if unknown_need else None


def _late_summons(at: DayInPeriod) -> DayCode | None:
    """Late, or for a meeting that was called off: the act says nothing of it, so people decide."""
    if not at.sip_condition_applies:
        return None
    late = {
        "in_time_extended": DayCode.BLOCKED_SUMMONS_EXTENDED,
        "late": DayCode.BLOCKED_LATE_SUMMONS,
    }
    cancelled = DayCode.BLOCKED_SUMMONS_CANCELLED if at.facts.summons_cancelled else None
    return late.get(at.count.summons.verdict, cancelled)


def _held(at: DayInPeriod) -> DayCode | None:
    """A day that rests on what was registered afterwards alone waits for the other unit's word (intern rutin)."""
    return DayCode.BLOCKED_LATE_REGISTRATION if at.day in at.facts.held_days else None


CALENDAR_ROWS: Final[tuple[Row, ...]] = (_annulled, _closing, _excluded, _leave, _before_liability)
CONDITION_ROWS: Final[tuple[Row, ...]] = (_no_admission_notice, _objection, _no_summons)
UNDECIDED_ROWS: Final[tuple[Row, ...]] = (_late_admission_notice, _consent_unknown, _late_summons, _held)


def _first_answer(rows: tuple[Row, ...], at: DayInPeriod) -> DayCode | None:
    return next((code for row in rows if (code := row(at)) is not None), None)


def undecided(at: DayInPeriod) -> DayCode | None:
    """The first question about the date that only a joint decision settles, whether or not one exists."""
    return _first_answer(UNDECIDED_ROWS, at)


def unmet_condition(at: DayInPeriod) -> DayCode | None:
    """The first condition of 5:3 that the date does not meet, after any joint decision; None: all are met.

    A decision only settles undecided days; it never makes up for a notice or summons that was never sent.
    """
    code = _first_answer(CONDITION_ROWS, at)
    if code is not None:
        return code
    code = undecided(at)
    if code is None or at.facts.ruling is None:
        return code
    return None if at.facts.ruling.finds_liable(at.day) else DayCode.NOT_LIABLE_DECISION


def code_in_period(at: DayInPeriod) -> DayCode:
    """The code of a local date that a period touches."""
    code = _first_answer(CALENDAR_ROWS, at) or _outpatient_not_clear(at) or unmet_condition(at)
    if code is not None:
        return code
    active_from = at.count.terms.payment_active_from
    shadow = active_from is None or at.day < active_from
    return DayCode.LIABLE_SHADOW if shadow else DayCode.LIABLE
