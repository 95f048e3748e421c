"""Ersättare, i ord: who comes in a unit's place, or in whose place it comes."""

from discharge.rules.facts_of_meeting import Participant

from .shown_page import ShownPage


def instead_of(one: Participant, page: ShownPage) -> str:
    """``Eva Ek kommer i stället``; or which unit is proposed, or whose place this one takes; "" for nobody."""
    if one.replaces:
        return f"ersätter {_unit(one.replaces, page)}"
    if one.is_proposed:
        return f"föreslår {one.substitute}, {_unit(one.substitute_unit_id, page)} (väntar på svar)"
    return f"{one.substitute} kommer i stället" if one.substitute else ""


def _unit(unit_id: str, page: ShownPage) -> str:
    unit = page.units.get(unit_id)
    return unit.name if unit else "en annan enhet"
