"""Granskningsunderlaget: the lines of one month between a region and a municipality that pays.

One statement for the events of all cases, however many; the days are those of each case's own ledger.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from uuid import UUID

from discharge.models import Case, SettledMonth
from discharge.rules.agreements import AgreementRecord
from discharge.rules.facts import CaseFacts
from discharge.rules.facts_of_settlement import MonthReview
from discharge.rules.ledger import Ledger
from discharge.rules.settlement_closing import Records, agreements_of
from discharge.rules.settlement_line import (
    Standing,
    counted_days,
    fingerprint,
    in_month,
    month_of,
    needs_two_persons,
    review_of,
    standing,
)
from lus.access_log.log import log_shown
from lus.events.queries import events_of_cases
from lus.organisations.actor import Actor

from .agreement_shelf import AgreementShelf, RegionShelf
from .facts import facts_from, facts_of
from .ledger import ledger_of
from .settlement_scope import Counterpart, Officer, case_of_officer, cases_of_month, counterparts, officer_of


@dataclass(frozen=True, slots=True)
class SettlementLine:
    """One case in one month. ``part``: the month's days of the ledger, added up; ``print_now``: their fingerprint."""

    case: Case
    facts: CaseFacts
    part: Ledger
    print_now: str
    review: MonthReview
    standing: Standing
    two_persons: bool

    @property
    def days(self) -> int:
        """The days that count: frozen when the month is closed, else as they are counted now."""
        return self.review.closing.days if self.review.closing else counted_days(self.part)

    @property
    def amount(self) -> Decimal | None:
        """Kronor: frozen when the month is closed; None when nothing can be said of money yet."""
        return Decimal(self.review.closing.amount) if self.review.closing else self.part.money

    @property
    def is_clean(self) -> bool:
        """Whether nothing in the line asks for a second look before it is approved."""
        plain = self.standing.state == "new" and self.standing.days_before is None and not self.two_persons
        return plain and self.part.status in PLAIN

    @property
    def changed_after(self) -> int | None:
        """The days as they are counted now, when they differ from what was frozen."""
        closing = self.review.closing
        return counted_days(self.part) if closing and closing.fingerprint != self.print_now else None


PLAIN = frozenset({"ok", "shadow", "nothing_to_pay"})


@dataclass(frozen=True, slots=True)
class SettlementMonth:
    """What an officer reads of one month. ``other`` None: the month has no line at all."""

    officer: Officer
    first: date
    others: list[Counterpart]
    other: Counterpart | None
    lines: list[SettlementLine]
    closed: SettledMonth | None
    shelf: RegionShelf | None


def settlement_month(
    viewer: Actor, first: date, counterpart: str, *, at: datetime, action: str = "settlement"
) -> SettlementMonth:
    """Return the lines of the month that begins on ``first``, shared with ``counterpart`` (a code, or "" for the
    one with most cases). Logs the patients shown. Raises NotPermitted for an assignment that does not settle.
    """
    officer = officer_of(viewer)
    others = counterparts(officer, first)
    other = next((one for one in others if counterpart in ("", one.code)), None)
    if other is None:
        return SettlementMonth(officer, first, others, None, [], None, None)
    shelf = RegionShelf(officer.pair(other.code)[0])
    cases = cases_of_month(officer, first).filter(officer.shared_with(other.code))
    lines = lines_of(cases.select_related("person", "ward__parent"), first, shelf, at=at)
    log_shown(viewer, action, [line.case.person_id for line in lines], at=at)
    closed = settled_month(*officer.pair(other.code), first)
    return SettlementMonth(officer, first, others, other, lines, closed, shelf)


def agreements_in(found: SettlementMonth) -> list[AgreementRecord]:
    """Return the agreements that count the month's days, each once."""
    records = found.shelf.records if found.shelf else ()
    by_key: Records = {(record.key, record.version): record for record in records}
    named = [record for line in found.lines for record in agreements_of(line.part, by_key)]
    return list({(record.key, record.version): record for record in named}.values())


def lines_of(
    cases: Iterable[Case], first: date, shelf: AgreementShelf, *, at: datetime
) -> list[SettlementLine]:
    """Return the lines of those of ``cases`` that have one in the month."""
    found = list(cases)
    events = events_of_cases(case.pk for case in found)
    made = (line_of(case, facts_from(case.pk, events[case.pk]), first, shelf, at=at) for case in found)
    return [line for line in made if line is not None]


def line_of(
    case: Case, facts: CaseFacts, first: date, shelf: AgreementShelf | None = None, *, at: datetime
) -> SettlementLine | None:
    """Return the case's line in the month, None when it has none."""
    part = in_month(ledger_of(facts, at=at, shelf=shelf), first)
    if part is None:
        return None
    print_now, review = fingerprint(part), review_of(facts, month_of(first))
    two = needs_two_persons(facts)
    how = standing(review, print_now, two_persons=two)
    return SettlementLine(case, facts, part, print_now, review, how, two)


def one_line(
    viewer: Actor, case_id: UUID, first: date, *, at: datetime, action: str
) -> SettlementLine | None:
    """Return one line of the viewer's principal, logged. Raises NotThere for a case of others."""
    case = case_of_officer(viewer, case_id)
    log_shown(viewer, action, [case.person_id], at=at, case_id=case_id)
    return line_of(case, facts_of(case_id), first, at=at)


def settled_month(region_code: str, payer_code: str, first: date) -> SettledMonth | None:
    """Return the closing of the month, or None while it is open."""
    return SettledMonth.objects.filter(region_code=region_code, payer_code=payer_code, month=first).first()
