"""Uppföljning och utvärdering: when, goals reached, what is left at the end (handbook sip §12)."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta

from discharge.rules.consent_policy import months_later
from discharge.rules.facts import CaseFacts
from discharge.rules.refusal import Refusal
from lus.swedish_time import is_weekday, nth_weekday_after
from sip.rules.policy import policy_of

from .choices import GOAL_RESULTS, OVER
from .facts import DocumentFacts, GoalResult
from .row import Row, rows_in


def first_follow_up(day: date, process: CaseFacts | None = None) -> tuple[date, date]:
    """Return the first and last day of the usual first follow-up of a plan that was made on ``day``."""
    policy = policy_of(process, day)
    return day + timedelta(weeks=policy.first_weeks), day + timedelta(weeks=policy.usual_weeks)


def proposed_follow_up(day: date, process: CaseFacts | None = None) -> date:
    """Return the day that is proposed on ``day``: a weekday in the middle of the usual weeks."""
    first, last = first_follow_up(day, process)
    middle = first + (last - first) / 2
    return middle if is_weekday(middle) else nth_weekday_after(middle, 1)


def latest_follow_up(day: date, process: CaseFacts | None = None) -> date:
    """Return the last day that a follow-up may be planned for on ``day``: six months on as usual."""
    return months_later(day, policy_of(process, day).latest_months)


def goals_reached(facts: DocumentFacts) -> tuple[int, int]:
    """Return ``(n, m)``: reached, of the goals that still mattered, by the last follow-up."""
    goals = {row.id for row in rows_in(facts.rows, "goal")}
    counted = [one for one in facts.results if one.goal_id in goals and one.result != "not_relevant"]
    return sum(one.result == "reached" for one in counted), len(counted)


def refuse_results(rows: Iterable[Row], results: Iterable[GoalResult]) -> Refusal | None:
    """Return why the follow-up is not whole, or None: each goal of the plan in force has one result."""
    goals, given = [row.id for row in rows_in(rows, "goal")], list(results)
    unknown = [one.goal_id for one in given if one.goal_id not in goals or one.result not in GOAL_RESULTS]
    if unknown or len({one.goal_id for one in given}) != len(given):
        return _wrong("Ett svar hör inte till något mål.", "Ladda om sidan.", unknown[0] if unknown else "")
    for number, goal in enumerate(goals, start=1):
        if all(one.goal_id != goal for one in given):
            return _wrong(f"Mål {number} har inget svar.", "Välj hur det gick med målet.", goal)
    return None


def left_at_closing(rows: Iterable[Row], handed_to: Iterable[str]) -> tuple[str, ...]:
    """Return ids of measures that are not over and that no unit has taken on: they stop a closing.

    ``handed_to``: ids of the measures that are handed to a unit. A death closes at once, and does not ask.
    """
    handed = frozenset(handed_to)
    open_ = (row.id for row in rows_in(rows, "intervention") if row.get("status") not in OVER)
    return tuple(row_id for row_id in open_ if row_id not in handed)


def _wrong(detail: str, advice: str, field: str) -> Refusal:
    return Refusal("results-missing", "Uppföljningen är inte hel", detail, advice, field=field)
