"""The rows of *Min tur* as its template takes them."""

from dataclasses import dataclass
from typing import Any

from lus.web.words import DeadlineWords, MovedDate

from .listed_state import StateWords


@dataclass(frozen=True, slots=True)
class TurnRow:
    """One duty as a row. ``post``: the verb is done at once; ``note``: second line of the duty.

    ``taken``: who of the unit has the case; ``take_url``: where *Jag tar* posts, when nobody has. ``in_plan``: about a
    joint plan, which has no expected discharge and is taken by nobody.
    """

    id: str
    version: int
    news: str
    deadline: DeadlineWords
    late: bool
    what: str
    basis: str
    note: str
    person: dict[str, Any]
    state: StateWords
    place: str
    place_note: str
    expected: MovedDate | None
    taken: str
    take_url: str
    verb: str
    url: str
    post: bool
    about: str
    primary: bool
    in_plan: bool = False


@dataclass(frozen=True, slots=True)
class TurnGroup:
    key: str
    heading: str
    icon: str
    rows: list[TurnRow]


@dataclass(frozen=True, slots=True)
class TurnHead:
    """``7 att göra · 2 sena · nästa 14.10``; ``next`` is empty when no limit lies ahead."""

    total: int
    late: int
    next: str
    next_iso: str


@dataclass(frozen=True, slots=True)
class OneLine:
    """A duty of others, or one that is done: no verb, one line."""

    what: str
    person: str
    url: str
    who: str
    when: str
