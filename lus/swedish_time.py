"""Swedish calendar time: which local date, which free day, when midnight falls.

The law counts days by the calendar in Sweden while instants are kept in UTC. Every conversion between the
two goes through this module, so that the nights of the clock change are handled in one place.

Sources: lag (1989:253) om allmänna helgdagar (public holidays); lag (1930:173) om beräkning av lagstadgad
tid, 2 § (an act due on a free day may be done on the next working day).
"""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, time, timedelta
from functools import lru_cache
from types import MappingProxyType
from typing import TYPE_CHECKING, Final, Literal
from zoneinfo import ZoneInfo

if TYPE_CHECKING:
    from collections.abc import Mapping

STOCKHOLM: Final = ZoneInfo("Europe/Stockholm")
ONE_DAY: Final = timedelta(days=1)
SATURDAY: Final = 5
SUNDAY: Final = 6

# Which of the two passes of a doubled hour a typed time means (the autumn night).
Pass = Literal["first", "second"]

_TYPED: Final = re.compile(r"(\d{4})-(\d{2})-(\d{2})[T ]+(?:kl\.? *)?(\d{1,2})[.:](\d{2})(?:[.:](\d{2}))?")


class LocalTimeRefused(ValueError):
    """A typed local time that cannot be taken; ``str(error)`` is Swedish and ready for the screen."""


class UnreadableLocalTime(LocalTimeRefused):
    """The text is not a date and a time of day."""


class SkippedLocalTime(LocalTimeRefused):
    """The clock never showed this time: the hour that spring skips."""


class AmbiguousLocalTime(LocalTimeRefused):
    """The clock showed this time twice; ``first`` and ``second`` are the two UTC instants to choose from."""

    def __init__(self, local: datetime, first: datetime, second: datetime) -> None:
        self.first = first
        self.second = second
        super().__init__(
            f"Klockan var {local:%H.%M} två gånger natten den {local.day}/{local.month}. "
            "Välj sommartid (första gången) eller normaltid (andra gången)."
        )


def whole_second(instant: datetime) -> datetime:
    """The instant in UTC, cut to whole seconds: the precision in which sent times are kept and judged.

    Raises ValueError for a naive datetime: a time without a zone names no instant.
    """
    if instant.tzinfo is None:
        raise ValueError("naive datetime: an instant needs a time zone")
    return instant.astimezone(UTC).replace(microsecond=0)


def local_time(instant: datetime) -> datetime:
    """The instant as shown by a clock in Sweden, with its offset. Raises ValueError for a naive datetime."""
    if instant.tzinfo is None:
        raise ValueError("naive datetime: an instant needs a time zone")
    return instant.astimezone(STOCKHOLM)


def local_date(instant: datetime) -> date:
    """The calendar date in Sweden at the instant. Raises ValueError for a naive datetime."""
    return local_time(instant).date()


def local_midnight(day: date) -> datetime:
    """The UTC instant at which the local date begins. Sweden's midnights are never skipped or doubled."""
    return datetime.combine(day, time.min, tzinfo=STOCKHOLM).astimezone(UTC)


def end_of_local_day(day: date) -> datetime:
    """The UTC instant, exclusive, at which the local date ends: the next local midnight."""
    return local_midnight(day + ONE_DAY)


def at_local(day: date, clock: time, *, which: Pass | None = None) -> datetime:
    """The UTC instant of a wall-clock time in Sweden.

    ``which`` chooses between the two passes of a doubled hour and is ignored at other times.
    Raises SkippedLocalTime in spring, AmbiguousLocalTime in autumn when ``which`` is not given.
    """
    local = datetime.combine(day, clock.replace(tzinfo=None, fold=0))
    first = local.replace(tzinfo=STOCKHOLM).astimezone(UTC)
    second = local.replace(tzinfo=STOCKHOLM, fold=1).astimezone(UTC)
    if first == second:
        return first
    if first.astimezone(STOCKHOLM).replace(tzinfo=None) != local:
        raise SkippedLocalTime(
            f"Klockan {local:%H.%M} den {day.day}/{day.month} finns inte: klockan ställdes fram en timme. "
            "Ange en tid före 02.00 eller från 03.00."
        )
    if which is None:
        raise AmbiguousLocalTime(local, first, second)
    return first if which == "first" else second


