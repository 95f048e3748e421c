"""Which agreement counts a case's days, and what its terms and amounts are."""

import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from functools import lru_cache

from django.db import connection

from discharge.models import LiabilityAmount
from discharge.models.agreement_terms import as_record
from discharge.rules import amounts
from discharge.rules.agreement_records import BY_KEY
from discharge.rules.agreements import ALL, AgreementRecord, NoAgreement, choose, payment_terms
from discharge.rules.facts import CaseFacts
from discharge.rules.payment_care_form import PAYMENT_CARE_FORM
from discharge.rules.payment_liability import NotCalculable, PaymentTerms, day_zero, first_liable_day
from discharge.rules.swedish_words import short_day
from lus.swedish_time import local_date

AgreementOn = Callable[[date], AgreementRecord]


@dataclass(frozen=True, slots=True)
class PaymentStart:
    """When the count of a ready notice begins. Dates are Swedish calendar days; ``explanation`` one sentence."""

    day_zero: date
    first_liable_day: date
    agreement_key: str
    explanation: str


# Written by hand: every act asks it, and building it anew costs more than running it.
TERMS = """
SELECT terms::text FROM discharge_agreementrow
WHERE region_code = ANY(%(regions)s) AND care_form = ANY(%(care_forms)s) ORDER BY key, version
"""


def records_for(region_code: str, care_form: str) -> tuple[AgreementRecord, ...]:
    """Return the records that may concern a region and ``somatic``/``psychiatric`` care.

    The statute is always among them: it counts where no agreement does.
    """
    with connection.cursor() as cursor:
        cursor.execute(TERMS, {"regions": [region_code, ALL], "care_forms": [care_form, ALL]})
        found = tuple(_record(terms) for (terms,) in cursor.fetchall())
    return found if any(record.statutory for record in found) else (BY_KEY["statute"], *found)


@lru_cache(maxsize=500)
def _record(terms: str) -> AgreementRecord:
    """Read one record; the same text is always the same record."""
    return as_record(json.loads(terms))


def record_chooser(facts: CaseFacts) -> AgreementOn:
    """Return ``record_on(day)`` for the case: the most specific record (D-09). One statement, however many days.

    The function it returns raises NoAgreement.
    """
    known = records_for(facts.region_code, PAYMENT_CARE_FORM.get(facts.care_form, ""))
    return choose_among(known, facts)


def choose_among(known: Sequence[AgreementRecord], facts: CaseFacts) -> AgreementOn:
    """Return the same for records that have been read already."""
    care_form = PAYMENT_CARE_FORM.get(facts.care_form, "")

    def record_on(day: date) -> AgreementRecord:
        return choose(
            known,
            region_code=facts.region_code,
            municipality_code=facts.registered_municipality,
            care_form=care_form,
            on=day,
        )

    return record_on


def payment_start(facts: CaseFacts) -> PaymentStart | None:
    """Return when the count began for the notice in force, or None when there is none."""
    spell = facts.open_spell
    return payment_start_for(facts, spell.sent_at) if spell else None


def payment_start_for(facts: CaseFacts, sent_at: datetime) -> PaymentStart | None:
    """Return when the count would begin for a notice sent at ``sent_at``.

    None when the terms are not known, or when the act does not cover the patient.
    """
    if facts.scope.is_outside:
        return None
    return start_of(record_chooser(facts), sent_at)


def start_of(record_on: AgreementOn, sent_at: datetime) -> PaymentStart | None:
    """Return the same from agreements that have been read already."""
    try:
        return start_under(payment_terms(record_on(local_date(sent_at))), sent_at)
    except (NoAgreement, NotCalculable):
        return None


def start_under(terms: PaymentTerms, sent_at: datetime) -> PaymentStart:
    """Return when the count begins under ``terms`` for a notice sent at ``sent_at``."""
    zero = day_zero(sent_at, terms)
    first = first_liable_day(zero, terms)
    explanation = (
        f"Dag noll är {short_day(zero)}, första möjliga betalningsdag {short_day(first)} ({terms.title})."
    )
    return PaymentStart(zero, first, terms.agreement_key, explanation)


def amounts_from(source: str | None) -> dict[int, Decimal]:
    """Return the usable yearly amounts, kr per day, of ``amounts.source_of``; a missing year is missing."""
    rows = LiabilityAmount.objects.filter(source=source or "")
    return amounts.usable_amounts([stored_amount(row) for row in rows], source)


def stored_amount(row: LiabilityAmount) -> amounts.LiabilityAmount:
    """Return the stored amount as the rules know it."""
    return amounts.LiabilityAmount(
        source=row.source,
        year=row.year,
        amount_sek=row.amount_sek,
        regulation=row.regulation,
        trust=row.trust,  # type: ignore[arg-type]
        verified_by=row.verified_by,
    )
