"""A plain case for ledger tests: ready Monday 2 March 2026 at 09.00, all conditions met."""

from dataclasses import replace
from datetime import UTC, date, datetime, time
from decimal import Decimal
from typing import Any

from discharge.rules.ledger import Ledger, build_ledger
from discharge.rules.ledger_facts import LedgerFacts
from discharge.rules.ledger_periods import EventKind, LedgerEvent
from discharge.rules.payment_liability import PaymentTerms

ADMITTED = datetime(2026, 2, 27, 7, tzinfo=UTC)
TERMS = PaymentTerms("at_or_after", time(12), "calendar", 3, payment_active_from=date(2026, 1, 1))


def march(day: int, hour: int = 8, minute: int = 0) -> datetime:
    return datetime(2026, 3, day, hour, minute, tzinfo=UTC)


def event(kind: EventKind, at: datetime) -> LedgerEvent:
    return LedgerEvent(kind, at)


PLAIN = LedgerFacts(
    admitted_at=ADMITTED,
    events=(event("ready", march(2)), event("discharged", march(7))),
    as_of=date(2026, 3, 20),
    admission_notice_at=datetime(2026, 2, 27, 19, tzinfo=UTC),
    sip_required=False,
    sip_consent="given",
    outpatient_needed=False,
    amounts={2026: Decimal(9300)},
)


def ledger(terms: PaymentTerms = TERMS, **changes: Any) -> Ledger:
    """The plain case with facts changed."""
    return build_ledger(replace(PLAIN, **changes), lambda _day: terms)


def codes(result: Ledger) -> dict[int, str]:
    """Day of March to code."""
    return {line.date.day: line.code.value for line in result.lines}
