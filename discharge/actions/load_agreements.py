"""Lägg in överenskommelser: records become rows. A stored version never changes; a change is a new version."""

from collections.abc import Iterable

from django.db import transaction

from discharge.models import AgreementRow, LiabilityAmount
from discharge.models.agreement_terms import as_json
from discharge.rules.agreement_completeness import completeness
from discharge.rules.agreements import AgreementRecord
from discharge.rules.amounts import LiabilityAmount as Amount


@transaction.atomic
def load_agreements(
    records: Iterable[AgreementRecord], amounts: Iterable[Amount], *, is_practice: bool = False
) -> int:
    """Store records and amounts that are not there yet; return how many records were new.

    A record that cannot be calculated is stored but not in use; the database refuses two in use that overlap.
    """
    new = 0
    for record in records:
        in_use = completeness(record).level != "incomplete"
        _, created = AgreementRow.objects.get_or_create(
            key=record.key,
            version=record.version,
            defaults={
                "region_code": record.region_code,
                "municipalities": "|".join(record.municipality_codes),
                "care_form": record.care_form,
                "valid_from": record.valid_from,
                "valid_to": record.valid_to,
                "in_use": in_use,
                "is_practice": is_practice,
                "terms": as_json(record),
            },
        )
        new += created
    for amount in amounts:
        LiabilityAmount.objects.get_or_create(
            source=amount.source,
            year=amount.year,
            defaults={
                "amount_sek": amount.amount_sek,
                "regulation": amount.regulation,
                "trust": amount.trust,
                "verified_by": amount.verified_by,
            },
        )
    return new
