"""Betalningsräkningen dag för dag, LUS 5 kap. 1–6 §§: one line per local date, with code, reason and amount.

    facts (events, conditions, decision)  +  terms on each date  +  yearly amounts  ->  Ledger

The ledger runs from the date of the first ready notice to the final close, or through ``as_of`` while open.
Same input, same output; every line carries what it was computed from. Result is *beräkning*, never *faktura*.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from typing import Final, Literal

from discharge.rules.day_codes import BLOCKED, MEANING, PENDING, DayCode, reference_of
from discharge.rules.day_counter import free_day_number
from discharge.rules.explanations import explain_day, explain_without_period
from discharge.rules.ledger_day import (
    DayInPeriod,
    PeriodCount,
    TermsOn,
    closing_code,
    code_in_period,
    count_period,
    undecided,
)
from discharge.rules.ledger_facts import LedgerFacts
from discharge.rules.ledger_periods import Periods, read_periods
from lus.swedish_time import ONE_DAY, local_date

Status = Literal["blocked_decision", "pending", "blocked_missing_amount", "ok", "shadow", "nothing_to_pay"]

AmountsOn = Callable[[date], Mapping[int, Decimal]]

PAYER_UNKNOWN: Final = "payer_unknown"
ORE: Final = Decimal("0.01")
_AFTER_DECISION: Final = {DayCode.LIABLE, DayCode.LIABLE_SHADOW, DayCode.NOT_LIABLE_DECISION}


@dataclass(frozen=True, slots=True, kw_only=True)
class LedgerLine:
    """One local date.

    ``word`` is the day-strip word and ``number`` its figure: "0", "1 av 2", the running number of a counted
    day, or "". ``amount`` is kr for a liable day whose year has an amount, otherwise None. Agreement fields
    are empty on dates that no period touches. ``decision_id`` is set where a joint decision settled the day.
    """

    date: date
    code: DayCode
    rule_reference: str
    reason: str
    word: str
    number: str = ""
    agreement_key: str = ""
    agreement_version: int | None = None
    agreement_title: str = ""
    period_id: str = ""
    amount_year: int | None = None
    amount: Decimal | None = None
    decision_id: str = ""
    input_version: str = ""


@dataclass(frozen=True, slots=True)
class Ledger:
    """The lines and what they add up to.

    ``money`` is kr rounded half up to 0.01, only for status ``ok`` and ``nothing_to_pay``. Under a
    ``monthly_mean`` agreement liable days carry no money here: the month decides, so ``money`` is None then.
    ``blocked_by`` holds the undecided codes and what the money lacks: ``payer_unknown`` when nobody is known to
    pay, otherwise ``amount:YYYY`` for each year without amount.
    """

    lines: tuple[LedgerLine, ...]
    payable_days: int
    shadow_days: int
    status: Status
    money: Decimal | None
    blocked_by: tuple[str, ...]
    counts: tuple[PeriodCount, ...]

    def on(self, day: date) -> LedgerLine | None:
        """The line of a local date, or None outside the ledger."""
        return next((line for line in self.lines if line.date == day), None)


def part_of(ledger: Ledger, first: date, last: date) -> Ledger:
    """The ledger of the dates from ``first`` to ``last``: the same lines, added up for themselves."""
    lines = tuple(line for line in ledger.lines if first <= line.date <= last)
    return _sum_up(lines, ledger.counts, payer_known=PAYER_UNKNOWN not in ledger.blocked_by)


def build_ledger(facts: LedgerFacts, terms_on: TermsOn, amounts_on: AmountsOn | None = None) -> Ledger:
    """Compute the ledger of one case.

    ``terms_on(day)`` gives the agreement's terms in force on a local date; ``amounts_on(day zero)`` the usable
    yearly amounts of the agreement that rules a period (D-09), ``facts.amounts`` when left out. Raises
    ImpossibleEvents for events that cannot follow each other, and what ``terms_on`` raises (NotCalculable)
    when terms are unknown.
    """
    periods = read_periods(facts.events)
    counts = {period.id: count_period(period, facts, terms_on) for period in periods.all}
    lines = tuple(_lines(facts, periods, counts, amounts_on or (lambda _zero: facts.amounts)))
    return _sum_up(lines, tuple(counts.values()), payer_known=facts.payer_known)


def _dates(facts: LedgerFacts, periods: Periods) -> Iterator[date]:
    if not periods.all:
        return
    day, end = local_date(periods.all[0].sent_at), _end(facts, periods)
    while day <= end:
        yield day
        day += ONE_DAY


def _end(facts: LedgerFacts, periods: Periods) -> date:
    return local_date(periods.final_close.at) if periods.final_close else facts.as_of


def _lines(
    facts: LedgerFacts, periods: Periods, counts: dict[str, PeriodCount], amounts_on: AmountsOn
) -> Iterator[LedgerLine]:
    end, counted = _end(facts, periods), 0
    for day in _dates(facts, periods):
        period = periods.ruling(day, end)
        if period is None:
            yield _line_without_period(day, facts, periods)
            continue
        at = DayInPeriod(day, counts[period.id], facts, periods.on_leave(day))
        code = code_in_period(at)
        counted += MEANING[code].weight in {"payable", "shadow"}
        yield _line_in_period(at, code, counted, amounts_on)


def _line_without_period(day: date, facts: LedgerFacts, periods: Periods) -> LedgerLine:
    close = periods.final_close
    closes = close is not None and local_date(close.at) == day
    code = closing_code(close.kind) if close is not None and closes else DayCode.NOT_READY
    return LedgerLine(
        date=day,
        code=code,
        rule_reference=MEANING[code].reference,
        reason=explain_without_period(day, code),
        word=MEANING[code].word,
        input_version=facts.input_version,
    )


def _line_in_period(at: DayInPeriod, code: DayCode, counted: int, amounts_on: AmountsOn) -> LedgerLine:
    facts, terms, weight = at.facts, at.count.terms, MEANING[code].weight
    priced = code is DayCode.LIABLE and terms.model == "individual"
    decided = facts.ruling is not None and undecided(at) is not None and code in _AFTER_DECISION
    return LedgerLine(
        date=at.day,
        code=code,
        rule_reference=reference_of(
            code,
            statutory=terms.statutory,
            title=terms.title,
            reading=terms.interpretations.get("D-01"),
        ),
        reason=explain_day(at, code),
        word=MEANING[code].word,
        number=str(counted) if weight in {"payable", "shadow"} else free_day_number(at, code),
        agreement_key=terms.agreement_key,
        agreement_version=terms.agreement_version,
        agreement_title=terms.title,
        period_id=at.count.period.id,
        amount_year=at.day.year if priced else None,
        amount=amounts_on(at.count.day_zero).get(at.day.year) if priced and facts.payer_known else None,
        decision_id=facts.ruling.decision_id if facts.ruling and decided else "",
        input_version=facts.input_version,
    )


def _sum_up(lines: tuple[LedgerLine, ...], counts: tuple[PeriodCount, ...], *, payer_known: bool) -> Ledger:
    codes = [line.code for line in lines]
    undecided_codes = [code for code in dict.fromkeys(codes) if MEANING[code].weight == "undecided"]
    unpriced = dict.fromkeys(line.amount_year for line in lines if line.amount_year and line.amount is None)
    payable, shadow = codes.count(DayCode.LIABLE), codes.count(DayCode.LIABLE_SHADOW)
    status = _status(set(codes), bool(unpriced), payable, shadow)
    return Ledger(
        lines=lines,
        payable_days=payable,
        shadow_days=shadow,
        status=status,
        money=_money(lines, status, payable),
        blocked_by=(*undecided_codes, *_lacking(unpriced, payer_known)),
        counts=counts,
    )


def _lacking(unpriced: Iterable[int], payer_known: bool) -> tuple[str, ...]:
    years = tuple(f"amount:{year}" for year in unpriced)
    return years if payer_known or not years else (PAYER_UNKNOWN,)


def _status(codes: set[DayCode], unpriced: bool, payable: int, shadow: int) -> Status:
    """First match from the top, as the specification lists them."""
    table: tuple[tuple[bool, Status], ...] = (
        (bool(codes & BLOCKED), "blocked_decision"),
        (bool(codes & PENDING), "pending"),
        (unpriced, "blocked_missing_amount"),
        (payable > 0, "ok"),
        (shadow > 0, "shadow"),
    )
    return next((status for holds, status in table if holds), "nothing_to_pay")


def _money(lines: tuple[LedgerLine, ...], status: Status, payable: int) -> Decimal | None:
    amounts = [line.amount for line in lines if line.amount is not None]
    month_decides = len(amounts) < payable
    if status not in {"ok", "nothing_to_pay"} or month_decides:
        return None
    return sum(amounts, Decimal(0)).quantize(ORE, ROUND_HALF_UP)
