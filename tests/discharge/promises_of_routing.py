"""What the database promises of routing rules, each broken behind the acts' back."""

from collections.abc import Callable
from typing import Any

from lus.organisations.models import Route, RoutingRule, Unit

from .actions.life import Life


def a_rule(life: Life, **columns: Any) -> RoutingRule:
    unit = Unit.objects.get(pk=str(life.municipality.unit_id))
    given: dict[str, Any] = {
        "principal": unit.principal,
        "municipality_code": "0182",
        "route": Route.MUNICIPALITY,
        "order": 1,
        "target": unit,
        "valid_from": "2026-01-01",
    }
    return RoutingRule.objects.create(**(given | columns))


PROMISES_OF_ROUTING: dict[str, Callable[[Life], Any]] = {
    "a_routing_rule_ends_after_it_begins": lambda life: a_rule(life, valid_to="2025-12-31"),
    "services_are_asked_inside_the_municipality": lambda life: a_rule(life, service="home_care"),
}
