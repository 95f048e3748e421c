"""Vem inom organisationen?: where a case may go on to, those the rules name first and with why."""

from dataclasses import dataclass
from datetime import date

from discharge.rules.recipients import Expected, Patient, asked_of
from discharge.rules.routing import holds, why_of
from lus.organisations.actor import Actor
from lus.organisations.models import Route, Unit
from lus.organisations.queries import forward_targets
from lus.organisations.routing_rules import rules_on

from .case_page import CasePage
from .directory import as_rule
from .shown_person import age_on

DEFAULT = "förval i er kommun"


@dataclass(frozen=True, slots=True)
class Target:
    """A unit that the case may go on to. ``why`` "" = no rule names it; ``is_first``: the rules' own answer."""

    unit: Unit
    why: str = ""
    is_first: bool = False


def forward_proposals(page: CasePage, viewer: Actor, service: str = "", *, on: date) -> list[Target]:
    """Return the open units of the own organisation that are not in the case, every rule's hit in order, then the rest.

    ``service``: what the person has already, if whoever forwards says so. It is asked here, inside the municipality,
    and stored nowhere (PDL 2 kap. 8 §).
    """
    taken = {unit.unit_id for unit in page.facts.units if unit.takes_part}
    found = forward_targets(viewer.unit_id) if viewer.unit_id else []
    free = {str(unit.pk): unit for unit in found if str(unit.pk) not in taken}
    hits = {unit_id: why for unit_id, why in _hits(page, free, service, on) if unit_id in free}
    first = next(iter(hits), "")
    named = [Target(free[unit_id], why, unit_id == first) for unit_id, why in hits.items()]
    return [*named, *(Target(unit) for unit_id, unit in free.items() if unit_id not in hits)]


def _hits(page: CasePage, free: dict[str, Unit], service: str, on: date) -> list[tuple[str, str]]:
    codes = {unit.municipality_code for unit in free.values() if unit.municipality_code}
    if len(codes) != 1:
        return []
    rows = rules_on(codes.pop(), (Route.FORWARD,), on)
    facts, person = page.facts, page.case.person
    patient = Patient(
        age=None if person.is_protected else age_on(person.birth_date, on),
        district="" if person.is_protected else person.district,
        legal_status="" if facts.legal_status == "none" else facts.legal_status,
    )
    asked = asked_of(patient, Expected(), facts.care_form, "", service)
    rules = [as_rule(row) for row in rows]
    return [(rule.target_id, why_of(rule, "") or DEFAULT) for rule in rules if holds(rule, asked)]
