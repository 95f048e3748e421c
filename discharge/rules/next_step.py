"""Nästa steg, och vems: which open duty comes first.

Order: what the law demands and is late → what it demands within 24 hours, or without a limit but so that the case
stands still → what is due first → what else stops the case → what has waited longest → the small questions of a
routine (``DETAILS``). A late routine never stands before a duty of the law that presses. The same order serves
*Min tur*, the board and the case page.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any, Final, Generic, Protocol, TypeVar

# Without a limit, but the case stands still until somebody does them.
URGENT: Final = frozenset(
    {
        "no_municipality_in_case",
        "no_outpatient_in_case",
        "record_sip_consent",
        "state_outpatient_readiness",
    }
)
# Many small questions of a routine: never the case's next step while anything else waits.
DETAILS: Final = frozenset({"chase_planning_answers", "fill_planning_basis", "settle_home_ready_points"})
PRESSES_WITHIN: Final = timedelta(hours=24)
NEVER: Final = datetime.max.replace(tzinfo=UTC)


class Owed(Protocol):
    """A duty, from the rules or from a stored row."""

    @property
    def code(self) -> str: ...
    @property
    def unit_id(self) -> Any: ...
    @property
    def basis(self) -> str: ...
    @property
    def clock(self) -> str: ...
    @property
    def starts_at(self) -> datetime: ...
    @property
    def due_at(self) -> datetime | None: ...
    @property
    def met_at(self) -> datetime | None: ...
    @property
    def key(self) -> str: ...


Duty = TypeVar("Duty", bound=Owed)


@dataclass(frozen=True, slots=True)
class NextStep(Generic[Duty]):
    """``first``: the next step (its ``unit_id`` is whose it is), None when nobody owes anything; ``then``: two more."""

    first: Duty | None
    then: tuple[Duty, ...] = ()


def next_step(duties: Iterable[Duty], at: datetime) -> NextStep[Duty]:
    """Return the first open duty and the two after it. ``at``: now, aware."""
    waiting = in_order(duties, at)
    return NextStep(waiting[0], tuple(waiting[1:3])) if waiting else NextStep(None)


def in_order(duties: Iterable[Duty], at: datetime) -> list[Duty]:
    """Return the open duties of units, most urgent first; always the same order for the same duties."""
    mine = [duty for duty in duties if duty.met_at is None and duty.unit_id is not None]
    return sorted(mine, key=lambda duty: _urgency(duty, at))


def is_late(duty: Owed, at: datetime) -> bool:
    """Whether an open duty is late. Elapsed hours include their last second; calendar days end at midnight."""
    if duty.due_at is None or duty.met_at is not None:
        return False
    return at >= duty.due_at if duty.clock == "calendar" else at > duty.due_at


def _presses(duty: Owed, at: datetime) -> bool:
    """Whether a duty is due within 24 hours, or stops the case without having a limit."""
    return duty.due_at - at <= PRESSES_WITHIN if duty.due_at else duty.code in URGENT


def _urgency(duty: Owed, at: datetime) -> tuple[Any, ...]:
    return (
        not (duty.basis == "law" and is_late(duty, at)),
        not (duty.basis == "law" and _presses(duty, at)),
        duty.code in DETAILS,
        duty.due_at or NEVER,
        duty.code not in URGENT,
        duty.starts_at,
        duty.code,
        str(duty.unit_id),
        duty.key,
    )
