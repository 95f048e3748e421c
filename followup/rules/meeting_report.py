"""Mötena i siffror: a year of closed quarters of one unit's held meetings, with nothing that fewer than five tell.

Hidden as the answers are (``shown_figures``), each fact by the meetings of which it is known: the facts are not
anonymous in the plan, but a report of two meetings would be about two persons. A target group is an attribute of the
person, so its own meetings must be five too, or none: "one child" is somebody whom the neighbours know.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from discharge.rules.sip_choices import OBSTACLES, TARGET_GROUPS

from .figures import percent
from .shown_figures import FEWEST, Part, shown_in_year
from .unit_report import YEAR

TARGET: Final = "Målgrupp"
# Heading → fact → words, in the order of the page.
FACTS: Final[dict[str, dict[str, str]]] = {
    "Kallelsen": {
        "at_discharge": "I samband med utskrivning",
        "follow_up_meeting": "Uppföljningsmöte",
        "called_by_region": "Regionen kallade",
        "premeeting": "Förmöte hölls",
        "digital": "Digitalt möte",
    },
    "Vilka var med": {
        "person_there": "Personen",
        "relatives_there": "Närstående, vårdnadshavare eller företrädare",
        "region_there": "Regionen",
        "municipality_there": "Kommunen",
        "physician_there": "Läkare",
        "school_there": "Skola eller förskola",
        "all_from_region": "Alla kallade från regionen",
        "all_from_municipality": "Alla kallade från kommunen",
        "all_invited": "Alla andra inbjudna",
    },
    "Planen efter mötet": {
        "responsible": "Övergripande ansvar utsett",
        "goals": "Mål satta",
        "follow_up_booked": "Uppföljning bokad",
    },
    TARGET: {f"group_{key}": words for key, words in TARGET_GROUPS.items()},
    "Hinder": {f"obstacle_{key}": words for key, words in OBSTACLES.items()},
}


@dataclass(frozen=True, slots=True)
class Share:
    """``share``: whole per cent of the ``n`` meetings of which it is known."""

    n: int
    share: int


@dataclass(frozen=True, slots=True)
class FactShares:
    """``by_period``: "2026-Q1" or "year" → share; None when it is not shown."""

    code: str
    heading: str
    text: str
    by_period: Mapping[str, Share | None]


@dataclass(frozen=True, slots=True)
class MeetingReport:
    """``counts``: period → meetings, None when not shown. ``facts``: those known of any meeting of the year."""

    counts: Mapping[str, int | None]
    facts: tuple[FactShares, ...]

    @property
    def periods(self) -> tuple[str, ...]:
        return tuple(self.counts)


def meeting_report(
    meetings: Sequence[tuple[str, Mapping[str, bool]]], *, year_is_over: bool
) -> MeetingReport:
    """Return what may be shown. ``meetings``: (quarter, fact → yes or no) of one unit's closed quarters of a year."""
    by_quarter: dict[str, list[Mapping[str, bool]]] = defaultdict(list)
    for quarter, known_of_one in sorted(meetings, key=lambda one: one[0]):
        by_quarter[quarter].append(known_of_one)
    counts = _periods({quarter: len(found) for quarter, found in by_quarter.items()}, year_is_over)
    told = _periods_of_groups(by_quarter)
    shown = (
        _fact(code, heading, text, by_quarter, year_is_over=year_is_over)
        for heading, known in FACTS.items()
        for code, text in known.items()
    )
    found = (one for one in shown if one is not None)
    return MeetingReport(
        counts, tuple(_only_in(told, one) if one.heading == TARGET else one for one in found)
    )


def _periods_of_groups(by_quarter: Mapping[str, Sequence[Mapping[str, bool]]]) -> set[str]:
    """Return the periods whose target groups may be told: each of them of five meetings or none.

    A year beside some of its quarters tells the others; it stands beside all of them, or alone.
    """
    known = {
        quarter: [sum(facts.get(code, False) for facts in found) for code in FACTS[TARGET]]
        for quarter, found in by_quarter.items()
    }
    known = {quarter: counts for quarter, counts in known.items() if any(counts)}
    told = {quarter for quarter, counts in known.items() if _none_is_small(counts)}
    year = [sum(counts) for counts in zip(*known.values(), strict=True)]
    return told | ({YEAR} if _none_is_small(year) and told in (set(), set(known)) else set())


def _none_is_small(counts: Sequence[int]) -> bool:
    return all(count == 0 or count >= FEWEST for count in counts)


def _only_in(told: set[str], fact: FactShares) -> FactShares:
    shares = {period: one if period in told else None for period, one in fact.by_period.items()}
    return replace(fact, by_period=shares)


def _periods(n: Mapping[str, int], year_is_over: bool) -> dict[str, int | None]:
    """Return how many in each period, None where it is not shown; of a year that is not over the quarters only."""
    whole = Part(YEAR, parts=tuple(Part(quarter, count) for quarter, count in n.items()))
    shown = shown_in_year(whole, year_is_over=year_is_over)
    all_periods = {**n, YEAR: sum(n.values())} if n and year_is_over else n
    return {period: count if period in shown else None for period, count in all_periods.items()}


def _fact(
    code: str,
    heading: str,
    text: str,
    by_quarter: Mapping[str, Sequence[Mapping[str, bool]]],
    *,
    year_is_over: bool,
) -> FactShares | None:
    known = {q: [facts[code] for facts in found if code in facts] for q, found in by_quarter.items()}
    if not any(known.values()):
        return None
    yes = {quarter: sum(values) for quarter, values in known.items()}
    yes[YEAR] = sum(yes.values())
    counted = _periods({quarter: len(values) for quarter, values in known.items()}, year_is_over)
    shares = {
        period: None if n is None else Share(n, percent(yes[period], n)) for period, n in counted.items()
    }
    return FactShares(code, heading, text, shares)
