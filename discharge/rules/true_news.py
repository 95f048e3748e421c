"""Nyheter som fortfarande stämmer: what the clock or an act told of by itself, worked out again without hidden events.

Home-ready, a suggested track and a complete basis may rest on what is blocked. To tell of them would tell of it.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, Final

from lus.swedish_time import local_date

from .facts import CaseFacts, EventFact
from .fold import fold
from .home_ready.checklist import Checklist
from .home_ready.news import home_ready_news
from .planning_basis import settled_of
from .track_news import track_news

News = tuple[str, dict[str, Any]]
Again = Callable[[CaseFacts, EventFact, Checklist], News | None]


def _basis(facts: CaseFacts, event: EventFact, checklist: Checklist) -> News | None:
    settled, asked = settled_of(facts)
    return (event.name, {"fields": asked}) if asked and settled == asked else None


def _home(facts: CaseFacts, event: EventFact, checklist: Checklist) -> News | None:
    return home_ready_news(facts, checklist)


def _track(facts: CaseFacts, event: EventFact, checklist: Checklist) -> News | None:
    return track_news(facts, local_date(event.recorded_at))


NEWS: Final[dict[str, Again]] = {
    "planning_basis_completed": _basis,
    "home_ready_reached": _home,
    "home_ready_lost": _home,
    "track_suggested": _track,
}


def with_true_news(case_id: str, events: Sequence[EventFact], checklist: Checklist) -> tuple[EventFact, ...]:
    """Return ``events`` (in the order of ``seq``) without the news that would not have come of them alone."""
    kept: list[EventFact] = []
    for event in events:
        again = NEWS.get(event.name)
        if again is None or again(fold(case_id, kept), event, checklist) == (event.name, dict(event.data)):
            kept.append(event)
    return tuple(kept)
