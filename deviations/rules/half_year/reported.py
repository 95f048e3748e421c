"""Rapporterad avvikelse, som halvårsrapporten räknar den: codes, days and limits; no text, no unit, no person."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime

from lus.swedish_time import is_weekday, local_date

from .period import HalfYear


@dataclass(frozen=True, slots=True)
class Met:
    """A clock of the addressee's. ``since``: when the report was registered; ``due_at`` None: no limit is laid down."""

    since: datetime
    due_at: datetime | None = None
    met_at: datetime | None = None

    @property
    def days(self) -> int | None:
        """Whole Swedish days from the report, None while it is not met."""
        if self.met_at is None:
            return None
        return (local_date(self.met_at) - local_date(self.since)).days

    def standing(self, cut_off: datetime) -> str:
        """Return ``in_time``, ``late`` (met late, or the limit passed), ``waiting`` or ``no_limit``."""
        if self.due_at is None:
            return "no_limit"
        if (self.met_at or cut_off) > self.due_at:
            return "late"
        return "waiting" if self.met_at is None else "in_time"


@dataclass(frozen=True, slots=True)
class Reported:
    """One deviation. ``direction``, ``care_form``, ``consequence``, ``step``: keys of ``choices``; codes ``Knn.i``."""

    event_date: date
    direction: str
    step: int
    code_reported: str
    code_analysed: str
    consequence: str
    delay_days: int | None
    care_form: str
    misaddressed: bool
    acknowledged: Met
    answered: Met
    closed_at: datetime | None = None

    @property
    def reported_category(self) -> str:
        return self.code_reported.partition(".")[0]

    @property
    def category(self) -> str:
        """The category that reports count: the analyst's, else the reporter's (§3)."""
        return (self.code_analysed or self.code_reported).partition(".")[0]

    @property
    def is_recoded(self) -> bool:
        return self.code_analysed not in ("", self.code_reported)

    @property
    def on_free_day(self) -> bool:
        return not is_weekday(self.event_date)

    def open_days(self, cut_off: datetime) -> int:
        """How many days it has been open, 0 when it is closed."""
        if self.closed_at is not None:
            return 0
        return (local_date(cut_off) - local_date(self.acknowledged.since)).days


@dataclass(frozen=True, slots=True)
class Offered:
    """What a detector offered in the half-year, and what became of it."""

    detector: str
    title: str
    offered: int
    accepted: int
    dismissed: int


@dataclass(frozen=True, slots=True)
class Fault:
    """Systemfel som länet ska laga: what the analyst wrote, who sees to it and when."""

    text: str
    owner: str
    due: date


@dataclass(frozen=True)
class Material:
    """All that a report is made of. ``rows``: the half-year's deviations, retracted ones left out.

    ``by_month``: how many deviations, and ``discharges``: LUS discharges, by the first day of the month, for the two
    years that the chart shows. ``before``: the content of the last frozen report
    before this one, as it was published, {} when there is none.
    """

    half_year: HalfYear
    cut_off: datetime
    county: str
    policy: str
    taxonomy: str
    rows: Sequence[Reported]
    by_month: Mapping[date, int]
    discharges: Mapping[date, int]
    offers: Sequence[Offered] = ()
    faults: Sequence[Fault] = ()
    before: Mapping[str, object] = field(default_factory=dict)

    @property
    def base(self) -> int:
        """The discharges of the half-year: what every count is drawn from."""
        return sum(self.discharges.get(month, 0) for month in self.half_year.months)
