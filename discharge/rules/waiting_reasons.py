"""Orsaker till kvarstannande: their words, and which days each has waited.

The codes are an assumption of the product, no agreement. A day belongs to every reason that is open when the day
ends: several at once share it, and one code at the end never hides the others.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from .facts import CaseFacts
from .facts_of_home_ready import WaitingReason

REASONS: Final[dict[str, str]] = {
    "municipal_decision": "Kommunens beslut",
    "short_term_place": "Korttidsplats",
    "special_housing_place": "Plats i särskilt boende",
    "home_care_start": "Start av hemtjänst",
    "municipal_nursing": "Kommunal hälso- och sjukvård",
    "aids_or_home_adaptation": "Hjälpmedel eller bostadsanpassning",
    "hvb_or_supported_housing": "HVB eller stödboende",
    "other_municipality": "Annan kommun",
    "regional_outpatient": "Regionens öppenvård",
    "other_inpatient": "Annan slutenvård",
    "medicines_or_transport": "Läkemedel eller transport",
    "patient_or_kin_choice": "Patientens eller närståendes val",
    "guardian": "God man eller förvaltare",
    "infection": "Smitta",
    "other": "Annat",
}


@dataclass(frozen=True, slots=True)
class WaitedDay:
    """One day past day zero. ``reasons``: the intervals open when it ended; empty = nobody has said why."""

    day: date
    reasons: tuple[WaitingReason, ...]


@dataclass(frozen=True, slots=True)
class Waited:
    """Who everyone has waited for. ``by_reason``: (code, owner unit id) → days, most first."""

    days: tuple[WaitedDay, ...]
    by_reason: tuple[tuple[tuple[str, str], int], ...]

    @property
    def unexplained(self) -> int:
        return sum(1 for day in self.days if not day.reasons)


def open_reasons(facts: CaseFacts) -> tuple[WaitingReason, ...]:
    """Return the intervals that run now, the oldest first."""
    return tuple(
        sorted((reason for reason in facts.waiting if reason.is_open), key=lambda reason: reason.since)
    )


def waited(facts: CaseFacts, day_zero: date | None, today: date) -> Waited:
    """Return the days past ``day_zero`` of the notice in force through ``today``, and before them the reasons' own.

    Days of earlier notices count where a reason was open: their day zero is not asked for here.
    """
    spell = facts.open_spell
    days = {day for reason in facts.waiting for day in _days_of(reason, today)}
    if spell is not None and day_zero is not None:
        days |= {day_zero + timedelta(days=n) for n in range(1, (today - day_zero).days + 1)}
    rows = tuple(
        WaitedDay(day, tuple(r for r in facts.waiting if day in _days_of(r, today))) for day in sorted(days)
    )
    counted = Counter(pair for row in rows for pair in {(r.code, r.owner_id) for r in row.reasons})
    return Waited(rows, tuple(counted.most_common()))


def _days_of(reason: WaitingReason, today: date) -> frozenset[date]:
    if reason.ended_by == "annulled":
        return frozenset()  # the notice never was; nobody waited
    last = reason.until - timedelta(days=1) if reason.until else today
    return frozenset(reason.since + timedelta(days=n) for n in range((last - reason.since).days + 1))
