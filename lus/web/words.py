"""Swedish words for time on screens: how long is left, when it was, which day, how often it moved.

Pure functions. ``at`` is the instant the page was made; instants are aware, days are Swedish calendar days.
The script ``lus/web/static/web/js/ticker.js`` says the same words again while a page stands open.
"""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Literal

from lus.swedish_time import STOCKHOLM, local_date

Level = Literal["lugnt", "snart", "sent", "klart", "ingen"]

WEEKDAYS = ("mån", "tis", "ons", "tor", "fre", "lör", "sön")
MONTHS = (
    "jan",
    "feb",
    "mars",
    "april",
    "maj",
    "juni",
    "juli",
    "aug",
    "sep",
    "okt",
    "nov",
    "dec",
)
SOON_SHARE = 0.25  # a clock turns "snart" when a quarter of its time is left
MINUTES_A_DAY = 24 * 60


@dataclass(frozen=True)
class DeadlineWords:
    """What `components/deadline.html` shows. ``iso`` and ``start_iso`` let the script go on counting."""

    level: Level
    left: str
    absolute: str = ""
    iso: str = ""
    start_iso: str = ""


@dataclass(frozen=True)
class MovedDate:
    """A planned day and where it stood before. ``was`` and ``note`` are empty when it never moved."""

    now: str
    was: str = ""
    note: str = ""

    @property
    def text(self) -> str:
        arrow = f"{self.was} → {self.now}" if self.was else self.now
        return f"{arrow} · {self.note}" if self.note else arrow


def clock(instant: datetime) -> str:
    """Time of day in Sweden: ``14.10``."""
    return instant.astimezone(STOCKHOLM).strftime("%H.%M")


def clock_with_seconds(instant: datetime) -> str:
    """Time of day in Sweden with seconds: ``08.14.05``. Tells how fresh a page is."""
    return instant.astimezone(STOCKHOLM).strftime("%H.%M.%S")


def day(value: date, today: date) -> str:
    """``ons 25/11``; with the year when it is not this year's."""
    words = f"{WEEKDAYS[value.weekday()]} {value.day}/{value.month}"
    return words if value.year == today.year else f"{words} {value.year}"


def near_day(value: date, today: date) -> str:
    """``i dag``, ``i går``, ``i morgon``, else as ``day``."""
    near = {-1: "i går", 0: "i dag", 1: "i morgon"}.get((value - today).days)
    return near or day(value, today)


def day_heading(value: date, today: date) -> str:
    """Heading of a day in a timeline: ``I dag, mån 23 nov`` or ``Fre 20 nov``."""
    words = f"{WEEKDAYS[value.weekday()]} {value.day} {MONTHS[value.month - 1]}"
    if value.year != today.year:
        words = f"{words} {value.year}"
    near = {-1: "I går, ", 0: "I dag, ", 1: "I morgon, "}.get((value - today).days)
    return f"{near}{words}" if near else words.capitalize()


def moment(instant: datetime, at: datetime) -> str:
    """``i dag 14.10``, ``i går 16.00``, ``ons 25/11 13.00``."""
    return f"{near_day(local_date(instant), local_date(at))} {clock(instant)}"


def span(length: timedelta) -> str:
    """``47 min``, ``3 h 20 min``, ``2 d 5 h``, ``16 d``. Whole minutes, rounded down; never negative."""
    minutes = max(0, int(length.total_seconds() // 60))
    if minutes < 1:
        return "under 1 min"
    if minutes < 60:
        return f"{minutes} min"
    if minutes < MINUTES_A_DAY:
        return _two(minutes // 60, "h", minutes % 60, "min")
    days, rest = divmod(minutes, MINUTES_A_DAY)
    return f"{days} d" if days >= 14 else _two(days, "d", rest // 60, "h")


def age(since: datetime, at: datetime) -> str:
    """One unit only, for tight cells: ``34 min``, ``3 h``, ``7 d``."""
    words = span(at - since)
    return words if words.startswith("under") else " ".join(words.split()[:2])


def time_left(due: datetime, at: datetime) -> str:
    """``3 h 20 min kvar`` before the limit and on it, ``47 min sen`` after it."""
    return f"{span(due - at)} kvar" if at <= due else f"{span(at - due)} sen"


def level_of(due: datetime, at: datetime, started: datetime | None = None) -> Level:
    """Lugnt, snart (a quarter of the time is left; without a start: an hour), sent (past the limit)."""
    if at > due:
        return "sent"
    soon = (due - started) * SOON_SHARE if started else timedelta(hours=1)
    return "snart" if due - at <= soon else "lugnt"


def deadline_words(
    due: datetime | None,
    at: datetime,
    *,
    started: datetime | None = None,
    met_at: datetime | None = None,
) -> DeadlineWords:
    """Words for one clock. ``met_at``: when the duty was done; a late one stays told as late, but calmly."""
    if due is None:
        return (
            DeadlineWords("klart", "Klart", moment(met_at, at))
            if met_at
            else DeadlineWords("ingen", "Utan tidsgräns")
        )
    if met_at is not None:
        left = "Klart i tid" if met_at <= due else f"Klart, {span(met_at - due)} sent"
        return DeadlineWords("klart", left, moment(met_at, at), met_at.isoformat())
    return DeadlineWords(
        level=level_of(due, at, started),
        left=time_left(due, at),
        absolute=moment(due, at),
        iso=due.isoformat(),
        start_iso=started.isoformat() if started else "",
    )


def times_moved(times: int) -> str:
    """``flyttat 1 gång``, ``flyttat 2 ggr``; nothing when it never moved."""
    if times < 1:
        return ""
    return "flyttat 1 gång" if times == 1 else f"flyttat {times} ggr"


def moved_date(value: date, today: date, *, was: date | None = None, times: int = 0) -> MovedDate:
    """``mån 4/5 → ons 6/5 · flyttat 2 ggr``. ``was`` is the day it stood on before the last change."""
    return MovedDate(
        day(value, today),
        day(was, today) if was and was != value else "",
        times_moved(times),
    )


def _two(large: int, large_unit: str, small: int, small_unit: str) -> str:
    return f"{large} {large_unit} {small} {small_unit}" if small else f"{large} {large_unit}"
