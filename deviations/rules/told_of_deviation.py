"""Vem som får veta: the other side of whoever acted; notes of the receiver's own are told to nobody."""

from __future__ import annotations

from typing import Final

from .facts_of_deviation import DeviationFacts
from .lift import ON_DEVIATION

TO_REPORTER: Final = frozenset(
    {
        "deviation_acknowledged",
        "deviation_rerouted",
        "deviation_assessed",
        "deviation_completion_requested",
        "deviation_action_decided",
        "deviation_no_action",
        "deviation_action_done",
        "deviation_feedback_given",
    }
)
TO_RECEIVER: Final = frozenset(
    {
        "deviation_rerouted",
        "deviation_completed",
        "deviation_accepted",
        "deviation_disputed",
        "deviation_retracted",
    }
)
TO_BOTH: Final = frozenset(
    {"deviation_commented", "deviation_reopened", "deviation_recoded", *ON_DEVIATION.values()}
)


def told_of_deviation(event: str, facts: DeviationFacts) -> set[str]:
    """Return the units (ids as text) that are told of ``event``; whoever acted is left out by the caller."""
    told: set[str] = set()
    if event in TO_REPORTER | TO_BOTH:
        told.add(facts.reporting_unit)
    if event in TO_RECEIVER | TO_BOTH:
        told.add(facts.addressed_unit)
    return told
