"""Vem är kallad, i ord: a unit by its name, the person as such, others by name and role."""

from discharge.rules.facts_of_meeting import PARTICIPANT_KINDS, Participant

from .shown_page import ShownPage


def participant_name(one: Participant, page: ShownPage) -> str:
    """``Vårdcentralen Solen``, ``Personen själv``, ``Eva Ek, närstående``."""
    if one.kind == "unit":
        unit = page.units.get(one.unit_id)
        return unit.name if unit else "En enhet"
    kind = PARTICIPANT_KINDS[one.kind]
    return f"{one.name}, {kind.lower()}" if one.name else kind
