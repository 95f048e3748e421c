"""Vem ser vad, handbook deviations §10, as rows: each standing that a viewer can have, and what it shows.

A viewer may have several; what they see is what any of them shows. What they may do is in ``flow.py``.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True)
class Sight:
    """``text``: what was written, and the dialogue; ``codes``: category, step, times; ``internal``: the notes.

    ``answer``: the answer and the action, without the report's own text.
    """

    text: bool = False
    answer: bool = False
    internal: bool = False
    codes: bool = True


NOTHING: Final = Sight(codes=False)
SIGHT: Final[dict[str, Sight]] = {
    # Who reported, by the account; their colleagues see that it was sent and where it stands.
    "reporter": Sight(text=True, answer=True),
    "sender": Sight(),
    "sender_receiver": Sight(text=True, answer=True),
    "sender_head": Sight(text=True, answer=True),
    "addressed": Sight(text=True, answer=True),
    "receiver": Sight(text=True, answer=True, internal=True),
    "head": Sight(text=True, answer=True, internal=True),
    # Got a copy of the report.
    "copied": Sight(text=True, answer=True),
    # Had it once and sent it on: where it went, not what is said there.
    "former": Sight(),
    "analyst": Sight(),
    # Of a lifted one.
    "analyst_of_lifted": Sight(text=True, answer=True),
    "secretary": Sight(text=True, answer=True),
}


def sight_of(standings: Iterable[str]) -> Sight:
    """Return what somebody with these standings sees; none at all: not even that it exists."""
    seen = [SIGHT[one] for one in standings]
    if not seen:
        return NOTHING
    return Sight(
        text=any(one.text for one in seen),
        answer=any(one.answer for one in seen),
        internal=any(one.internal for one in seen),
    )


@dataclass(frozen=True, slots=True)
class Place:
    """How a viewer stands to one deviation. Truth values that a query fills in; ``may_*``: the assignment's rights."""

    is_account: bool = False
    in_reporting: bool = False
    in_addressed: bool = False
    in_former: bool = False
    in_copies: bool = False
    in_county: bool = False
    is_lifted: bool = False
    in_group: bool = False
    may_report: bool = False
    may_receive: bool = False
    may_head: bool = False
    may_analyse: bool = False
    may_lifted: bool = False
    addressed_has_receiver: bool = False


def standings_of(place: Place) -> frozenset[str]:
    """Return the standings. Until a unit has a receiver, those who may report there receive (named function, §4)."""
    found = {
        "reporter": place.in_reporting and place.is_account,
        "sender": place.in_reporting,
        "sender_receiver": place.in_reporting and place.may_receive,
        "sender_head": place.in_reporting and place.may_head,
        "addressed": place.in_addressed,
        "receiver": place.in_addressed
        and (place.may_receive or (place.may_report and not place.addressed_has_receiver)),
        "head": place.in_addressed and place.may_head,
        "former": place.in_former,
        "copied": place.in_copies,
        "analyst": place.in_county and place.may_analyse,
        "analyst_of_lifted": place.in_county and place.may_analyse and place.is_lifted,
        "secretary": place.in_group and place.may_lifted,
    }
    return frozenset(name for name, holds in found.items() if holds)
