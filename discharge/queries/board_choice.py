"""Urval på Tavlan: the allow-list of what the board may be filtered by, for everybody the same.

PDL 2 kap. 8 §: a care provider's lists are never chosen by social services or other sensitive grounds. No key here is
one; a key that is to exist in municipal views alone would stand in a list of its own.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from django.db.models import Q, QuerySet

from discharge.models import Case
from lus.organisations.actor import Actor
from lus.swedish_time import local_midnight

from .board_cohorts import COHORTS
from .visible import open_cases

FILTERS = ("view", "ward", "municipality", "changed", "child", "psychiatry")
COLUMNS = (
    "municipality",
    "units",
    "contact",
    "home",
)  # those that may be hidden: the first and the last stay
KEYS = frozenset({*FILTERS, "hide"})
PSYCHIATRY = ("psychiatric_adult", "child_psychiatric", "forensic_psychiatric", "addiction")
ADULT_AT = 18


@dataclass(frozen=True, slots=True)
class Choice:
    """What the board shows. ``ward``: a unit's key; ``municipality``: its code; ``hide``: columns not shown."""

    view: str = "all"
    ward: str = ""
    municipality: str = ""
    changed: bool = False
    child: bool = False
    psychiatry: bool = False
    hide: tuple[str, ...] = ()

    @property
    def filters(self) -> bool:
        """Whether anything but the box has been chosen."""
        return bool(self.ward or self.municipality or self.changed or self.child or self.psychiatry)

    def pairs(self) -> list[tuple[str, str]]:
        """Return the choice as the pairs of an address, and nothing that was not chosen."""
        texts = [("view", "" if self.view == "all" else self.view), ("ward", self.ward)]
        texts.append(("municipality", self.municipality))
        ticks = [(key, "1") for key in ("changed", "child", "psychiatry") if getattr(self, key)]
        return [(key, value) for key, value in texts if value] + ticks + [("hide", key) for key in self.hide]


def choice_of(given: Mapping[str, list[str]]) -> Choice:
    """Read a choice from an address or a saved view; what is unknown or unreadable is left out."""
    one = {key: (values[-1] if values else "") for key, values in given.items() if key in KEYS}
    municipality = one.get("municipality", "")
    return Choice(
        view=one["view"] if one.get("view") in COHORTS else "all",
        ward=_uuid(one.get("ward", "")),
        municipality=municipality if len(municipality) == 4 and municipality.isdecimal() else "",
        changed=one.get("changed") == "1",
        child=one.get("child") == "1",
        psychiatry=one.get("psychiatry") == "1",
        hide=tuple(key for key in COLUMNS if key in given.get("hide", [])),
    )


def chosen(cases: QuerySet[Case], choice: Choice, *, today: date) -> QuerySet[Case]:
    """Return those of the cases that the choice is about (all but its box, see ``board``)."""
    wanted = Q()
    if choice.ward:
        wanted &= Q(ward_id=choice.ward)
    if choice.municipality:
        # where a protected person lives is not told, so not chosen by either
        wanted &= Q(registered_municipality=choice.municipality, person__protection="none")
    if choice.changed:
        wanted &= Q(last_event_at__gte=local_midnight(today - timedelta(days=1)))
    if choice.child:
        wanted &= Q(person__birth_date__gt=_years_before(today, ADULT_AT))
    if choice.psychiatry:
        wanted &= Q(care_form__in=PSYCHIATRY)
    return cases.filter(wanted) if choice.filters else cases


def places_of(viewer: Actor) -> tuple[list[tuple[str, str]], list[str]]:
    """Return the wards (key, name) and the municipalities' codes among the viewer's open cases; shows no patient."""
    columns = ("ward_id", "ward__name", "registered_municipality", "person__protection")
    found = list(open_cases(viewer).values_list(*columns).distinct())
    wards = sorted({(str(ward), name) for ward, name, _, _ in found}, key=lambda pair: pair[1])
    return wards, sorted({code for _, _, code, protection in found if code and protection == "none"})


def _uuid(text: str) -> str:
    try:
        return str(UUID(text))
    except ValueError:
        return ""


def _years_before(today: date, years: int) -> date:
    leap = (today.month, today.day) == (2, 29)
    return today.replace(year=today.year - years, day=28 if leap else today.day)
