"""Inget att göra det med: when an act on messages has none to act upon, and so no button to show."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from .facts import CaseFacts
from .given_consents import given_consents
from .message_categories import IN_BULK
from .other_county import is_from_another_county
from .refusal import Refusal
from .stages_of_blocks import AIMLESS_BLOCKS
from .stages_of_corrections import AIMLESS_CORRECTIONS
from .waiting_reasons import open_reasons

NOT_THIS_STAGE: Final = "Åtgärden passar inte ärendets läge"


def no_own_message(facts: CaseFacts, unit_id: str) -> bool:
    """Whether the unit has sent nothing that still holds."""
    return not any(one.unit_id == unit_id and one.withdrawn_at is None for one in facts.messages)


def no_information(facts: CaseFacts, unit_id: str) -> bool:
    """Whether the unit has no unread message that may be acknowledged with others."""
    plain = {one.event_id for one in facts.messages if one.category in IN_BULK and one.withdrawn_at is None}
    return not any(
        item.event_id in plain and item.unit_id == unit_id and item.acknowledged_at is None
        for item in facts.deliveries
    )


def nothing_sent_to_ward(act: str, facts: CaseFacts, unit_id: str | None) -> Refusal | None:
    """The ward sends the notices: it has something to acknowledge only when another unit has written to it."""
    if act != "acknowledge" or unit_id != facts.ward_id:
        return None
    if any(item.unit_id == unit_id for item in facts.deliveries):
        return None
    said = "Ingen har skrivit till er enhet i ärendet."
    return Refusal("not-recipient", "Ni är inte mottagare", said, "Det finns inget att kvittera.")


def nothing_to_act_on(act: str, facts: CaseFacts, unit_id: str) -> Refusal | None:
    """Return why a page of ``act`` would be empty, or None: nothing forbids it, but there is nothing to choose."""
    if act not in AIMLESS or not AIMLESS[act](facts, unit_id):
        return None
    said = "Det finns inget i ärendet att göra detta med."
    return Refusal("stage-not-allowed", NOT_THIS_STAGE, said, "Gå tillbaka till ärendet.")


# Acts that need something to act upon, and there is none: not forbidden, but no button to show.
AIMLESS: Final[dict[str, Callable[[CaseFacts, str], bool]]] = {
    **AIMLESS_CORRECTIONS,
    **AIMLESS_BLOCKS,
    "remove_concerned_unit": lambda facts, _: not facts.active_units,
    **dict.fromkeys(("correct_message", "withdraw_message", "add_attachment"), no_own_message),
    "acknowledge_information": no_information,
    "record_told_outside": lambda facts, _: not is_from_another_county(facts),
    "withdraw_consent": lambda facts, _: not given_consents(facts),
    "close_waiting_reason": lambda facts, _: not open_reasons(facts),
    "contest_waiting_reason": lambda facts, unit_id: (
        not any(reason.owner_id == unit_id and not reason.contested_at for reason in open_reasons(facts))
    ),
    "acknowledge": lambda facts, unit_id: (
        not any(item.unit_id == unit_id and item.acknowledged_at is None for item in facts.deliveries)
    ),
}
