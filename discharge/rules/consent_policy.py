"""Hur länge samtycken gäller, och vad en menprövning räcker till: dated data by region and care form.

Nothing of it stands in law: each number is a local routine (*Intern rutin*), the handbook's SIP page, 3.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Final, Literal

ANY: Final = ""
IncapacityPolicy = Literal["coordination_only", "sip_allowed"]


@dataclass(frozen=True, slots=True)
class ConsentPolicy:
    """``months``: proposed; ``longest_months``: at most; ``review_months``: until a harm test is looked at again.

    ``incapacity``: whether a plan may be locked on a harm test, or the units may only meet.
    """

    valid_from: date
    region_code: str = ANY
    care_form: str = ANY
    months: int = 12
    longest_months: int = 24
    review_months: int = 3
    incapacity: IncapacityPolicy = "coordination_only"


POLICIES: Final = (ConsentPolicy(date(2018, 1, 1)),)


def consent_policy(
    day: date, region_code: str = ANY, care_form: str = ANY, policies: tuple[ConsentPolicy, ...] = POLICIES
) -> ConsentPolicy:
    """Return what holds on ``day``: the region's own before everybody's, the care form's own before any."""
    found = [
        one
        for one in policies
        if one.valid_from <= day
        and one.region_code in (ANY, region_code)
        and one.care_form in (ANY, care_form)
    ]
    return max(found, key=lambda one: (one.region_code != ANY, one.care_form != ANY, one.valid_from))


def months_later(day: date, months: int) -> date:
    """Return the same day of a later month, or the month's last day when it has no such day."""
    years, month = divmod(day.month - 1 + months, 12)
    year, month = day.year + years, month + 1
    for shorter in range(4):
        try:
            return date(year, month, day.day - shorter)
        except ValueError:
            continue
    raise ValueError(day)
