"""Skyldigheten som värde: one duty, and the questions that many duties ask of the facts."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from .duties import DUTIES
from .duty import Basis, Clock
from .facts import CaseFacts


@dataclass(frozen=True, slots=True)
class Obligation:
    """One duty. ``unit_id`` None = nobody's (a day that begins). Times are UTC; ``due_at`` None = no limit.

    ``due_at`` of clock ``calendar`` is exclusive: the midnight that ends the last day. ``raw_due_at`` is the
    limit before the statutory extension (None = the same). ``met_at``: when it was done.
    """

    code: str
    unit_id: str | None
    basis: Basis
    reference: str
    clock: Clock
    starts_at: datetime
    due_at: datetime | None
    explanation: str
    raw_due_at: datetime | None = None
    key: str = ""
    met_at: datetime | None = None
    verb: str = ""
    sentence: str = ""


def duty_of(
    code: str,
    unit_id: str | None,
    starts_at: datetime,
    due_at: datetime | None = None,
    *,
    met_at: datetime | None = None,
    key: str = "",
    raw_due_at: datetime | None = None,
    explanation: str = "",
    **words: str,
) -> Obligation:
    """Make a duty of ``code`` with the words of its row; ``words`` fill in the sentence."""
    duty = DUTIES[code]
    return Obligation(
        code=code,
        unit_id=unit_id,
        basis=duty.basis,
        reference=duty.reference,
        clock=duty.clock if due_at else "none",
        starts_at=starts_at,
        due_at=due_at,
        explanation=explanation or duty.explanation,
        raw_due_at=raw_due_at,
        key=key,
        met_at=met_at,
        verb=duty.verb,
        sentence=duty.sentence.format(**words),
    )


def needs_municipality(facts: CaseFacts) -> bool:
    """Whether anything municipal may be needed."""
    return bool(facts.need_municipal_health or facts.need_social_services)


def needs_both(facts: CaseFacts) -> bool:
    """Whether both principals may be needed: the ground for SIP (LUS 4 kap. 1 §)."""
    # Municipal health care is always planned together with regional outpatient care (2:1).
    return needs_municipality(facts) and bool(facts.need_outpatient or facts.need_municipal_health)


def in_hospital(facts: CaseFacts) -> bool:
    """Whether the patient has not left the stay."""
    return facts.stay in ("admitted", "on_leave")


def expected_when(facts: CaseFacts, met_at: datetime | None) -> date | None:
    """The expected date in force when the duty was met, else now: no limit moves after the deed."""
    if met_at is None:
        return facts.expected_discharge
    known = [day for set_at, day in facts.expected_history if set_at <= met_at]
    return known[-1] if known else None


def later_than(start: datetime, *limits: datetime) -> datetime | None:
    """The first limit that lies after ``start``: an expected date that has passed sets no limit."""
    return next((limit for limit in limits if limit > start), None)


def name_of(facts: CaseFacts, unit_id: str) -> str:
    """The unit's name as its own events tell it; a unit that has done nothing yet is the recipient."""
    names = (
        event.unit_name for event in reversed(facts.events) if event.unit_id == unit_id and event.unit_name
    )
    return next(names, "mottagaren")
