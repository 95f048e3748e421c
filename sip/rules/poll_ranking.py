"""Vilken tid passar?, the handbook's SIP page, 6: what somebody needed cannot come to is dropped, the rest ranked.

The system never books by itself: whoever calls chooses.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from discharge.rules.facts_of_poll import PERSON, SLOT_ANSWERS, Poll, Slot
from discharge.rules.refusal import Refusal

FEWEST: Final = 2
MOST: Final = 8
SCORES: Final = {"yes": 2, "if_needed": 1, "no": 0}


@dataclass(frozen=True, slots=True)
class Ranked:
    """A time that all who are needed can come to. ``unanswered``: how many have not said."""

    slot: Slot
    score: int
    yes: int
    if_needed: int
    unanswered: int


@dataclass(frozen=True, slots=True)
class Ranking:
    """``ranked``: the best first. ``blocked``: ids of those who cannot come, by slot id, for every other time."""

    ranked: tuple[Ranked, ...]
    blocked: Mapping[str, tuple[str, ...]]


def ranking(poll: Poll, needed: Set[str]) -> Ranking:
    """Return the times by score, then the earliest. ``needed``: units whose *no* drops a time, as the person's does."""
    blocked = {slot.slot_id: _who_blocks(poll, slot, needed | {PERSON}) for slot in poll.slots}
    left = [_ranked(poll, slot) for slot in poll.slots if not blocked[slot.slot_id]]
    best = sorted(left, key=lambda one: (-one.score, one.slot.starts_at))
    return Ranking(tuple(best), {slot_id: who for slot_id, who in blocked.items() if who})


def refuse_slots(times: Sequence[datetime], at: datetime) -> Refusal | None:
    """Return why these times cannot be proposed, or None: two to eight, ahead, each once."""
    if not FEWEST <= len(times) <= MOST:
        return _wrong(f"Förslaget har {len(times)} tider.", f"Föreslå {FEWEST} till {MOST} tider.")
    if min(times) <= at:
        return _wrong("En av tiderna har redan varit.", "Välj tider framåt.")
    if len(set(times)) < len(times):
        return _wrong("Samma tid står två gånger.", "Välj olika tider.")
    return None


def refuse_answers(poll: Poll, answers: Mapping[str, str]) -> Refusal | None:
    """Return why these are no answers to the proposal, or None: one for each time."""
    if set(answers) != {slot.slot_id for slot in poll.slots} or set(answers.values()) - SLOT_ANSWERS.keys():
        return Refusal(
            "validation",
            "En uppgift behöver rättas",
            "Svar saknas för en tid.",
            "Svara ja, om det behövs eller nej på varje tid.",
            field="answers",
        )
    return None


def _ranked(poll: Poll, slot: Slot) -> Ranked:
    said = [answers.get(slot.slot_id, "") for answers in poll.answers.values()]
    unanswered = len(set(poll.asked) | {PERSON}) - len(poll.answers)
    score = sum(SCORES[answer] for answer in said if answer)
    return Ranked(slot, score, said.count("yes"), said.count("if_needed"), max(unanswered, 0))


def _who_blocks(poll: Poll, slot: Slot, needed: Set[str]) -> tuple[str, ...]:
    return tuple(
        who for who, said in poll.answers.items() if who in needed and said.get(slot.slot_id) == "no"
    )


def _wrong(detail: str, advice: str) -> Refusal:
    return Refusal("validation", "En uppgift behöver rättas", detail, advice, field="times")
