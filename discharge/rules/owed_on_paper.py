"""Svara på efterregistrering (intern rutin): the unit that got the paper has five working days."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from lus.swedish_time import end_of_local_day, local_date, nth_weekday_after

from .duties_on_paper import ANSWER
from .facts import CaseFacts
from .owed import Obligation, duty_of

WORKING_DAYS: Final = 5  # assumption, intern rutin


def answer_paper(facts: CaseFacts) -> Iterator[Obligation]:
    """Yield one duty per late registration, met by any answer."""
    for one in facts.corrections.paper:
        unit = facts.unit(one.counterpart)
        at_work = one.counterpart == facts.ward_id or (unit is not None and unit.is_active)
        if one.answered_at or at_work:
            due = end_of_local_day(nth_weekday_after(local_date(one.made_at), WORKING_DAYS))
            yield duty_of(ANSWER, one.counterpart, one.made_at, due, met_at=one.answered_at, key=one.event_id)
