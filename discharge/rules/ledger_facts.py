"""Underlag för betalningsräkningen, LUS 5 kap. 3 and 5 §§: what the ledger needs to know about one case."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal
from types import MappingProxyType
from typing import Literal

from discharge.rules.ledger_periods import LedgerEvent

Consent = Literal["given", "refused", "unknown"]
Outcome = Literal["liable", "not_liable", "liable_from"]


@dataclass(frozen=True, slots=True)
class Ruling:
    """What a valid joint decision says about undecided days. ``liable_from`` is set for that outcome only."""

    outcome: Outcome
    liable_from: date | None = None
    decision_id: str = ""

    def __post_init__(self) -> None:
        if (self.outcome == "liable_from") != (self.liable_from is not None):
            raise ValueError("liable_from needs its date, and no other outcome has one")

    def finds_liable(self, day: date) -> bool:
        """Whether the undecided local date is to be treated as meeting the conditions."""
        if self.liable_from is not None:
            return day >= self.liable_from
        return self.outcome == "liable"


@dataclass(frozen=True, slots=True)
class LedgerFacts:
    """One case as the ledger sees it.

    Instants are aware UTC; ``as_of`` is the local date of the calculation. None means *not known*:
    ``sip_required`` None leaves days undecided (``blocked_consent_unknown``) unless consent is refused or a
    summons came in time; ``outpatient_needed`` None gives no liability until services are confirmed, as 5:5
    says. ``outpatient_intervals`` (from, to|None) tell when they were and stand before ``outpatient_clear_at``,
    which is one interval that has not ended. ``summons_at`` is the first summons, before or after the ready
    notice; ``summons_cancelled``: its meeting was called off, and no new summons has been sent.
    ``amounts`` holds usable yearly amounts only (kr per day); a missing year is missing, never zero.
    ``payer_known`` False (5:2): no day has an amount, whatever ``amounts`` says. ``held_days``: dates
    that rest on an unconfirmed late registration. ``input_version`` names the inputs and is on every line.
    """

    admitted_at: datetime
    events: tuple[LedgerEvent, ...]
    as_of: date
    need_assessed_at: datetime | None = None
    admission_notice_at: datetime | None = None
    sip_required: bool | None = None
    sip_consent: Consent = "unknown"
    summons_at: datetime | None = None
    summons_cancelled: bool = False
    outpatient_needed: bool | None = None
    outpatient_clear_at: datetime | None = None
    outpatient_intervals: tuple[tuple[datetime, datetime | None], ...] = ()
    has_objected: bool = False
    legal_status: str = ""
    ruling: Ruling | None = None
    amounts: Mapping[int, Decimal] = field(default_factory=lambda: MappingProxyType({}))
    payer_known: bool = True
    held_days: frozenset[date] = frozenset()
    input_version: str = ""

    @property
    def outpatient_clear(self) -> tuple[tuple[datetime, datetime | None], ...]:
        """When outpatient services were available: (from, to|None), oldest first."""
        if self.outpatient_intervals or self.outpatient_clear_at is None:
            return self.outpatient_intervals
        return ((self.outpatient_clear_at, None),)
