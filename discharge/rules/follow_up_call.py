"""Uppföljning 48–72 h efter hemgång, intern rutin: when the call is due, and what it can lead to."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Final

from lus.swedish_time import is_weekday, local_date

from .facts import CaseFacts
from .swedish_words import short_day
from .words import clock_words

OPENS_AFTER: Final = timedelta(hours=48)
CLOSES_AFTER: Final = timedelta(hours=72)
NOT_REACHED: Final = "not_reached"
RESULTS: Final[dict[str, str]] = {
    "well": "Nådd, det fungerar",
    "help_needed": "Nådd, något behöver ordnas",
    "relative": "Talade med närstående",
    "in_hospital": "Åter på sjukhus",
    NOT_REACHED: "Nådde inte",
}


def call_window(left: datetime) -> tuple[datetime, datetime]:
    """Return when the call may begin and when it is late: 48 and 72 elapsed hours after the patient left."""
    return left + OPENS_AFTER, left + CLOSES_AFTER


def call_is_open(facts: CaseFacts) -> bool:
    """Whether a call is planned that is neither done nor waived."""
    call = facts.leaving.call
    return call is not None and call.done_at is None and call.waived_at is None


def caller(facts: CaseFacts) -> str | None:
    """Return the unit that calls: the chosen one, or whom it has sent the case on to. None when it has left."""
    call = facts.leaving.call
    unit = facts.unit(call.unit_id) if call else None
    while unit is not None and unit.state == "forwarded":
        unit = next((one for one in facts.units if one.under == unit.unit_id and one.takes_part), None)
    return unit.unit_id if unit is not None and unit.is_active else None


def window_words(left: datetime) -> str:
    """``tor 5/3 14.00 till fre 6/3 14.00``."""
    opens, closes = call_window(left)
    return f"{clock_words(opens)} till {clock_words(closes)}"


def free_days_reminder(left: datetime) -> str:
    """Return a reminder when the whole window lies on free days; the limit itself is never moved."""
    opens, closes = call_window(left)
    days = [local_date(opens), local_date(closes)]
    if any(is_weekday(day) for day in days):
        return ""
    before, after = days[0], days[1]
    while not is_weekday(before):
        before -= timedelta(days=1)
    while not is_weekday(after):
        after += timedelta(days=1)
    words = f"ring {short_day(before)}, annars {short_day(after)}"
    return f"Fönstret ligger på lediga dagar: {words}. Tiden är inte flyttad."
