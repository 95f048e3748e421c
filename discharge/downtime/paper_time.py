"""Tider på papper: always with their date, because a list is read on another day than it was made."""

from datetime import date, datetime, timedelta

from lus.deadlines.models import Obligation
from lus.swedish_time import local_date
from lus.web.words import clock, day


def on(value: date | None, at: datetime) -> str:
    """``ons 25/11``, or nothing."""
    return day(value, local_date(at)) if value else ""


def when(instant: datetime | None, at: datetime) -> str:
    """``ons 25/11 13.00``, or nothing."""
    return f"{on(local_date(instant), at)} {clock(instant)}" if instant else ""


def limit(duty: Obligation, at: datetime) -> str:
    """``senast ons 25/11 13.00``; a limit in calendar days as its last day."""
    if duty.due_at is None:
        return "utan tidsgräns"
    if duty.clock == "calendar":
        return f"senast {on(local_date(duty.due_at - timedelta(seconds=1)), at)}"
    return f"senast {when(duty.due_at, at)}"


def stamp(at: datetime) -> str:
    """``mån 23/11 2026 08.14``: how old the list is, with its year."""
    today = local_date(at)
    return f"{day(today, today)} {today.year} {clock(at)}"
