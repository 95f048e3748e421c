"""Tidsgränser för avvikelser, handbook deviations §4: dated, per county. Most numbers are our own, intern rutin.

The policy of the day when a report was registered holds for its whole life.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Final

from lus.swedish_time import local_date

UNSOURCED: Final = "Lokal tidsgräns (ej fastställd)"
NO_LIMIT: Final = "Ingen tidsgräns registrerad"
STOCKHOLM, GOTEBORG, KALMAR = "01", "14", "08"


@dataclass(frozen=True, slots=True)
class DeviationPolicy:
    """What holds in ``county`` (the first two digits of a municipality's code) from ``valid_from`` on.

    ``*_weekdays``: whole weekdays, ``*_days``: calendar days, both after the day of what begins the clock; None: no
    limit is laid down. ``sources``: where a number is read, by its name; one that is not there is our own.
    ``lift_route``: the groups in order.
    """

    county: str
    valid_from: date
    register_within_days: int | None = 30
    ack_weekdays: int | None = 3
    assess_weekdays: int | None = 10
    feedback_days: int | None = 30
    accept_days: int | None = 14
    reports_per_year: int = 2
    lift_route: tuple[str, ...] = ("Lokal samverkansgrupp", "Storsthlm och HSF", "VIS", "Politiska VIS")
    named_function: str = "required"
    sources: tuple[tuple[str, str], ...] = ()

    def reference(self, number: str) -> str:
        """Return how binding ``number`` (a field's name) is, in words for the page."""
        if getattr(self, number) is None:
            return NO_LIMIT
        return dict(self.sources).get(number, UNSOURCED)


_BEGAN: Final = date(2018, 1, 1)
# Oldest first within a county. A new row changes no report that is registered.
POLICIES: Final[tuple[DeviationPolicy, ...]] = (
    DeviationPolicy(STOCKHOLM, _BEGAN),
    DeviationPolicy(
        GOTEBORG,
        _BEGAN,
        feedback_days=60,
        reports_per_year=1,
        lift_route=("Lokal samverkansgrupp", "NOSAM eller temagrupp"),
        named_function="contact",
        sources=(("feedback_days", "vardsamverkan.se"),),
    ),
    DeviationPolicy(
        KALMAR,
        _BEGAN,
        lift_route=("Informationsöverföringsgruppen", "Länsgemensam ledning"),
        sources=(("reports_per_year", "Länsgemensam ledning: LISA-avvikelser två gånger om året"),),
    ),
)


def policy_of(county: str, registered_at: datetime) -> DeviationPolicy:
    """Return what holds for a report that was registered then; a county without rows has Stockholm's."""
    day = local_date(registered_at)
    rows = [one for one in POLICIES if one.county == county] or [
        replace(one, county=county) for one in POLICIES if one.county == STOCKHOLM
    ]
    known = [one for one in rows if one.valid_from <= day]
    return known[-1] if known else rows[0]
