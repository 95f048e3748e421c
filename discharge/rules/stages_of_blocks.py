"""Spärrar: who may set, lift and open them and when. Rows of ``STAGES``, ``STALE`` and ``AIMLESS``."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from .blocks import blocks_of, blocks_of_others
from .facts import ACTIVE_STATES, CaseFacts
from .stage import ALL, ANY_LIVING, Stage

STAGES_OF_BLOCKS: Final[dict[str, Stage]] = {
    "set_block": Stage("Att spärra uppgifter", ALL, ANY_LIVING, unit=ACTIVE_STATES),
    "lift_block": Stage("Att häva en spärr", ALL, ANY_LIVING, unit=ACTIVE_STATES),
    "open_block_in_emergency": Stage("Att nödöppna en spärr", ALL, ANY_LIVING, unit=ACTIVE_STATES),
}
STALE_OF_BLOCKS: Final[dict[str, frozenset[str]]] = dict.fromkeys(
    STAGES_OF_BLOCKS, frozenset({"block_set", "block_lifted"})
)
# A patient may change her mind after the case is closed, and be in danger then.
AFTER_CLOSING_OF_BLOCKS: Final = frozenset(STAGES_OF_BLOCKS)
AIMLESS_BLOCKS: Final[dict[str, Callable[[CaseFacts, str], bool]]] = {
    "lift_block": lambda facts, unit_id: not blocks_of(facts, unit_id),
    "open_block_in_emergency": lambda facts, unit_id: not blocks_of_others(facts, (unit_id,)),
}
