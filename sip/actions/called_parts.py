"""De kallade, kontrollerade: units and people as a summons, or a change of it, names them."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID, uuid4

from discharge.actions.case_act import refuse
from discharge.actions.free_text import tidy_text
from discharge.rules.callable_units import callable_units
from discharge.rules.facts import CaseFacts
from lus.organisations.models import Unit
from lus.organisations.queries import open_units
from lus.refusals import InvalidInput
from sip.rules.summons import CalledUnit, Invited
from sip.rules.summons_complete import refuse_called

Data = dict[str, Any]
SHORT, NAME, PREPARE = 60, 120, 400


def called_units(
    facts: CaseFacts, unit_id: str, units: tuple[CalledUnit, ...] | None, kept: Sequence[str] = ()
) -> list[CalledUnit]:
    """Return the units that are called by ``unit_id``, in the plan's order; None: every other unit of the plan.

    ``kept``: ids of units that are called already. Raises InvalidInput for a unit that is not in the plan, and SIP06
    to SIP08 when a principal is missing, a unit stands twice or has closed.
    """
    roles = {unit.unit_id: unit.role for unit in facts.units} | dict(callable_units(facts, unit_id))
    others = [unit.unit_id for unit in facts.active_units if unit.unit_id != unit_id]
    chosen = tuple(map(CalledUnit, others)) if units is None else units
    there = {one for one, _ in callable_units(facts, unit_id)}
    if any(one.unit_id not in there for one in chosen):
        raise InvalidInput(
            "En kallad enhet är inte med.", "Lägg till enheten först, och kalla sedan.", field="units"
        )
    for one in chosen:
        refuse_long(one.function, one.prepare)
    called = [one.unit_id for one in chosen]
    parties = [(one, roles.get(one, "")) for one in (unit_id, *kept, *called)]
    refuse(refuse_called(parties, closed_units(called)))
    return list(chosen)


def refuse_long(function: str, prepare: str) -> None:
    """Raise InvalidInput for words about a unit that are too many."""
    tidy_text(function, "function", limit=SHORT)
    tidy_text(prepare, "prepare", limit=PREPARE)


def unit_data(one: CalledUnit, replaces: str = "") -> Data:
    """Return one called unit, as the event keeps it. ``replaces``: the id of the unit in whose place it comes."""
    said = {"function": one.function.strip(), "prepare": one.prepare.strip(), "replaces": replaces}
    return {"id": str(uuid4()), "kind": "unit", "unit_id": one.unit_id, "required": one.required, **said}


def invited_data(one: Invited) -> Data:
    """Return one without an account, as the event keeps them."""
    return {
        "id": str(uuid4()),
        "kind": one.kind,
        "name": tidy_text(one.name, "invited", limit=NAME),
        "reach": tidy_text(one.reach, "invited", limit=NAME),
        "required": one.required,
    }


def person_data() -> Data:
    """Return the person, who is always called."""
    return {"id": str(uuid4()), "kind": "person", "required": True}


def closed_units(unit_ids: Sequence[str]) -> list[str]:
    """Return the names of those that receive nothing any more."""
    still = {str(pk) for pk in open_units().filter(pk__in=unit_ids).values_list("pk", flat=True)}
    gone = [UUID(unit_id) for unit_id in unit_ids if unit_id not in still]
    return list(Unit.objects.filter(pk__in=gone).order_by("name").values_list("name", flat=True))
