"""Vem når jag nu?: at any instant a municipality has exactly one answer.

The ordinary reception when it is open; else the on-call function on duty; else *ingen bemanning*, with when somebody
is there next.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from lus.opening_hours import Hours, closes_at, is_open, next_opening

Kind = Literal["reception", "on_call", "nobody"]


@dataclass(frozen=True, slots=True)
class Shift:
    """Pass: one function on duty from ``starts_at`` until ``ends_at`` (UTC, end exclusive)."""

    shift_id: str
    function_id: str
    starts_at: datetime
    ends_at: datetime


@dataclass(frozen=True, slots=True)
class Answer:
    """``who``: the reception's or the function's id, "" for nobody. ``until``: when the answer may change.

    ``next_at``: when somebody is there again, only when nobody is.
    """

    kind: Kind
    who: str = ""
    until: datetime | None = None
    next_at: datetime | None = None


def who_answers(receptions: Sequence[tuple[str, Hours]], shifts: Sequence[Shift], at: datetime) -> Answer:
    """Return the one answer at ``at``. ``receptions``: (id, hours) in the order in which they are to be asked."""
    for reception, hours in receptions:
        if is_open(hours, at):
            return Answer("reception", reception, closes_at(hours, at))
    opens = [when for _, hours in receptions if (when := next_opening(hours, at)) is not None]
    on_duty = [shift for shift in shifts if shift.starts_at <= at < shift.ends_at]
    if on_duty:
        shift = min(on_duty, key=lambda one: (one.starts_at, one.shift_id))
        return Answer("on_call", shift.function_id, min([shift.ends_at, *opens]))
    begins = [shift.starts_at for shift in shifts if shift.starts_at > at]
    return Answer("nobody", next_at=min([*opens, *begins], default=None))
