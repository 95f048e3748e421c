"""Halvårsrapporter som någon får läsa, handbook deviations §10: frozen; the analyst sees the draft too."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import Min

from deviations.models import Deviation, HalfYearReport
from deviations.queries.half_year_material import half_year_material
from deviations.queries.visible import county_of
from deviations.rules.half_year.content import half_year_content
from deviations.rules.half_year.period import HalfYear, half_year_of, read_half_year
from lus.organisations.actor import Actor
from lus.organisations.roles import Permission
from lus.refusals import NotThere
from lus.swedish_time import local_date


@dataclass(frozen=True, slots=True)
class ListedReport:
    """``state``: ``frozen``, ``draft`` (over, not frozen) or ``running``."""

    half_year: HalfYear
    state: str
    frozen_at: datetime | None = None
    frozen_by: str = ""


@dataclass(frozen=True, slots=True)
class ShownReport:
    """``content``: masked, as ``half_year_content`` returns it. ``may_freeze``: the viewer may, now."""

    listed: ListedReport
    content: Mapping[str, Any]
    may_freeze: bool


def listed_reports(viewer: Actor, *, at: datetime) -> list[ListedReport]:
    """Return the half-years that the viewer may open, newest first. Raises NotPermitted."""
    viewer.require(Permission.READ_DEVIATION_REPORTS)
    county = county_of(viewer)
    found = {
        read_half_year(row.half_year): _listed(row)
        for row in HalfYearReport.objects.filter(county=county).defer("content")
    }
    if viewer.may(Permission.ANALYSE_DEVIATIONS):
        found = {one: ListedReport(one, _open_state(one, at)) for one in _half_years(county, at)} | found
    return [found[one] for one in sorted(found, reverse=True)]


def half_year_report(viewer: Actor, name: str, *, at: datetime) -> ShownReport:
    """Return one report. Raises NotPermitted, and NotThere for one that is not frozen to who only reads."""
    viewer.require(Permission.READ_DEVIATION_REPORTS)
    half_year = half_year_asked(name, at)
    county = county_of(viewer)
    row = HalfYearReport.objects.filter(county=county, half_year=str(half_year)).first()
    if row is not None:
        return ShownReport(_listed(row), row.content, may_freeze=False)
    if not county or not viewer.may(Permission.ANALYSE_DEVIATIONS):
        raise NotThere
    content = half_year_content(half_year_material(county, half_year, cut_off=at))
    listed = ListedReport(half_year, _open_state(half_year, at))
    return ShownReport(listed, content, may_freeze=listed.state == "draft")


def half_year_asked(name: str, at: datetime) -> HalfYear:
    """Return the half-year of an address. Raises NotThere for what is none, and for one that has not begun."""
    try:
        half_year = read_half_year(name)
    except ValueError:
        raise NotThere from None
    if half_year.first > local_date(at):
        raise NotThere
    return half_year


def _listed(row: HalfYearReport) -> ListedReport:
    by = f"{row.frozen_role}, {row.frozen_unit_name}"
    return ListedReport(read_half_year(row.half_year), "frozen", row.frozen_at, by)


def _open_state(half_year: HalfYear, at: datetime) -> str:
    return "draft" if half_year.is_over(at) else "running"


def _half_years(county: str, at: datetime) -> list[HalfYear]:
    """From the first event that is in the register to today."""
    first = (
        Deviation.objects.filter(county=county).exclude(state="retracted").aggregate(day=Min("event_date"))
    )
    if not county or first["day"] is None:
        return []
    found, today = [half_year_of(first["day"])], half_year_of(local_date(at))
    while found[-1] < today:
        found.append(found[-1].next)
    return found
