"""Överenskommelse om betalningsansvar, LUS 4 kap. 5 §: an agreement as a dated record, and which one applies.

Nothing regional is a branch in code: a record holds every term, None means *not known*, and an unknown term is
never filled with another region's. The statute is a record too and applies where no agreement does.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, time
from decimal import Decimal
from types import MappingProxyType
from typing import Any, Final, Literal

from discharge.rules.interpretations import unsupported
from discharge.rules.monthly_mean import MeanTerms
from discharge.rules.payment_liability import CutoffRule, DayKind, Model, NotCalculable, PaymentTerms

Trust = Literal["fact", "fact_part", "secondary", "assumption"]
SourceRead = Literal["full", "part", "none"]
ALL: Final = "*"


class NoAgreement(LookupError):
    """No record, not even the statute's, covers the date and care form."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AgreementRecord:
    """One version of one agreement: region x counterpart x care form x period.

    ``region_code`` is a county code, ``municipality_codes`` kommun codes or ``("*",)`` for the whole county,
    ``care_form`` a code or ``*``. ``valid_from`` and ``valid_to`` are inclusive local dates; ``valid_from``
    None means that the start is not known. ``payment_active_from`` None: shadow days only. ``mean_level`` is in
    days. A published version is never changed; a change is a new version.
    """

    key: str
    version: int = 1
    title: str
    region_code: str = ALL
    municipality_codes: tuple[str, ...] = (ALL,)
    care_form: str = ALL
    valid_from: date | None = None
    valid_to: date | None = None
    payment_active_from: date | None = None
    model: Model | None = None
    day_kind: DayKind | None = None
    cutoff_time: time | None = None
    cutoff_rule: CutoffRule | None = None
    first_liable_offset: int | None = None
    free_days_text: str = ""
    mean_level: Decimal | None = None
    counts_day_zero_cases: bool = False
    individual_after_days: int | None = None
    individual_offset: int | None = None
    month_of_attribution: Literal["discharge"] = "discharge"
    count_discharge_day: bool = False
    amount_source: Literal["socialstyrelsen", "own"] | None = None
    correction_deadline_day: int | None = None
    late_notice_effect: Literal["manual"] = "manual"
    late_summons_effect: Literal["manual"] = "manual"
    requires_no_objection: bool = False
    requires_summons: bool = True
    excluded_legal_status: tuple[str, ...] = ()
    interpretations: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    source_title: str = ""
    source_read: SourceRead = "none"
    trust: Trust = "assumption"
    field_trust: Mapping[str, Trust] = field(default_factory=lambda: MappingProxyType({}))
    note: str = ""
    statutory: bool = False
    history_only: bool = False
    activated_by: tuple[str, ...] = ()
    verified_by: tuple[str, ...] = ()

    def covers(self, *, region_code: str, municipality_code: str, care_form: str, on: date) -> bool:
        """Whether the record binds this region and kommun for the care form on the local date."""
        return (
            self.region_code in {ALL, region_code}
            and self._binds(municipality_code)
            and self.care_form in {ALL, care_form}
            and (self.valid_from is None or self.valid_from <= on)
            and (self.valid_to is None or on <= self.valid_to)
        )

    def _binds(self, municipality_code: str) -> bool:
        if self.municipality_codes != (ALL,):
            return municipality_code in self.municipality_codes
        # "*" is all of the county: a kommun code begins with its county's code. Nobody knows the kommun: the county
        # that gives the care counts the days, and who pays is asked elsewhere.
        return (
            self.region_code == ALL or municipality_code.startswith(self.region_code) or not municipality_code
        )

    @property
    def specificity(self) -> tuple[bool, bool, bool, date, int]:
        """Sorts candidates: agreement over statute, named kommun over county, exact care form, then newest."""
        return (
            not self.statutory,
            self.municipality_codes != (ALL,),
            self.care_form != ALL,
            self.valid_from or date.min,
            self.version,
        )


def choose(
    records: Iterable[AgreementRecord],
    *,
    region_code: str,
    municipality_code: str,
    care_form: str,
    on: date,
) -> AgreementRecord:
    """The record that applies on a local date (day zero of the period, D-09): the most specific one.

    ``region_code`` is the region that gives the care. A county whose agreement text is unknown yields its
    incomplete record, not the statute: that no agreement exists is for the parties to confirm, by leaving the
    record out. Raises NoAgreement.
    """
    asked = {"region_code": region_code, "municipality_code": municipality_code, "care_form": care_form}
    fitting = [record for record in records if record.covers(**asked, on=on)]
    if not fitting:
        raise NoAgreement(f"no record for {care_form} in {municipality_code} on {on.isoformat()}")
    return max(fitting, key=lambda record: record.specificity)


