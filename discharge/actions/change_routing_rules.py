"""Ändra routingregler: a new list from a day on, after the very same rows were tried on the last 30 days."""

import hashlib
import json
from collections.abc import Sequence
from dataclasses import asdict
from datetime import date, datetime

from django.core.signing import Signer
from django.db import transaction

from discharge.queries.administered import list_of, targets_of
from discharge.queries.directory import as_rule
from discharge.queries.dry_run import DryRun, dry_run
from discharge.rules.routing import Rule, faults
from lus.organisations.actor import Actor
from lus.organisations.models import Route, RoutingChange, RoutingRule
from lus.organisations.routing_rules import CONDITIONS, RuleList, lock_lists_of, replace_rules, rules_on
from lus.refusals import InvalidInput, StalePage
from lus.swedish_time import local_date

SALT = "routing-rules-preview"
MOST_RULES = 60


@transaction.atomic
def change_routing_rules(
    *, route: str, rules: Sequence[Rule], valid_from: date, previewed: str, actor: Actor, at: datetime
) -> RoutingChange:
    """Replace the actor's list of ``route`` from the Swedish day ``valid_from``.

    ``previewed``: what ``preview_routing_rules`` gave for these rows. Raises NotPermitted, NotAllowed, InvalidInput
    for a row that cannot be, StalePage when other rows were tried or somebody has changed the list since.
    """
    chosen = list_of(actor, route)
    lock_lists_of(chosen.principal_id)
    found, seal = preview_routing_rules(route=route, rules=rules, valid_from=valid_from, actor=actor, at=at)
    if previewed != seal:
        raise StalePage(
            "Reglerna är inte de som provkördes, eller har ändrats av någon annan under tiden.",
            "Provkör igen och spara sedan.",
            code="preview-needed",
        )
    rows = [_row(rule) for rule in rules]
    return replace_rules(chosen, rows, valid_from=valid_from, actor=actor, at=at, dry_run=summary_of(found))


def preview_routing_rules(
    *, route: str, rules: Sequence[Rule], valid_from: date, actor: Actor, at: datetime
) -> tuple[DryRun, str]:
    """Return where the last 30 days' cases would have gone, and the seal that saving these rows asks for."""
    chosen = list_of(actor, route)
    _refuse_rules(chosen, rules, valid_from, at)
    return dry_run(chosen, rules, at=at), _seal(chosen, rules, valid_from, actor, at)


def summary_of(found: DryRun) -> str:
    """``12 av 140 ärenden skulle ha gått någon annanstans.`` A count, never a patient."""
    if not found.changed:
        return f"Inget av {found.tried} ärenden skulle ha gått någon annanstans."
    return f"{found.changed} av {found.tried} ärenden skulle ha gått någon annanstans."


def _refuse_rules(chosen: RuleList, rules: Sequence[Rule], valid_from: date, at: datetime) -> None:
    if valid_from < local_date(at):
        said = "Dagen har redan varit. En ändring gäller framåt."
        raise InvalidInput(said, "Välj i dag eller senare.", field="valid_from")
    if not rules:
        said = "Listan är tom. Då når ingen er."
        raise InvalidInput(said, "Lägg till minst en regel.", field="rules")
    if len(rules) > MOST_RULES:
        raise InvalidInput(f"Högst {MOST_RULES} regler får plats.", "Slå ihop regler.", field="rules")
    allowed = {str(unit.pk) for unit in targets_of(chosen)}
    astray = [
        (number, "Enheten är nedlagd eller hör inte till listan.")
        for number, rule in enumerate(rules)
        if rule.target_id not in allowed
    ]
    for number, said in [*astray, *faults(rules, asks_services=chosen.route == Route.FORWARD)]:
        advice = "Flytta, ändra eller ta bort regeln."
        raise InvalidInput(f"Regel {number + 1}: {said}", advice, field="rules")


def _seal(chosen: RuleList, rules: Sequence[Rule], valid_from: date, actor: Actor, at: datetime) -> str:
    """Follows from the rows, the day, who tries, and what held meanwhile: any of them changes, and so does it."""
    held = rules_on(chosen.municipality_code, (chosen.route,), local_date(at))
    parts = {
        "list": [str(chosen.principal_id), chosen.route, chosen.municipality_code],
        "who": str(actor.user_id),
        "from": valid_from.isoformat(),
        "rules": [asdict(rule) for rule in rules],
        "held": [asdict(as_rule(row)) for row in held],
    }
    digest = hashlib.sha256(json.dumps(parts, sort_keys=True).encode()).hexdigest()
    return Signer(salt=SALT).signature(digest)


def _row(rule: Rule) -> RoutingRule:
    conditions = {name: getattr(rule, name) for name in CONDITIONS}
    return RoutingRule(target_id=rule.target_id, note=rule.note, **conditions)
