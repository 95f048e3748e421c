"""Enhetens hållna SIP-möten: what counts of those that one unit has led, in closed quarters."""

from datetime import datetime
from typing import Any
from uuid import UUID

from followup.models import CountedMeeting
from followup.rules.quarter import newest_closed, read_quarter

Meetings = list[tuple[str, dict[str, bool]]]


def years_with_meetings(unit_id: UUID, *, at: datetime) -> list[int]:
    """Return the years from the first meeting to the newest closed quarter. Two rows of an index, however many."""
    first = _of(unit_id).order_by("quarter").values_list("quarter", flat=True).first()
    newest = newest_closed(at)
    return list(range(read_quarter(first).year, newest.year + 1)) if first and first <= str(newest) else []


def closed_meetings(unit_id: UUID, year: int, *, at: datetime) -> Meetings:
    """Return (quarter, facts) of the year's meetings in quarters that have closed at ``at``."""
    until = min(str(newest_closed(at)), f"{year}-Q4")
    found = _of(unit_id).filter(quarter__gte=f"{year}-Q1", quarter__lte=until)
    return list(found.values_list("quarter", "facts"))


def _of(unit_id: UUID) -> Any:
    return CountedMeeting.objects.filter(unit_id=unit_id)
