"""Mötets kvartal, intern rutin: which quarter a held meeting counts in, so that no shown figure moves."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from discharge.rules.facts import CaseFacts
from sip.rules.meeting_facts import HeldMeeting, held_meetings, known_until

from .quarter import Quarter, quarter_of


@dataclass(frozen=True, slots=True)
class CountedMeeting:
    """``event_id``: of the event that tells it was held. ``quarter``: "2026-Q1". ``facts``: fact → yes or no."""

    event_id: str
    led_by: str
    quarter: str
    facts: dict[str, bool]


def counted_meetings(process: CaseFacts) -> Iterator[CountedMeeting]:
    """Yield the meetings of a plan as they are counted, oldest first.

    A meeting counts in its own quarter; told after that quarter has closed, in the one it was told in. What is
    recorded after its quarter's close is not read: a figure that has been shown stands.
    """
    for number, held in enumerate(held_meetings(process)):
        quarter = counted_quarter(held)
        stood = known_until(process, quarter.closes_at)
        facts = list(held_meetings(stood))[number].facts
        yield CountedMeeting(held.event_id, held.led_by, str(quarter), facts)


def counted_quarter(held: HeldMeeting) -> Quarter:
    """Return the quarter in which the meeting counts."""
    own = quarter_of(held.held_at)
    return own if held.told_at < own.closes_at else quarter_of(held.told_at)
