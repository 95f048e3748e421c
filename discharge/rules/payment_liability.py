"""Betalningsansvarets inträde, LUS 5 kap. 4 § and 4 kap. 5 §: day zero and the first liable day.

The statute: three days after the notice is sent, four when it is sent after 12.00; calendar days. Agreements
may set another cutoff, another number and another kind of day. All of that is data in ``PaymentTerms``.

    sent Mon 10.00     Mon       Tue      Wed      Thu
                       day zero  grace    grace    first liable day      (offset 3)
    sent Mon 12.00.01            Tue      Wed      Thu      Fri
                                 day zero grace    grace    first liable day
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from types import MappingProxyType
from typing import Final, Literal

from lus.swedish_time import ONE_DAY, STOCKHOLM, local_date, nth_weekday_after, whole_second

CutoffRule = Literal["after", "at_or_after", "none"]
DayKind = Literal["calendar", "weekday"]
Model = Literal["individual", "monthly_mean", "none"]

LAW: Final = "LUS 5:4"


class NotCalculable(ValueError):
    """Terms that lack what a calculation needs; ``missing`` names the fields. Nothing is guessed instead."""

    def __init__(self, missing: tuple[str, ...]) -> None:
        self.missing = missing
        super().__init__(f"terms cannot be calculated, missing: {', '.join(missing)}")


@dataclass(frozen=True, slots=True)
class PaymentTerms:
    """What one agreement version says about individual days. Only facts; dates are local dates.

    ``statutory``: these are the act's own terms, not an agreement's. ``cutoff_time`` may be None only with
    cutoff rule ``none``. ``payment_active_from`` None means that all days are shadow days. Raises
    NotCalculable when the cutoff or the offset is unknown, ValueError for an offset below 1.
    """

    cutoff_rule: CutoffRule
    cutoff_time: time | None
    day_kind: DayKind
    first_liable_offset: int
    count_discharge_day: bool = False
    payment_active_from: date | None = None
    model: Model = "individual"
    requires_summons: bool = True
    requires_no_objection: bool = False
    excluded_legal_status: frozenset[str] = frozenset()
    agreement_key: str = "statute"
    agreement_version: int = 1
    title: str = "lagens regel"
    statutory: bool = False
    interpretations: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))

    def __post_init__(self) -> None:
        if self.cutoff_rule != "none" and self.cutoff_time is None:
            raise NotCalculable(("cutoff_time",))
        if self.first_liable_offset < 1:
            raise ValueError("first_liable_offset must be at least 1")


STATUTE: Final = PaymentTerms("after", time(12), "calendar", 3)


def is_sent_late(sent_at: datetime, terms: PaymentTerms) -> bool:
    """Whether the notice was sent so late in the day that day zero is the next calendar day.

    Judged by the whole second: 12.00.00 is not after 12.00, and is at or after 12.00 (D-02).
    """
    cutoff = _cutoff_instant(sent_at, terms)
    if cutoff is None:
        return False
    sent = whole_second(sent_at)
    return sent > cutoff if terms.cutoff_rule == "after" else sent >= cutoff


def is_sent_at_cutoff(sent_at: datetime, terms: PaymentTerms) -> bool:
    """Whether the notice was sent on the very second of the cutoff, where D-02 decides."""
    return whole_second(sent_at) == _cutoff_instant(sent_at, terms)


def _cutoff_instant(sent_at: datetime, terms: PaymentTerms) -> datetime | None:
    # Instants are compared, not clock faces: in the doubled autumn hour a later notice may show less.
    if terms.cutoff_rule == "none" or terms.cutoff_time is None:
        return None
    return datetime.combine(local_date(sent_at), terms.cutoff_time, tzinfo=STOCKHOLM).astimezone(UTC)


def day_zero(sent_at: datetime, terms: PaymentTerms) -> date:
    """Dag noll: the local date the notice was sent, or the next one when sent late in the day."""
    return local_date(sent_at) + (ONE_DAY if is_sent_late(sent_at, terms) else timedelta(0))


def first_liable_day(zero: date, terms: PaymentTerms) -> date:
    """The first day that can be liable: the offset counted in calendar days, or weekdays, after day zero."""
    if terms.day_kind == "weekday":
        return nth_weekday_after(zero, terms.first_liable_offset)
    return zero + timedelta(days=terms.first_liable_offset)
