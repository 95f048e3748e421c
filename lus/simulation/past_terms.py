"""When the count of a past ready notice began: by the same records and rules as for a notice of today."""

from datetime import date, datetime
from functools import cache
from typing import Any

from discharge.queries.agreements import start_under
from discharge.rules.agreement_records import RECORDS
from discharge.rules.agreements import NoAgreement, choose, payment_terms
from discharge.rules.payment_care_form import PAYMENT_CARE_FORM
from discharge.rules.payment_liability import NotCalculable, PaymentTerms
from lus.swedish_time import local_date

from .county_plan import REGION_CODE
from .practice_agreement import AGREEMENT


def grace_data(sent: datetime, municipality: str, care_form: str) -> dict[str, Any] | None:
    """Return the data of ``grace_period_started`` for a notice of ``sent``, or None when no terms are known."""
    terms = _terms(municipality, care_form, local_date(sent))
    if terms is None:
        return None
    start = start_under(terms, sent)
    return {
        "day_zero": start.day_zero.isoformat(),
        "first_liable_day": start.first_liable_day.isoformat(),
        "agreement": start.agreement_key,
        "explanation": start.explanation,
    }


@cache
def _terms(municipality: str, care_form: str, on: date) -> PaymentTerms | None:
    try:
        record = choose(
            (*RECORDS, AGREEMENT),
            region_code=REGION_CODE,
            municipality_code=municipality,
            care_form=PAYMENT_CARE_FORM.get(care_form, ""),
            on=on,
        )
        return payment_terms(record)
    except (NoAgreement, NotCalculable):
        return None
