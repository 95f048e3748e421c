"""Avtalshyllan: agreements and amounts read once, for one case or for a month of them."""

from decimal import Decimal
from functools import cached_property

from discharge.models import AgreementRow, LiabilityAmount
from discharge.models.agreement_terms import as_record
from discharge.rules.agreement_records import BY_KEY
from discharge.rules.agreements import ALL, AgreementRecord
from discharge.rules.amounts import usable_amounts
from discharge.rules.facts import CaseFacts

from .agreements import AgreementOn, amounts_from, choose_among, record_chooser, stored_amount


class AgreementShelf:
    """Reads what is asked for, case by case; each amount once."""

    def __init__(self) -> None:
        self._amounts: dict[str | None, dict[int, Decimal]] = {}

    def record_on(self, facts: CaseFacts) -> AgreementOn:
        """Return which agreement counts the case's days, by day."""
        return record_chooser(facts)

    def amounts(self, source: str | None) -> dict[int, Decimal]:
        """Return the usable yearly amounts of ``amounts.source_of``."""
        if source not in self._amounts:
            self._amounts[source] = self._read(source)
        return self._amounts[source]

    def _read(self, source: str | None) -> dict[int, Decimal]:
        return amounts_from(source)


class RegionShelf(AgreementShelf):
    """Everything of one region in two statements, however many cases and agreements."""

    def __init__(self, region_code: str) -> None:
        super().__init__()
        self.region_code = region_code

    def record_on(self, facts: CaseFacts) -> AgreementOn:
        return choose_among(self.records, facts)

    @cached_property
    def records(self) -> tuple[AgreementRecord, ...]:
        """Every stored agreement that may concern the region; the statute is always among them."""
        rows = AgreementRow.objects.filter(region_code__in=(self.region_code, ALL)).order_by("key", "version")
        found = tuple(as_record(terms) for terms in rows.values_list("terms", flat=True))
        return found if any(record.statutory for record in found) else (BY_KEY["statute"], *found)

    @cached_property
    def _stored(self) -> list[LiabilityAmount]:
        return list(LiabilityAmount.objects.all())

    def _read(self, source: str | None) -> dict[int, Decimal]:
        return usable_amounts([stored_amount(row) for row in self._stored], source)
