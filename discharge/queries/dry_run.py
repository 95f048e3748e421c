"""Provkörning: where the last 30 days' cases would have gone by other rules. Counts and case codes, no patients."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from discharge.models import Case
from discharge.rules.facts import PSYCHIATRIC_CARE
from discharge.rules.routing import Asked, Routed, Rule, holds, route
from lus.events.models import Event
from lus.organisations.models import Route
from lus.organisations.routing_rules import RuleList
from lus.swedish_time import local_date

from .administered import targets_of
from .directory import held_on
from .shown_person import age_on

BACK = timedelta(days=30)
NEEDS = ("municipal_health", "social_services", "outpatient")
COLUMNS = (
    "pk",
    "reference",
    "care_form",
    "legal_status",
    "admitted_at",
    "person__birth_date",
    "person__district",
)


@dataclass(frozen=True, slots=True)
class Moved:
    """Cases that would have gone to ``unit_id`` ("" = to nobody) instead of where today's rules send them."""

    unit_id: str
    codes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class DryRun:
    """``tried``: cases that were tried; ``moved``: those that change, most first; ``by_rule``: first hits per row."""

    tried: int
    moved: tuple[Moved, ...]
    by_rule: tuple[int, ...]

    @property
    def changed(self) -> int:
        return sum(len(item.codes) for item in self.moved)


def dry_run(chosen: RuleList, rules: Sequence[Rule], *, at: datetime) -> DryRun:
    """Run today's rules and ``rules`` on the notices of the last 30 days, in four statements.

    Nobody's services are stored, so a rule about them is not tried: it can only be hit when somebody forwards.
    Protected persons are left out: where their cases go is decided by hand.
    """
    targets = targets_of(chosen)
    today = held_on(chosen, targets, local_date(at))
    open_units = {str(unit.pk) for unit in targets}
    moved: dict[str, list[str]] = {}
    by_rule = [0] * len(rules)
    cases = _cases(chosen, at)
    for code, asked in cases:
        was, now = _unit(route(today, asked, open_units)), _unit(route(rules, asked, open_units))
        first = next((number for number, rule in enumerate(rules) if holds(rule, asked)), None)
        if first is not None:
            by_rule[first] += 1
        if was != now:
            moved.setdefault(now, []).append(code)
    found = [Moved(unit_id, tuple(codes)) for unit_id, codes in moved.items()]
    return DryRun(len(cases), tuple(sorted(found, key=lambda item: -len(item.codes))), tuple(by_rule))


def _unit(routed: Routed) -> str:
    return routed.to.target_id if routed.to else ""


def _cases(chosen: RuleList, at: datetime) -> list[tuple[str, Asked]]:
    """The cases of which the organisation was told: an administrator learns of no others."""
    rows = Case.objects.filter(
        admission_notice_at__gte=at - BACK,
        admission_notice_at__lte=at,
        registered_municipality=chosen.municipality_code,
        person__protection="none",
    )
    if chosen.route == Route.PSYCHIATRY:
        rows = rows.filter(care_form__in=PSYCHIATRIC_CARE)
    else:
        rows = rows.filter(units__unit__principal_id=chosen.principal_id).distinct()
    found = list(rows.order_by("reference").values(*COLUMNS))
    inside = chosen.route == Route.FORWARD  # what the ward judged about needs is not known there
    needs = {} if inside else _needs([row["pk"] for row in found])
    return [(row["reference"], _asked(row, needs.get(row["pk"], frozenset()))) for row in found]


def _asked(row: Mapping[str, Any], needs: frozenset[str]) -> Asked:
    return Asked(
        "",
        age=age_on(row["person__birth_date"], local_date(row["admitted_at"])),
        district=row["person__district"],
        care_form=row["care_form"],
        legal_status="" if row["legal_status"] == "none" else row["legal_status"],
        needs=needs,
    )


def _needs(ids: Sequence[UUID]) -> dict[UUID, frozenset[str]]:
    found = Event.objects.filter(case_id__in=ids, name="need_assessed").order_by("case_id", "seq")
    return {
        case_id: frozenset(need for need in NEEDS if data.get(need))
        for case_id, data in found.values_list("case_id", "data")
    }
