"""Enkätresultat: the own unit's report of a year, and how many codes it has given out so far."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from followup.models import Answer, CodePool
from followup.rules.meeting_report import MeetingReport, meeting_report
from followup.rules.quarter import Quarter, quarter_of, read_quarter
from followup.rules.questionnaire import KINDS
from followup.rules.unit_report import ClosedPool, UnitReport, unit_report
from lus.organisations.actor import Actor
from lus.organisations.roles import Permission

from .asked_by_code import asked_in
from .unit_meetings import closed_meetings, years_with_meetings


@dataclass(frozen=True, slots=True)
class SurveyReport:
    """``meetings``: what counts of those the unit has led. ``years``: those with a closed quarter, newest first.

     ``issued``: codes of the running quarter, by kind.

    ``shown_after``: the last day of answers of the running quarter; its figures are shown from the next.
    """

    year: int
    years: tuple[int, ...]
    unit: UnitReport
    meetings: MeetingReport
    running: Quarter
    issued: dict[str, int]
    shown_after: date


def survey_report(viewer: Actor, year: int | None = None, *, at: datetime) -> SurveyReport:
    """Return the report of the viewer's own unit, in four statements. ``year`` None: the newest that can be told."""
    viewer.require(Permission.SEE_CASES)
    own = CodePool.objects.filter(unit_id=str(viewer.unit_id))
    pools = list(own.select_related("round__template"))
    closed = [pool for pool in pools if pool.round.closes_at <= at]
    running = quarter_of(at)
    assert viewer.unit_id is not None
    met = years_with_meetings(viewer.unit_id, at=at)
    years = sorted({_quarter(pool).year for pool in closed} | {*met}, reverse=True)
    chosen = year or (years[0] if years else running.year)
    told = _told([pool for pool in closed if _quarter(pool).year == chosen])
    is_over = Quarter(chosen, 4).closes_at <= at
    now = {pool.round.kind: pool.drawn for pool in pools if _quarter(pool) == running}
    return SurveyReport(
        year=chosen,
        years=tuple(years),
        unit=unit_report(told, year_is_over=is_over),
        meetings=meeting_report(closed_meetings(viewer.unit_id, chosen, at=at), year_is_over=is_over),
        running=running,
        issued={kind: now.get(kind, 0) for kind in KINDS},
        shown_after=running.last_answer_day,
    )


def _quarter(pool: CodePool) -> Quarter:
    return read_quarter(pool.round.quarter)


def _told(pools: list[CodePool]) -> list[ClosedPool]:
    """Return the pools with the values of their answers. Free texts are not read here at all."""
    values: dict[UUID, list[dict[str, Any]]] = defaultdict(list)
    for pool_id, answer in Answer.objects.filter(pool__in=pools).values_list("pool_id", "values"):
        values[pool_id].append(answer)
    return [ClosedPool(asked_in(pool), pool.round.quarter, pool.drawn, values[pool.pk]) for pool in pools]
