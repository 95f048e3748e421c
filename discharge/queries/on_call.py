"""Jouren i ärendet: whom one reaches now for the municipalities of a case. Shows no patient."""

from dataclasses import dataclass
from datetime import datetime

from discharge.rules.facts import MUNICIPAL_ROLES, CaseFacts
from lus.on_call.models import OnCallFunction
from lus.on_call.queries import Reached, reached
from lus.organisations.models import Unit
from lus.organisations.queries import units_by_id
from lus.web.words import moment


@dataclass(frozen=True, slots=True)
class OnCallFor:
    """``unit_id``: the municipal unit in the case that the function answers for, while its own office is closed."""

    unit_id: str
    function: OnCallFunction
    until: datetime
    may_decide: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Answers:
    """``functions``: those on duty for the case now; ``words``: what is so instead, one sentence per municipality."""

    functions: tuple[OnCallFor, ...]
    words: str


def on_call_for(facts: CaseFacts, *, at: datetime) -> Answers:
    """Return who answers for the case's municipal units at ``at``."""
    ids = [unit.unit_id for unit in facts.active_units if unit.role in MUNICIPAL_ROLES]
    units = {unit_id: unit for unit_id, unit in units_by_id(ids).items() if unit.municipality_code}
    found = {
        one.municipality: one for one in reached((unit.municipality_code for unit in units.values()), at=at)
    }
    functions = []
    for unit_id in ids:
        one = found.get(units[unit_id].municipality_code) if unit_id in units else None
        if one is not None and one.function is not None and one.answer.until is not None:
            functions.append(OnCallFor(unit_id, one.function, one.answer.until, one.may_decide))
    return Answers(tuple(functions), _words(units, found, at))


def _words(units: dict[str, Unit], found: dict[str, Reached], at: datetime) -> str:
    said = [_said(one, units, at) for one in found.values()]
    return " ".join(said) or "Ingen kommunal enhet i ärendet har jour."


def _said(one: Reached, units: dict[str, Unit], at: datetime) -> str:
    name = next(unit.principal.name for unit in units.values() if unit.municipality_code == one.municipality)
    if one.reception is not None:
        return f"{name}: mottagningen har öppet nu."
    if one.function is not None:
        return f"{name}: {one.function.label} har jour nu."
    opens = f" Nästa öppning {moment(one.answer.next_at, at)}." if one.answer.next_at else ""
    return f"{name}: ingen bemanning.{opens}"