def overlap(one: AgreementRecord, other: AgreementRecord) -> bool:
    """Whether two agreements bind the same kommun and care form on the same date; such a pair is refused."""
    same_space = (
        one.region_code == other.region_code
        and one.care_form == other.care_form
        and bool(set(one.municipality_codes) & set(other.municipality_codes))
    )
    starts = max(one.valid_from or date.min, other.valid_from or date.min)
    ends = min(one.valid_to or date.max, other.valid_to or date.max)
    return same_space and starts <= ends


def payment_terms(record: AgreementRecord) -> PaymentTerms:
    """The record's terms for single days. Raises NotCalculable naming the unknown or unsupported fields."""
    rule, kind, offset, model = (
        record.cutoff_rule,
        record.day_kind,
        record.first_liable_offset,
        record.model if record.model != "none" else None,
    )
    if rule is None or kind is None or offset is None or model is None or unsupported(record.interpretations):
        raise NotCalculable(_unknown(record))
    return PaymentTerms(
        cutoff_rule=rule,
        cutoff_time=record.cutoff_time,
        day_kind=kind,
        first_liable_offset=offset,
        count_discharge_day=record.count_discharge_day,
        payment_active_from=record.payment_active_from,
        model=model,
        requires_summons=record.requires_summons,
        requires_no_objection=record.requires_no_objection,
        excluded_legal_status=frozenset(record.excluded_legal_status),
        agreement_key=record.key,
        agreement_version=record.version,
        title=record.title,
        statutory=record.statutory,
        interpretations=record.interpretations,
    )


def _unknown(record: AgreementRecord) -> tuple[str, ...]:
    needed = ("cutoff_rule", "day_kind", "first_liable_offset", "model")
    unknown = [name for name in needed if getattr(record, name) is None]
    if record.model == "none":
        unknown.append("model")
    return (*unknown, *unsupported(record.interpretations))


def mean_terms(record: AgreementRecord) -> MeanTerms:
    """The record's terms for the month. Raises NotCalculable when it has no monthly mean or no level."""
    if record.model != "monthly_mean" or record.mean_level is None:
        raise NotCalculable(("mean_level",) if record.model == "monthly_mean" else ("model",))
    return MeanTerms(record.mean_level, record.individual_after_days, record.individual_offset)


def terms_by_date(
    records: Iterable[AgreementRecord], *, region_code: str, municipality_code: str, care_form: str
) -> Callable[[date], PaymentTerms]:
    """``terms_on(day)`` for the ledger, asking ``choose`` for each date.

    The function it returns raises NoAgreement or NotCalculable.
    """
    known = tuple(records)

    def terms_on(day: date) -> PaymentTerms:
        record = choose(
            known, region_code=region_code, municipality_code=municipality_code, care_form=care_form, on=day
        )
        return payment_terms(record)

    return terms_on


def fill_copy(record: AgreementRecord, key: str, title: str, **filled: Any) -> AgreementRecord:
    """A copy under its own key with blanks filled in; each filled field is marked as assumption.

    Verification, activation and payment start are not inherited. Raises TypeError for unknown fields.
    """
    marked: dict[str, Trust] = {**record.field_trust, **dict.fromkeys(filled, "assumption")}
    return replace(
        record,
        **{
            "verified_by": (),
            "activated_by": (),
            "payment_active_from": None,
            "statutory": False,
            **filled,
            "key": key,
            "version": 1,
            "title": title,
            "field_trust": MappingProxyType(marked),
        },
    )


def with_reading(record: AgreementRecord, reading: str) -> AgreementRecord:
    """The record read as D-01 ``A`` or ``B``: B lets liability begin one day earlier.

    Raises ValueError for records that D-01 does not touch and for other readings.
    """
    if record.interpretations.get("D-01") not in {"A", "B"} or reading not in {"A", "B"}:
        raise ValueError(f"reading {reading!r} does not apply to {record.key}")
    if record.interpretations["D-01"] == reading or record.first_liable_offset is None:
        return record
    step = -1 if reading == "B" else 1
    return replace(
        record,
        first_liable_offset=record.first_liable_offset + step,
        interpretations=MappingProxyType({**record.interpretations, "D-01": reading}),
    )
