"""Which agreement counts a case's days, and what its terms and amounts are."""

from dataclasses import dataclass
from datetime import date, datetime

from discharge.rules.facts import CaseFacts
from discharge.rules.payment_liability import STATUTE, PaymentTerms, day_zero, first_liable_day


@dataclass(frozen=True, slots=True)
class PaymentStart:
    """When the count of a ready notice begins. Dates are Swedish calendar days; ``explanation`` one sentence."""

    day_zero: date
    first_liable_day: date
    agreement_key: str
    explanation: str


def terms_of(facts: CaseFacts, on: date) -> PaymentTerms:
    """Return the terms in force for the case on the local date ``on``."""
    return STATUTE


def payment_start(facts: CaseFacts) -> PaymentStart | None:
    """Return when the count began for the notice in force, or None when there is none."""
    spell = facts.open_spell
    return payment_start_for(facts, spell.sent_at) if spell else None


def payment_start_for(facts: CaseFacts, sent_at: datetime) -> PaymentStart | None:
    """Return when the count would begin for a notice sent at ``sent_at``."""
    from lus.swedish_time import local_date

    terms = terms_of(facts, local_date(sent_at))
    zero = day_zero(sent_at, terms)
    return PaymentStart(zero, first_liable_day(zero, terms), terms.agreement_key, "")


def amounts_of(facts: CaseFacts) -> dict:
    return {}
