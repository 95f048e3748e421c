"""Vad avvikelsen väntar på, handbook deviations §4: the clocks of whoever has it, stopped while the reporter is asked.

Level-triggered as the duties of a case: the whole list anew each time. Nothing here asks what time it is.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import Final

from discharge.rules.duties import DUTIES
from discharge.rules.owed import Obligation
from lus.swedish_time import end_of_local_day, local_date, nth_weekday_after

from .facts_of_deviation import DeviationFacts
from .policy import DeviationPolicy, policy_of

CLOSES: Final = "deviation_closes"
ESCALATES: Final = "deviation_escalates"


def deviation_duties(facts: DeviationFacts) -> list[Obligation]:
    """Return what is owed: by the addressee, by the reporter's unit, and the clock's own days (without a unit)."""
    if facts.state == "retracted":
        return []
    policy = policy_of(facts.county, facts.registered_at)
    rules = (_acknowledge, _assess, _answer, _complete, _silence, _measures)
    return [duty for rule in rules for duty in rule(facts, policy)]


def _acknowledge(facts: DeviationFacts, policy: DeviationPolicy) -> Iterator[Obligation]:
    """Kvittera: within some weekdays from the day the addressee got it."""
    since = _addressed(facts)
    due = _weekdays(since, policy.ack_weekdays)
    key = str(facts.addressees)
    yield _duty(
        "acknowledge_deviation", facts, policy, "ack_weekdays", since, due, key, facts.acknowledged_at
    )
    if facts.acknowledged_at is None:
        yield from _escalation("acknowledge_deviation", since, due, key)


def _assess(facts: DeviationFacts, policy: DeviationPolicy) -> Iterator[Obligation]:
    """Bedöm: the right addressee, and how serious."""
    since = _addressed(facts)
    due = _weekdays(since, policy.assess_weekdays)
    yield _duty(
        "assess_deviation",
        facts,
        policy,
        "assess_weekdays",
        since,
        due,
        str(facts.addressees),
        facts.assessed_at,
    )


def _answer(facts: DeviationFacts, policy: DeviationPolicy) -> Iterator[Obligation]:
    """Återkoppla: analysis, action and answer. Stopped while the reporter is asked, longer by the days it took."""
    if facts.state == "awaiting_reporter":
        return
    since = facts.round_at or facts.registered_at
    due = _days(since, policy.feedback_days, facts.waited_days)
    key, met = f"{facts.addressees}:{facts.round}", facts.answered_at
    yield _duty("give_deviation_feedback", facts, policy, "feedback_days", since, due, key, met)
    if met is None:
        yield from _escalation("give_deviation_feedback", since, due, key)


def _complete(facts: DeviationFacts, policy: DeviationPolicy) -> Iterator[Obligation]:
    if facts.state == "awaiting_reporter" and facts.asked_at is not None:
        asked = facts.last("deviation_completion_requested")
        yield _words(
            "complete_deviation", facts.reporting_unit, facts.asked_at, None, asked.event_id if asked else ""
        )


def _silence(facts: DeviationFacts, policy: DeviationPolicy) -> Iterator[Obligation]:
    """Tystnad stänger: whoever reported accepts or disputes; after the days of the policy the clock closes it.

    No duty of the reporter's unit: nobody has to answer an answer.
    """
    if facts.state != "answered" or facts.answered_at is None:
        return
    due = _days(facts.answered_at, policy.accept_days, 0)
    if due is not None:
        yield _words(CLOSES, None, facts.answered_at, due, str(facts.round))


def _measures(facts: DeviationFacts, policy: DeviationPolicy) -> Iterator[Obligation]:
    """Åtgärden: owned by the unit that decided it, until it is done; it outlives the answer."""
    for one in facts.measures:
        event = next(event for event in facts.events if event.event_id == one.event_id)
        yield _words(
            "finish_deviation_action",
            one.owner_unit,
            event.happened_at,
            end_of_local_day(one.due),
            one.event_id,
            met_at=one.done_at,
        )


def _escalation(code: str, since: datetime, due: datetime | None, key: str) -> Iterator[Obligation]:
    """150 % of a limit: the head and the county's analyst are told (§5). At 100 % the unit itself is."""
    if due is not None:
        yield _words(ESCALATES, None, since, due + (due - since) / 2, f"{code}:{key}")


def _addressed(facts: DeviationFacts) -> datetime:
    return facts.addressed_at or facts.registered_at


def _weekdays(since: datetime, count: int | None) -> datetime | None:
    """Return the end (UTC, exclusive) of the last of so many weekdays after the Swedish day of ``since``."""
    return end_of_local_day(nth_weekday_after(local_date(since), count)) if count else None


def _days(since: datetime, count: int | None, waited: int) -> datetime | None:
    return end_of_local_day(local_date(since) + timedelta(days=count + waited)) if count else None


def _duty(
    code: str,
    facts: DeviationFacts,
    policy: DeviationPolicy,
    number: str,
    since: datetime,
    due: datetime | None,
    key: str,
    met_at: datetime | None,
) -> Obligation:
    reference = policy.reference(number)
    return _words(code, facts.addressed_unit, since, due, key, met_at=met_at, reference=reference)


def _words(
    code: str,
    unit_id: str | None,
    since: datetime,
    due: datetime | None,
    key: str = "",
    *,
    met_at: datetime | None = None,
    reference: str = "",
) -> Obligation:
    duty = DUTIES[code]
    return Obligation(
        code=code,
        unit_id=unit_id,
        basis=duty.basis,
        reference=reference or duty.reference,
        clock=duty.clock if due else "none",
        starts_at=since,
        due_at=due,
        explanation=duty.explanation,
        key=key,
        met_at=met_at,
        verb=duty.verb,
        sentence=duty.sentence,
    )
