"""Vad som är känt om en avvikelse: where it stands, whose turn it is, and what its clocks run from. No texts."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from discharge.rules.facts import EventFact


@dataclass(frozen=True, slots=True)
class Measure:
    """Åtgärd. ``owner_role``: a profession or function, never a name. ``due``: its last day."""

    event_id: str
    owner_unit: str
    owner_role: str
    due: date
    done_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class DeviationFacts:
    """Folded from the stream. ``state``: a key of ``STATES``; units are ids as text, times aware.

    ``addressed_at``: since when today's addressee has it; ``addressees``: how many have had it; ``former``: those that
    sent it on. ``round``: 1, and one more for each dispute and reopening; ``round_at``: since when. ``asked_at``: since
    when the reporter is asked to complete it; ``waited_days``: how long that has stopped the limits of this round.
    ``lift_level``: the highest group that has looked at it, "" when none has.
    """

    deviation_id: str
    registered_at: datetime
    number: str = ""
    county: str = ""
    state: str = "registered"
    reporting_unit: str = ""
    addressed_unit: str = ""
    code_reported: str = ""
    code_analysed: str = ""
    addressed_at: datetime | None = None
    addressees: int = 1
    former: tuple[str, ...] = ()
    round: int = 1
    round_at: datetime | None = None
    asked_at: datetime | None = None
    waited_days: int = 0
    acknowledged_at: datetime | None = None
    assessed_at: datetime | None = None
    severity: int | None = None
    measures: tuple[Measure, ...] = ()
    decided_at: datetime | None = None
    answered_at: datetime | None = None
    closed_at: datetime | None = None
    is_disputed: bool = False
    lift_level: str = ""
    events: tuple[EventFact, ...] = ()

    @property
    def version(self) -> int:
        """The number of the newest event."""
        return self.events[-1].seq if self.events else 0

    @property
    def code(self) -> str:
        """The code that reports count: the analyst's, else the reporter's."""
        return self.code_analysed or self.code_reported

    def last(self, *names: str) -> EventFact | None:
        """Return the newest event of one of ``names``."""
        return next((event for event in reversed(self.events) if event.name in names), None)
