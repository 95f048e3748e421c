"""Underlag: what went wrong between units, as a rule reads it from the record. A suggestion, never a verdict."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from discharge.rules.home_ready.checklist import Checklist
from lus.opening_hours import Hours

Value = str | int


@dataclass(frozen=True, slots=True)
class Ground:
    """``event_id``: what it is about. ``code``: of the taxonomy. ``offered``: units that may report it.

    ``addressed``: the unit that it would go to. ``so_from``: from when it is so; ahead of now it is not so yet.
    ``wording`` and ``values``: which sentence says it, and what fills it in; times and hours, nothing personal.
    ``part`` tells two things of one event apart. ``since``: when the time that ran out began, None when none did;
    ``done_at``: when what was missing came.
    """

    event_id: str
    code: str
    offered: tuple[str, ...]
    addressed: str
    so_from: datetime
    values: Mapping[str, Value] = field(default_factory=dict)
    wording: str = ""
    part: str = ""
    since: datetime | None = None
    done_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Known:
    """What the rules may ask beside the case: registered opening hours by unit, and the case's home-ready list."""

    hours: Mapping[str, Hours]
    checklist: Checklist
