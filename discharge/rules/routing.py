"""Routingregler, LUS 2 kap. 1 §: to which unit a case goes, by rules that each municipality keeps. First hit wins.

Rules stand in order. All that hit are returned, so that a preview can show what would have come next. A condition on
what is not known (age, district) does not hold: unknown is never taken for yes.
"""

from __future__ import annotations

from collections.abc import Container, Iterable, Sequence
from dataclasses import dataclass
from typing import Final

AGES: Final[dict[str, tuple[int, int]]] = {"0-17": (0, 17), "18-64": (18, 64), "65+": (65, 150)}
AGE_WORDS: Final[dict[str, str]] = {"0-17": "0–17 år", "18-64": "18–64 år", "65+": "65+"}
CARE_WORDS: Final[dict[str, str]] = {
    "somatic_acute": "somatisk akutvård",
    "geriatric": "geriatrik",
    "psychiatric_adult": "vuxenpsykiatri",
    "child_psychiatric": "barn- och ungdomspsykiatri",
    "addiction": "beroendevård",
    "forensic_psychiatric": "rättspsykiatri",
    "rehabilitation": "rehabilitering",
}
LEGAL_WORDS: Final[dict[str, str]] = {"lpt": "vård enligt LPT", "lrv": "vård enligt LRV"}
NEED_WORDS: Final[dict[str, str]] = {
    "municipal_health": "kommunal hälso- och sjukvård",
    "social_services": "socialtjänst",
    "outpatient": "öppenvård",
}
# What the person has already: known and asked inside the municipality only (PDL 2 kap. 8 §).
SERVICE_WORDS: Final[dict[str, str]] = {
    "home_care": "har hemtjänst",
    "home_nursing": "har kommunal hemsjukvård",
    "special_housing": "bor i särskilt boende",
    "disability": "har insatser enligt LSS",
    "social_psychiatry": "har socialpsykiatri",
}


@dataclass(frozen=True, slots=True)
class Rule:
    """One row. An empty condition holds for everybody; a rule with none is the default. ``ages``: key of ``AGES``."""

    target_id: str
    ages: str = ""
    district: str = ""
    service: str = ""
    care_form: str = ""
    legal_status: str = ""
    need: str = ""
    note: str = ""

    @property
    def conditions(self) -> tuple[str, ...]:
        return (self.service, self.care_form, self.legal_status, self.ages, self.district, self.need)

    @property
    def is_default(self) -> bool:
        return not any(self.conditions)


@dataclass(frozen=True, slots=True)
class Asked:
    """Whom the case is about. ``place`` begins every reason: ``folkbokförd i Nacka``. None and "" = not known."""

    place: str
    age: int | None = None
    district: str = ""
    services: frozenset[str] = frozenset()
    care_form: str = ""
    legal_status: str = ""
    needs: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Hit:
    """``why`` is Swedish and stands beside the unit: ``folkbokförd i Nacka, 65+``."""

    target_id: str
    why: str
    is_default: bool


@dataclass(frozen=True, slots=True)
class Routed:
    """``to`` None: nobody gets it. ``closed``: units that rules name but that are no more. ``hits``: all, in order."""

    to: Hit | None
    hits: tuple[Hit, ...] = ()
    closed: tuple[str, ...] = ()


def route(rules: Iterable[Rule], asked: Asked, open_units: Container[str]) -> Routed:
    """Return where the case goes: the first rule that hits, or the default when that rule's unit has closed."""
    hits = tuple(
        Hit(rule.target_id, why_of(rule, asked.place), rule.is_default)
        for rule in rules
        if holds(rule, asked)
    )
    closed = tuple(hit.target_id for hit in hits if hit.target_id not in open_units)
    first = hits[0] if hits else None
    if first is not None and first.target_id in closed:
        first = next((hit for hit in hits if hit.is_default and hit.target_id not in closed), None)
    return Routed(first, hits, closed)


def holds(rule: Rule, asked: Asked) -> bool:
    """Whether every condition of the rule holds."""
    return (
        _in_ages(rule.ages, asked.age)
        and rule.district in ("", asked.district)
        and (not rule.service or rule.service in asked.services)
        and rule.care_form in ("", asked.care_form)
        and rule.legal_status in ("", asked.legal_status)
        and (not rule.need or rule.need in asked.needs)
    )


def why_of(rule: Rule, place: str) -> str:
    """``folkbokförd i Stockholm, Södermalm, 65+``."""
    return ", ".join(part for part in (place, *condition_words(rule)) if part)


def condition_words(rule: Rule) -> list[str]:
    """Return the rule's conditions in Swedish, in the order of their weight; nothing for the default."""
    words = (
        SERVICE_WORDS.get(rule.service, rule.service),
        CARE_WORDS.get(rule.care_form, rule.care_form),
        LEGAL_WORDS.get(rule.legal_status, rule.legal_status),
        rule.district,
        AGE_WORDS.get(rule.ages, rule.ages),
        NEED_WORDS.get(rule.need, rule.need),
    )
    return [word for word in words if word]


def faults(rules: Sequence[Rule], *, asks_services: bool) -> list[tuple[int, str]]:
    """Return ``(row, what is wrong)`` in Swedish for rules that can never be right; ``row`` counts from 0."""
    found = []
    seen: dict[tuple[str, ...], int] = {}
    for number, rule in enumerate(rules):
        earlier = seen.setdefault(rule.conditions, number)
        if earlier != number:
            found.append((number, f"Samma villkor som regel {earlier + 1}. Regeln kan aldrig gälla."))
        elif rule.is_default and number != len(rules) - 1:
            found.append((number, "Regeln utan villkor ska stå sist. Annars gäller ingen regel efter den."))
        if rule.service and not asks_services:
            found.append((number, "Pågående insatser är kända bara inom kommunen (PDL 2 kap. 8 §)."))
        if rule.need and asks_services:
            found.append((number, "Behovsbedömningen stannar på avdelningen och är inte känd här."))
    return found


def _in_ages(ages: str, age: int | None) -> bool:
    if not ages:
        return True
    low, high = AGES[ages]
    return age is not None and low <= age <= high
