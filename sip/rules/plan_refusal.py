"""Får steget tas med planen?, HSL 16 kap. 4 §: why an act on a plan outside hospital cannot be done, or None."""

from __future__ import annotations

from datetime import datetime
from typing import Final

from discharge.rules.aimless import nothing_to_act_on
from discharge.rules.facts import CaseFacts
from discharge.rules.refusal import Refusal
from discharge.rules.sip_not_open import sip_not_open

from .who_leads import refuse_not_leading, refuse_not_region

# In the order of a plan's life.
PLAN_ACTS: Final = (
    "assess_sip_need",
    "offer_sip",
    "record_sip_answer",
    "record_sip_consent",
    "withdraw_consent",
    "start_harm_test",
    "record_sip_harm_test",
    "open_sip_poll",
    "answer_sip_poll",
    "choose_sip_slot",
    "send_sip_summons",
    "answer_sip_summons",
    "answer_sip_substitute",
    "change_sip_time",
    "turn_meeting_to_phone",
    "change_sip_participants",
    "cancel_sip_meeting",
    "record_sip_meeting",
    "establish_sip",
    "follow_up_sip",
    "close_sip",
    "add_sip_unit",
    "remove_sip_unit",
)


def plan_refusal(
    act: str, facts: CaseFacts, unit_id: str | None, led_by: str, at: datetime
) -> Refusal | None:
    """Return why ``unit_id`` cannot do ``act`` on the plan at ``at``."""
    unit = facts.unit(unit_id) if unit_id else None
    if unit is None or not unit.is_active:
        return Refusal(
            "sip-not-party",
            "Er enhet är inte längre med",
            "Er enhet är borttagen ur planen",
            "Be den som leder planen lägga till er igen.",
        )
    found = sip_not_open(act, facts, unit_id, at)
    return (
        refuse_not_leading(act, facts, unit_id, led_by)
        or refuse_not_region(act, unit)
        or (found[0] if found else None)
        or nothing_to_act_on(act, facts, unit.unit_id)
    )


def open_acts(facts: CaseFacts, unit_id: str, led_by: str, at: datetime) -> list[str]:
    """Return the acts that the unit can do at ``at``."""
    return [act for act in PLAN_ACTS if plan_refusal(act, facts, unit_id, led_by, at) is None]
