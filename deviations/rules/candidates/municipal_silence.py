"""Kommunens besked uteblir (AD10, intern rutin): the patient is ready, and the municipality has said nothing."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta

from discharge.rules.facts import MUNICIPAL_ROLES, CaseFacts, ConcernedUnit, ReadySpell

from .ground import Ground, Known
from .local_limits import hours_of, limit_of
from .parties import ward_at
from .time_words import elapsed_words, minute_words
from .true_events import named

KEY = "municipal_answer"
ANSWERS = ("unit_ready_to_receive", "unit_ready_withdrawn", "case_declined")


def find(facts: CaseFacts, _known: Known) -> Iterator[Ground]:
    """Yield each notice in force so long, for each municipal unit that had not said whether it can receive."""
    for spell in facts.spells:
        if spell.end == "annulled":
            continue
        for unit in facts.active_units:
            if unit.role in MUNICIPAL_ROLES and unit.told_at is not None:
                yield from _unanswered(facts, spell, unit, max(spell.sent_at, unit.told_at))


def _unanswered(
    facts: CaseFacts, spell: ReadySpell, unit: ConcernedUnit, asked_at: datetime
) -> Iterator[Ground]:
    due = asked_at + limit_of(KEY, asked_at)
    answered = _first_answer(facts, unit.unit_id)
    is_over = spell.ended_at is not None and spell.ended_at <= due
    if is_over or (answered is not None and answered <= due):
        return
    values: dict[str, str | int] = {"at": minute_words(spell.sent_at), "limit": hours_of(KEY, asked_at)}
    if answered is not None:
        values["after"] = elapsed_words(_positive(answered - asked_at), hours_of(KEY, asked_at))
    yield Ground(
        event_id=spell.event_id,
        code="K05.3",
        offered=(ward_at(facts, spell.sent_at),),
        addressed=unit.unit_id,
        so_from=due,
        values=values,
        wording="answered" if answered is not None else "",
        since=asked_at,
        done_at=answered,
    )


def _first_answer(facts: CaseFacts, unit_id: str) -> datetime | None:
    return next(
        (one.happened_at for one in named(facts, *ANSWERS) if one.data["unit_id"] == unit_id),
        None,
    )


def _positive(length: timedelta) -> timedelta:
    return max(length, timedelta(0))
