"""Spärr satt och hävd: what each event of a block does to the facts."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Final

from .case_draft import Draft, instant
from .facts import EventFact
from .facts_of_blocks import Block, Opening


def block_set(case: Draft, event: EventFact) -> None:
    made = Block(event.event_id, event.data["unit_id"], event.data["scope"], event.happened_at)
    case.known["blocks"] = (*_blocks(case), made)


def block_lifted(case: Draft, event: EventFact) -> None:
    case.known["blocks"] = tuple(
        _lifted(block, event) if block.block_id == event.data["block_id"] else block
        for block in _blocks(case)
    )


def _lifted(block: Block, event: EventFact) -> Block:
    valid_to = instant(event.data["valid_to"])
    if valid_to is None:
        return replace(block, lifted_at=event.happened_at)
    return replace(block, openings=(*block.openings, Opening(event.data["opened_for"], valid_to)))


def _blocks(case: Draft) -> tuple[Block, ...]:
    found: tuple[Block, ...] = case.known.get("blocks", ())
    return found


HANDLERS: Final[dict[str, Callable[[Draft, EventFact], None]]] = {
    "block_set": block_set,
    "block_lifted": block_lifted,
}
