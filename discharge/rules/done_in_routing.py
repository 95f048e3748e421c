"""Redan vidaresänt, redan taget: who was first, when a case goes on or is taken on."""

from __future__ import annotations

from typing import Final

from .done import Asked, Done


def target_takes_part(asked: Asked) -> bool:
    """Whether the unit that the act is about has the case, or stands behind units that have it."""
    unit = asked.facts.unit(asked.target_id) if asked.target_id else None
    return unit is not None and unit.takes_part


ROUTING_DONE: Final[dict[str, Done]] = {
    "forward_case": Done(
        target_takes_part,
        ("case_forwarded", "concerned_unit_added", "concerned_unit_readded", "admission_notice_sent"),
        "Enheten är redan med i ärendet",
        "Välj en annan enhet, eller låt den fortsätta.",
    ),
    "claim_case": Done(
        lambda asked: asked.facts.claim_of(asked.unit_id) is not None,
        ("case_claimed",),
        "Ärendet är redan taget",
        "Tala med den som tog det. Hen kan släppa ärendet.",
        own=True,
    ),
    "release_claim": Done(
        lambda asked: asked.facts.claim_of(asked.unit_id) is None,
        ("claim_released",),
        "Ingen på er enhet har tagit ärendet",
        "Ni behöver inte göra något mer.",
        own=True,
    ),
}