def parse_local(text: str, *, which: Pass | None = None) -> datetime:
    """The UTC instant of a typed local time, ``2026-03-02 10.15`` or ``2026-03-02T10:15[:30]``.

    Raises UnreadableLocalTime, SkippedLocalTime or AmbiguousLocalTime.
    """
    found = _TYPED.fullmatch(text.strip())
    try:
        if found is None:
            raise ValueError
        year, month, day, hour, minute, second = (int(part or 0) for part in found.groups())
        on, clock = date(year, month, day), time(hour, minute, second)
    except ValueError:
        raise UnreadableLocalTime(
            "Tiden går inte att läsa. Skriv datum och klockslag så här: 2026-03-02 10.15."
        ) from None
    return at_local(on, clock, which=which)


@lru_cache(maxsize=512)
def easter_sunday(year: int) -> date:
    """Påskdagen: the Gregorian computus (the anonymous method of 1876)."""
    golden = year % 19
    century, rest = divmod(year, 100)
    leap_centuries, century_rest = divmod(century, 4)
    correction = (century - (century + 8) // 25 + 1) // 3
    epact = (19 * golden + century - leap_centuries - correction + 15) % 30
    leaps, year_rest = divmod(rest, 4)
    to_sunday = (32 + 2 * century_rest + 2 * leaps - epact - year_rest) % 7
    late = (golden + 11 * epact + 22 * to_sunday) // 451
    month, day = divmod(epact + to_sunday - 7 * late + 114, 31)
    return date(year, month, day + 1)


def _first_saturday(from_day: date) -> date:
    return from_day + timedelta(days=(SATURDAY - from_day.weekday()) % 7)


@lru_cache(maxsize=512)
def holidays_of(year: int) -> Mapping[date, str]:
    """Allmänna helgdagar, lag (1989:253): the year's named public holidays, date to Swedish name.

    Ordinary Sundays are also helgdagar but have no name; ask ``is_helgdag``.
    """
    easter = easter_sunday(year)
    named = {
        date(year, 1, 1): "nyårsdagen",
        date(year, 1, 6): "trettondedag jul",
        date(year, 5, 1): "första maj",
        date(year, 6, 6): "nationaldagen",
        date(year, 12, 25): "juldagen",
        date(year, 12, 26): "annandag jul",
        _first_saturday(date(year, 6, 20)): "midsommardagen",
        _first_saturday(date(year, 10, 31)): "alla helgons dag",
    }
    # Movable days last: in the rare year when two fall together the church day gives the name.
    for offset, name in (
        (-2, "långfredagen"),
        (0, "påskdagen"),
        (1, "annandag påsk"),
        (39, "Kristi himmelsfärdsdag"),
        (49, "pingstdagen"),
    ):
        named[easter + timedelta(days=offset)] = name
    return MappingProxyType(named)


@lru_cache(maxsize=512)
def _free_eves(year: int) -> Mapping[date, str]:
    midsummer_eve = _first_saturday(date(year, 6, 20)) - ONE_DAY
    return MappingProxyType(
        {midsummer_eve: "midsommarafton", date(year, 12, 24): "julafton", date(year, 12, 31): "nyårsafton"}
    )


def holiday_name(day: date) -> str | None:
    """Swedish name of a helgdag or of the three eves that extend a time limit; None for any other day."""
    return holidays_of(day.year).get(day) or _free_eves(day.year).get(day)


def is_helgdag(day: date) -> bool:
    """Helgdag, lag (1989:253): every Sunday and the named holidays. Eves are not helgdagar."""
    return day.weekday() == SUNDAY or day in holidays_of(day.year)


def is_statutory_free_day(day: date) -> bool:
    """Lag (1930:173) 2 §: Saturday, Sunday, helgdag, midsommarafton, julafton or nyårsafton."""
    return day.weekday() >= SATURDAY or is_helgdag(day) or day in _free_eves(day.year)


def extend_statutory(day: date) -> date:
    """Lag (1930:173) 2 §: the first day, from ``day`` on, that is not free. For acts, never for hours."""
    while is_statutory_free_day(day):
        day += ONE_DAY
    return day


def is_weekday(day: date) -> bool:
    """Vardag in weekday agreements (interpretation D-12): Monday to Friday, not helgdag. Eves count."""
    return day.weekday() < SATURDAY and not is_helgdag(day)


def nth_weekday_after(day: date, n: int) -> date:
    """The ``n``-th vardag strictly after ``day``. Raises ValueError when ``n`` is below 1."""
    if n < 1:
        raise ValueError(f"n must be at least 1, not {n}")
    while n:
        day += ONE_DAY
        n -= is_weekday(day)
    return day
