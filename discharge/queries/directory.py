"""Vart ärenden går: the rules and the open units near a patient, in the shape that the rules of routing ask for."""

from collections.abc import Iterable, Sequence
from datetime import date

from discharge.rules.recipients import Directory, Patient
from discharge.rules.routing import Rule
from lus.organisations.models import Route, RoutingRule, Unit, UnitKind
from lus.organisations.routing_rules import CONDITIONS, RuleList, rules_on

KIND_OF_ROUTE = {Route.MUNICIPALITY: UnitKind.RECEPTION, Route.PSYCHIATRY: UnitKind.OUTPATIENT_PSYCHIATRY}


def directory_of(patient: Patient, near: Sequence[Unit], *, on: date) -> tuple[Directory, dict[str, Unit]]:
    """Return the directory on the day ``on``, and the units in it by id. ``near``: open units around the patient."""
    stored = list(rules_on(patient.municipality, tuple(KIND_OF_ROUTE), on)) if patient.municipality else []
    rules: dict[str, Sequence[Rule]] = {}
    for which, kind in KIND_OF_ROUTE.items():
        own = [as_rule(row) for row in stored if row.route == which]
        rules[which] = own or implied([unit for unit in near if unit.kind == kind], patient.municipality)
    targets = [row.target for row in stored if row.target.closed_on is None]
    units = {str(unit.pk): unit for unit in (*near, *targets)}
    return Directory(rules, {unit_id: unit.kind for unit_id, unit in units.items()}), units


def as_rule(row: RoutingRule) -> Rule:
    """Return the stored row as the rules know it."""
    return Rule(str(row.target_id), note=row.note, **{name: getattr(row, name) for name in CONDITIONS})


def held_on(chosen: RuleList, targets: Sequence[Unit], on: date) -> list[Rule]:
    """Return the rules of a list that hold on a day, or what goes without saying when nobody has written any."""
    stored = [as_rule(row) for row in rules_on(chosen.municipality_code, (chosen.route,), on)]
    if stored or chosen.route not in KIND_OF_ROUTE:
        return stored
    return implied(targets, chosen.municipality_code)


def implied(units: Iterable[Unit], municipality: str) -> list[Rule]:
    """Return what goes without saying where nobody has written rules: the only unit for a care form, or at all.

    A unit below another of them is not the door. Two that fit equally give no rule: a guess would go wrong.
    """
    local = [unit for unit in units if unit.municipality_code == municipality]
    ids = {unit.pk for unit in local}
    doors: dict[str, list[Unit]] = {}
    for unit in local:
        if unit.parent_id not in ids:
            doors.setdefault(unit.care_form, []).append(unit)
    found = [
        Rule(str(same[0].pk), care_form=care_form) for care_form, same in doors.items() if len(same) == 1
    ]
    return sorted(found, key=lambda rule: rule.is_default)
