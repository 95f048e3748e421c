"""The five vector formats: their columns, and the rule that fills each expected column.

A kind's ``solve`` gets the input cells of one row and returns the expected cells. Nothing is calculated here.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from typing import Any, Final, cast

from discharge.rules.admission_notice_due import admission_notice_due
from discharge.rules.ledger import Ledger, build_ledger
from discharge.rules.ledger_facts import LedgerFacts, Ruling
from discharge.rules.ledger_periods import EVENT_KINDS, LedgerEvent
from discharge.rules.monthly_mean import CaseDays, MeanTerms, monthly_mean
from discharge.rules.payment_liability import PaymentTerms, day_zero, first_liable_day
from discharge.rules.sip_summons_due import sip_summons_due
from discharge.vectors import cells as cell
from discharge.vectors.cells import Cells, MalformedCell

Solve = Callable[[Cells], dict[str, str]]


@dataclass(frozen=True, slots=True)
class VectorKind:
    """``inputs`` and ``expected`` in file order.

    ``for_reading`` maps a ``*_local`` input column to its instant: it is ignored as input and filled in when
    the file leaves it out.
    """

    inputs: tuple[str, ...]
    expected: tuple[str, ...]
    solve: Solve
    for_reading: tuple[tuple[str, str], ...] = ()

    @property
    def columns(self) -> tuple[str, ...]:
        return self.inputs + self.expected


def _terms(cells: Cells, **more: Any) -> PaymentTerms:
    offset = cell.integer("first_liable_offset", cells["first_liable_offset"])
    if offset < 1:
        raise MalformedCell("first_liable_offset", cells["first_liable_offset"], "1 or more")
    rule = cell.choice(cells, "cutoff_rule", "after", "at_or_after", "none")
    clock = cell.optional_clock(cells, "cutoff_time")
    if rule != "none" and clock is None:
        raise MalformedCell("cutoff_time", "", "a time like 12:00:00")
    kind = cell.choice(cells, "day_kind", "calendar", "weekday")
    return PaymentTerms(cast(Any, rule), clock, cast(Any, kind), offset, **more)


def _liability_start(cells: Cells) -> dict[str, str]:
    terms = _terms(cells)
    zero = day_zero(cell.instant(cells, "sent_at_utc"), terms)
    return {"day_zero": zero.isoformat(), "first_liable_day": first_liable_day(zero, terms).isoformat()}


def _sip_summons_due(cells: Cells) -> dict[str, str]:
    due = sip_summons_due(
        cell.instant(cells, "given_at_utc"), cell.optional_instant(cells, "summoned_at_utc")
    )
    return {
        "raw_due_date": due.raw_due.isoformat(),
        "extended_due_date": due.extended_due.isoformat(),
        "extended_deadline_utc": cell.utc_text(due.extended_deadline),
        "verdict": due.verdict,
    }


def _admission_notice_due(cells: Cells) -> dict[str, str]:
    due = admission_notice_due(
        cell.instant(cells, "admitted_at_utc"),
        cell.optional_instant(cells, "need_assessed_at_utc"),
        cell.optional_instant(cells, "sent_at_utc"),
    )
    return {
        "clock": due.clock,
        "deadline_utc": cell.utc_text(due.deadline),
        "deadline_local": cell.local_text(due.deadline),
        "verdict": due.verdict,
    }


def _monthly_mean(cells: Cells) -> dict[str, str]:
    terms = MeanTerms(
        cell.decimal("mean_level", cells["mean_level"]),
        cell.optional_integer(cells, "individual_after_days"),
        cell.optional_integer(cells, "individual_offset"),
    )
    cases = [CaseDays(cell.integer("case_days", days)) for days in cell.items(cells, "case_days")]
    amount = cell.optional_decimal(cells, "amount_sek")
    # The format has one month without a date: any year serves, as long as amount and month share it.
    year = 2000
    result = monthly_mean(cases, terms, year, {} if amount is None else {year: amount})
    return {
        "n_in_mean": str(result.in_mean),
        "sum_days": str(result.sum_days),
        "mean_2dp": cell.two_decimals(result.mean),
        "excess_days": cell.two_decimals(result.excess_days),
        "n_individual": str(result.individual_cases),
        "individual_days": "" if result.individual_days is None else str(result.individual_days),
        "status": result.status,
        "money_sek": cell.two_decimals(result.money),
    }


def _event(text: str) -> LedgerEvent:
    kind, at = cell.pair("events", text, "@")
    if kind not in EVENT_KINDS:
        raise MalformedCell("events", kind, "one of " + ", ".join(EVENT_KINDS))
    return LedgerEvent(cast(Any, kind), _event_instant(at))


def _event_instant(text: str) -> datetime:
    return cell.instant({"events": text}, "events")


def _ruling(text: str) -> Ruling | None:
    if not text:
        return None
    if text in {"liable", "not_liable"}:
        return Ruling(cast(Any, text))
    outcome, day = cell.pair("decision", text, "=")
    if outcome != "liable_from":
        raise MalformedCell("decision", text, "empty, liable, not_liable or liable_from=DATE")
    return Ruling("liable_from", cell.day("decision", day))


def _amounts(cells: Cells) -> dict[int, Decimal]:
    pairs = (cell.pair("amounts", item, "=") for item in cell.items(cells, "amounts"))
    return {cell.integer("amounts", year): cell.decimal("amounts", amount) for year, amount in pairs}


def _ledger_facts(cells: Cells) -> LedgerFacts:
    return LedgerFacts(
        admitted_at=cell.instant(cells, "admitted_at_utc"),
        events=tuple(_event(text) for text in cell.items(cells, "events")),
        as_of=cell.day("as_of_date", cells["as_of_date"]),
        need_assessed_at=cell.optional_instant(cells, "need_assessed_at_utc"),
        admission_notice_at=cell.optional_instant(cells, "admission_notice_at_utc"),
        sip_required=cell.yes_no(cells, "sip_required"),
        sip_consent=cast(Any, cell.choice(cells, "sip_consent", "given", "refused", "unknown")),
        summons_at=cell.optional_instant(cells, "summons_at_utc"),
        outpatient_needed=cell.yes_no(cells, "outpatient_needed"),
        outpatient_clear_at=cell.optional_instant(cells, "outpatient_clear_at_utc"),
        ruling=_ruling(cells["decision"]),
        amounts=_amounts(cells),
    )


def _ledger(cells: Cells) -> dict[str, str]:
    terms = _terms(
        cells,
        count_discharge_day=cell.yes_no(cells, "count_discharge_day"),
        payment_active_from=cell.optional_day(cells, "payment_active_from"),
    )
    ledger: Ledger = build_ledger(_ledger_facts(cells), lambda _day: terms)
    return {
        "ledger": "|".join(f"{line.date.isoformat()}={line.code.value}" for line in ledger.lines),
        "payable_days": str(ledger.payable_days),
        "shadow_days": str(ledger.shadow_days),
        "status": ledger.status,
        "money_sek": cell.two_decimals(ledger.money),
    }


def _names(text: str) -> tuple[str, ...]:
    return tuple(text.split())


KINDS: Final[dict[str, VectorKind]] = {
    "liability_start": VectorKind(
        _names("id sent_at_utc sent_local agreement cutoff_time cutoff_rule day_kind first_liable_offset"),
        _names("day_zero first_liable_day"),
        _liability_start,
        (("sent_local", "sent_at_utc"),),
    ),
    "sip_summons_due": VectorKind(
        _names("id given_at_utc given_local summoned_at_utc"),
        _names("raw_due_date extended_due_date extended_deadline_utc verdict"),
        _sip_summons_due,
        (("given_local", "given_at_utc"),),
    ),
    "admission_notice_due": VectorKind(
        _names("id admitted_at_utc admitted_local need_assessed_at_utc sent_at_utc"),
        _names("clock deadline_utc deadline_local verdict"),
        _admission_notice_due,
        (("admitted_local", "admitted_at_utc"),),
    ),
    "monthly_mean": VectorKind(
        _names("id agreement mean_level individual_after_days individual_offset amount_sek case_days"),
        _names("n_in_mean sum_days mean_2dp excess_days n_individual individual_days status money_sek"),
        _monthly_mean,
    ),
    "ledger": VectorKind(
        _names(
            "id cutoff_time cutoff_rule day_kind first_liable_offset count_discharge_day payment_active_from "
            "admitted_at_utc need_assessed_at_utc admission_notice_at_utc sip_required sip_consent "
            "summons_at_utc outpatient_needed outpatient_clear_at_utc decision amounts as_of_date events"
        ),
        _names("ledger payable_days shadow_days status money_sek"),
        _ledger,
    ),
}
