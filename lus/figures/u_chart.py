"""u-diagram: events per unit of exposure, with limits that are narrower where there was more of it (Poisson)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import sqrt
from typing import Final

# Above this the counts vary more than chance lets them; an XmR chart of the rate is drawn instead, and said so.
MOST_DISPERSED: Final = 2.0


@dataclass(frozen=True, slots=True)
class Counted:
    """``count`` events in ``exposure`` units, such as deviations and discharges of a month."""

    period: str
    count: int
    exposure: int


@dataclass(frozen=True, slots=True)
class Rate:
    """``rate``, ``lower``, ``upper`` per unit of exposure; None for a period without exposure."""

    counted: Counted
    rate: float | None
    lower: float | None
    upper: float | None

    @property
    def is_outside(self) -> bool:
        if self.rate is None or self.lower is None or self.upper is None:
            return False
        return not self.lower <= self.rate <= self.upper


@dataclass(frozen=True, slots=True)
class UChart:
    """``mean``: of all periods together, None without exposure. ``is_dispersed``: draw an XmR chart instead."""

    mean: float | None
    rates: tuple[Rate, ...]
    dispersion: float | None

    @property
    def is_dispersed(self) -> bool:
        return self.dispersion is not None and self.dispersion > MOST_DISPERSED


def u_chart(periods: Sequence[Counted]) -> UChart:
    """Return the chart of ``periods``, in their order."""
    exposure = sum(one.exposure for one in periods)
    if not exposure:
        return UChart(None, tuple(Rate(one, None, None, None) for one in periods), None)
    mean = sum(one.count for one in periods) / exposure
    return UChart(mean, tuple(_rate(one, mean) for one in periods), _dispersion(periods, mean))


def _rate(one: Counted, mean: float) -> Rate:
    if not one.exposure:
        return Rate(one, None, None, None)
    reach = 3 * sqrt(mean / one.exposure)
    return Rate(one, one.count / one.exposure, max(0.0, mean - reach), mean + reach)


def _dispersion(periods: Sequence[Counted], mean: float) -> float | None:
    exposed = [one for one in periods if one.exposure]
    if len(exposed) < 2 or not mean:
        return None
    terms = [(one.count - one.exposure * mean) ** 2 / (one.exposure * mean) for one in exposed]
    return sum(terms) / (len(exposed) - 1)
