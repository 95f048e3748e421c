"""Vem kallar och leder?, LUS 4 kap. 3 §: in a discharge outpatient care; outside hospital the unit that began."""

from __future__ import annotations

from typing import Final

from discharge.rules.facts import OUTPATIENT_ROLES, CaseFacts, ConcernedUnit
from discharge.rules.refusal import Refusal

# Acts of the one who leads; every other act is open to each unit of the plan.
LEADING: Final = frozenset(
    {
        "open_sip_poll",
        "choose_sip_slot",
        "send_sip_summons",
        "change_sip_time",
        "change_sip_participants",
        "answer_sip_substitute",
        "cancel_sip_meeting",
        "record_sip_meeting",
        "establish_sip",
        "add_sip_unit",
        "remove_sip_unit",
    }
)
# A physician judges, and the region has the physicians.
JUDGING: Final = frozenset({"start_harm_test", "record_sip_harm_test"})
# What a case asks about alone: outside hospital the plan is begun with a need.
IN_DISCHARGE_ONLY: Final = frozenset({"link_existing_sip"})


def refuse_not_leading(act: str, facts: CaseFacts, unit_id: str | None, led_by: str) -> Refusal | None:
    """Return why ``act`` on a plan outside hospital is not the unit's, or None (SIP01)."""
    if act not in LEADING or unit_id is None or unit_id == led_by:
        return None
    unit = facts.unit(unit_id)
    if unit is not None and unit.is_active and unit.role in OUTPATIENT_ROLES:
        return None
    return Refusal(
        "sip-not-leading",
        "Den som leder planen gör detta",
        "Enheten som påbörjade planen, eller regionens öppenvård, kallar och leder",
        "Kontakta den som leder. Telefonnumret står vid enheten i planen.",
    )


def refuse_not_region(act: str, unit: ConcernedUnit) -> Refusal | None:
    """Return why the unit cannot note a harm test of the plan, or None: regional outpatient care has the physician."""
    if act not in JUDGING or unit.role in OUTPATIENT_ROLES:
        return None
    return Refusal(
        "not-outpatient",
        "Bara öppenvården kan göra detta",
        "En läkare i regionens öppenvård gör menprövningen",
        "Kontakta vårdcentralen.",
    )
