"""Vilka får veta att det finns nytt i en plan utanför sjukhus: one table beside the one of the case."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from discharge.rules.facts import CaseFacts
from discharge.rules.told import TO_RECIPIENTS, told_units

ALL: Final = frozenset({"sip_plan_opened", "sip_unit_joined", "sip_unit_left"})
# The units that the event names are told, also when they have no part in the plan any more.
NAMES_RECIPIENTS: Final = TO_RECIPIENTS | {"sip_meeting_cancelled"}


def told_of_plan(event: str, facts: CaseFacts, data: Mapping[str, Any]) -> frozenset[str]:
    """Return the ids of the units that shall know of ``event``."""
    told = told_units(event, facts, data.get("unit_id"))
    if event in ALL:
        told |= {unit.unit_id for unit in facts.active_units}
    if event == "sip_unit_left":
        told |= {data["unit_id"]}
    if event in NAMES_RECIPIENTS:
        told |= set(data["recipients"])
    return told
