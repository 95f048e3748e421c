"""Spärr, PDL 4 kap. 4–5 §§, SVOD 2 kap.: what may be blocked, which events a block hides, and from whom.

The statute's own notices, consents and answers are never among them: a unit must be able to do its duty.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from typing import Any, Final

from .facts import CaseFacts, EventFact
from .facts_of_blocks import Block

OPEN_FOR: Final = timedelta(hours=24)  # intern rutin


@dataclass(frozen=True, slots=True)
class Scope:
    """What a block is about: its Swedish name, the events that it hides, and the acts that write them."""

    label: str
    events: frozenset[str]
    acts: frozenset[str]


PLANNING: Final = Scope(
    "Planeringsunderlag, ADL och hjälpmedel",
    frozenset({"planning_field_answered", "planning_field_unknown", "adl_assessed", "aid_recorded"}),
    frozenset({"answer_planning_field", "mark_planning_field_unknown", "assess_adl", "record_aid"}),
)
MESSAGES: Final = Scope(
    "Fria meddelanden och bilagor",
    frozenset({"message_sent", "attachment_added", "attachment_rejected"}),
    frozenset({"send_message", "correct_message", "withdraw_message", "add_attachment"}),
)
HANDOVER: Final = Scope(
    "Överlämningens delar",
    frozenset({"handover_part_added", "handover_part_declared_not_needed", "handover_sent"}),
    frozenset({"add_handover_part", "declare_handover_part_not_needed", "send_handover"}),
)
EVERYTHING: Final = Scope(
    "Allt detta",
    PLANNING.events | MESSAGES.events | HANDOVER.events,
    PLANNING.acts | MESSAGES.acts | HANDOVER.acts,
)
SCOPES: Final[dict[str, Scope]] = {
    "planning": PLANNING,
    "messages": MESSAGES,
    "handover": HANDOVER,
    "all": EVERYTHING,
}
ASKED_BY: Final = {"patient": "Patienten själv", "guardian": "Vårdnadshavare"}
# What an event may point at; what points at something hidden is hidden with it.
POINTERS: Final = ("event_id", "registration_id", "key")
Owners = dict[str, str]


def standing_blocks(facts: CaseFacts) -> tuple[Block, ...]:
    """Return the blocks in force, oldest first."""
    return tuple(block for block in facts.blocks if block.stands)


def blocks_of(facts: CaseFacts, unit_id: str) -> tuple[Block, ...]:
    """Return the unit's own blocks in force."""
    return tuple(block for block in standing_blocks(facts) if block.unit_id == unit_id)


def blocks_of_others(facts: CaseFacts, units: Collection[str]) -> tuple[Block, ...]:
    """Return the blocks in force that stand for units outside ``units``."""
    return tuple(block for block in standing_blocks(facts) if block.unit_id not in units)


def is_blocked_act(facts: CaseFacts, unit_id: str, act: str) -> bool:
    """Whether what the unit writes by ``act`` now is blocked for the others."""
    return any(act in SCOPES[block.scope].acts for block in blocks_of(facts, unit_id))


def covers(facts: CaseFacts, unit_id: str, scope: str) -> bool:
    """Whether the unit's blocks in force already hide everything of ``scope``."""
    hidden: set[str] = set()
    for block in blocks_of(facts, unit_id):
        hidden |= SCOPES[block.scope].events
    return SCOPES[scope].events <= hidden


def guardian_refusal(facts: CaseFacts, day: date) -> tuple[str, str]:
    """Return why a guardian's wish makes no block, and what to do instead (PDL 4 kap. 4 §)."""
    of_age = facts.home.of_age_from
    if of_age is not None and day < of_age:
        said = "En vårdnadshavare kan inte spärra barnets uppgifter (PDL 4 kap. 4 §)."
        return said, "Fråga barnet självt, om det är moget nog att bestämma."
    said = "En vuxen patient har ingen vårdnadshavare som kan begära spärr."
    return said, "Fråga patienten själv."


def hidden_from(facts: CaseFacts, units: Collection[str], at: datetime) -> frozenset[str]:
    """Return the ids of the events that none of ``units`` may know of at ``at``. ``facts``: the whole case."""
    closed = {
        block.block_id for block in blocks_of_others(facts, units) if block.open_until(units, at) is None
    }
    return frozenset(_hidden(facts, closed)) if closed else frozenset()


def owners_of_hidden(facts: CaseFacts) -> Owners:
    """Return ``{event id: the unit that alone knows of it}`` for everything that blocks in force hide."""
    standing = {block.block_id for block in standing_blocks(facts)}
    return _hidden(facts, standing) if standing else {}


def _hidden(facts: CaseFacts, block_ids: Collection[str]) -> Owners:
    blocks = [block for block in facts.blocks if block.block_id in block_ids]
    hidden: Owners = {}
    sent_by = ""  # whose handover the next receipt is of, when that is hidden
    for event in facts.events:
        owner = _owner(event, blocks) or _pointed_at(event, hidden)
        if event.name == "handover_sent":
            sent_by = owner
        elif event.name == "handover_received":
            owner = owner or sent_by
        if owner:
            hidden[event.event_id] = owner
    return hidden


def _owner(event: EventFact, blocks: Collection[Block]) -> str:
    for block in blocks:
        if event.unit_id == block.unit_id and event.name in SCOPES[block.scope].events:
            return block.unit_id
    return ""


def _pointed_at(event: EventFact, hidden: Owners) -> str:
    named = (event.data.get(key) for key in POINTERS)
    return next((hidden[name] for name in named if isinstance(name, str) and name in hidden), "")


def unthreaded(events: Collection[EventFact]) -> Iterator[EventFact]:
    """Yield the events that are left; an answer to a message that is not among them begins its own thread."""
    threads: dict[str, str] = {}
    for event in events:
        if event.name != "message_sent":
            yield event
            continue
        parent: Any = event.data.get("reply_to")
        if parent is None or parent in threads:
            thread = threads[parent] if parent else event.event_id
            data = {**event.data, "thread": thread if parent else event.data.get("thread")}
        else:
            thread, data = event.event_id, {**event.data, "reply_to": None, "thread": None}
        threads[event.event_id] = thread
        yield replace(event, data=data)
