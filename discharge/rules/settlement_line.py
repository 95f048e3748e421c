"""Rad i granskningsunderlaget (LUS 5 kap.): one case's days in one month, and how far their review has come.

A line is a part of the case's own ledger: the same days, never a second counting. Nothing here is the law's: who
approves, and that both sides do, is intern rutin until an agreement says otherwise (docs/adr).
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from hashlib import sha256
from typing import Final, Literal

from lus.swedish_time import ONE_DAY

from .corrected import is_of_fact
from .day_codes import MEANING, DayCode
from .facts import CaseFacts, EventFact
from .facts_of_settlement import SIDES, Approval, MonthReview, Side
from .ledger import Ledger, part_of

State = Literal["new", "disputed", "answered", "reviewed", "settled"]

STATE_WORDS: Final[dict[State, str]] = {
    "new": "Ny",
    "disputed": "Bestridd",
    "answered": "Besvarad",
    "reviewed": "Granskad",
    "settled": "Klar",
}
DISPUTE_REASONS: Final = {
    "wrong_municipality": "Fel kommun",
    "wrong_time": "Fel tid",
    "withdrawn": "Återtagen",
    "sip_summons": "SIP-kallelse",
    "outpatient_not_ready": "Öppenvård ej klar",
    "other": "Annat",
}
# Codes that say nothing about a month: the patient was not ready, or the notice never counted.
SILENT: Final = frozenset({DayCode.NOT_READY, DayCode.ANNULLED})


@dataclass(frozen=True, slots=True)
class Standing:
    """``approved_by``: the sides whose approval counts now. ``days_before``: what was approved, when the days have
    changed since. ``one_person``: both sides are approved by the same person, where two are needed.
    """

    state: State
    approved_by: tuple[Side, ...] = ()
    days_before: int | None = None
    one_person: bool = False


def month_of(day: date) -> str:
    """``2026-03``"""
    return f"{day.year}-{day.month:02d}"


def first_of(month: str) -> date:
    """Return the first day of ``2026-03``. Raises ValueError for anything else."""
    if len(month) != 7:
        raise ValueError(month)
    return date.fromisoformat(f"{month}-01")


def month_before(day: date) -> date:
    """Return the first day of the month before that of ``day``: the latest one that is over."""
    return (day.replace(day=1) - ONE_DAY).replace(day=1)


def next_month(first: date) -> date:
    """Return the first day of the month after."""
    return date(first.year + first.month // 12, first.month % 12 + 1, 1)


def in_month(ledger: Ledger | None, first: date) -> Ledger | None:
    """Return the part of ``ledger`` that lies in the month that begins on ``first``; None when there is no line."""
    if ledger is None:
        return None
    last = next_month(first) - ONE_DAY
    part = part_of(ledger, first, last)
    return part if any(line.code not in SILENT for line in part.lines) else None


def counted_days(part: Ledger) -> int:
    """Return the days that are paid, or would be in a shadow calculation."""
    return part.payable_days + part.shadow_days


def period_days(part: Ledger) -> int:
    """Return the dates on which a ready notice was in force, whatever they count as."""
    return sum(bool(line.period_id) and line.code not in SILENT for line in part.lines)


def grace_days(part: Ledger) -> int:
    """Return the free days (fristdagar) of the part."""
    return sum(line.code is DayCode.GRACE for line in part.lines)


def undecided_days(part: Ledger) -> int:
    """Return the days that only the two principals can settle together."""
    return sum(MEANING[line.code].weight == "undecided" for line in part.lines)


def fingerprint(part: Ledger) -> str:
    """Return a short sum of the days, their codes and amounts: what somebody approves when they approve the line."""
    said = ";".join(f"{line.date.isoformat()} {line.code} {line.amount or ''}" for line in part.lines)
    return sha256(said.encode()).hexdigest()[:16]


def review_of(facts: CaseFacts, month: str) -> MonthReview:
    """Return what has been said of the month; an empty review when nobody has said anything."""
    return next((one for one in facts.reviews if one.month == month), MonthReview(month))


def standing(review: MonthReview, print_now: str, *, two_persons: bool) -> Standing:
    """Return how far the review has come. ``print_now``: the fingerprint of the days as they are counted now.

    An approval counts for the days it was given for: when a correction changes them the line is new again. What
    is closed stays closed whatever happens to the days.
    """
    if review.closing is not None:
        return Standing("settled", _sides(review.approvals))
    valid = [one for one in review.approvals if one.fingerprint == print_now]
    before = review.approvals[-1].days if review.approvals and not valid else None
    if review.dispute is not None and not review.dispute.answer:
        return Standing("disputed", (), before)
    sides = _sides(valid)
    alone = two_persons and len(sides) == len(SIDES) and len({one.approver for one in valid}) < len(SIDES)
    if len(sides) == len(SIDES) and not alone:
        return Standing("reviewed", sides)
    state: State = "answered" if review.dispute is not None else "new"
    return Standing(state, sides, before, alone)


def _sides(approvals: Iterable[Approval]) -> tuple[Side, ...]:
    given = {one.side for one in approvals}
    return tuple(side for side in SIDES if side in given)


def needs_two_persons(facts: CaseFacts) -> bool:
    """Whether the case holds a fact that was registered after the fact, or corrected: two persons approve it.

    Intern rutin, asked of the whole case and not of the month: it errs on the careful side.
    """
    return any(_is_late(event) for event in facts.events)


def _is_late(event: EventFact) -> bool:
    return bool(event.data.get("late")) or is_of_fact(event) or event.name == "late_registration_made"
