"""Routing rules: first hit wins, all hits are shown, unknown is never yes, a closed unit gets nothing."""

from dataclasses import replace

import pytest

from discharge.rules.routing import Asked, Rule, faults, holds, route, why_of

BORN_HERE = Asked(
    "folkbokförd i Stockholm", age=81, district="Södermalm", needs=frozenset({"social_services"})
)
DEFAULT = Rule("stad")
RULES = (
    Rule("boende", service="special_housing"),
    Rule("psyk", care_form="psychiatric_adult"),
    Rule("barn", ages="0-17"),
    Rule("söder-65", district="Södermalm", ages="65+"),
    Rule("söder", district="Södermalm"),
    DEFAULT,
)
OPEN = frozenset({"boende", "psyk", "barn", "söder-65", "söder", "stad"})

ROUTED = [
    ("district and age", {}, "söder-65", "folkbokförd i Stockholm, Södermalm, 65+"),
    ("younger", {"age": 40}, "söder", "folkbokförd i Stockholm, Södermalm"),
    ("a child", {"age": 17}, "barn", "folkbokförd i Stockholm, 0–17 år"),
    ("eighteen is no child", {"age": 18}, "söder", "folkbokförd i Stockholm, Södermalm"),
    ("sixty-five today", {"age": 65}, "söder-65", "folkbokförd i Stockholm, Södermalm, 65+"),
    ("age not known", {"age": None}, "söder", "folkbokförd i Stockholm, Södermalm"),
    ("district not known", {"district": ""}, "stad", "folkbokförd i Stockholm"),
    (
        "care form before age",
        {"care_form": "psychiatric_adult"},
        "psyk",
        "folkbokförd i Stockholm, vuxenpsykiatri",
    ),
    (
        "a service first",
        {"services": frozenset({"special_housing"})},
        "boende",
        "folkbokförd i Stockholm, bor i särskilt boende",
    ),
]


@pytest.mark.parametrize(("life", "other", "target", "why"), ROUTED, ids=[row[0] for row in ROUTED])
def test_the_first_rule_that_holds_wins_and_says_why(
    life: str, other: dict[str, object], target: str, why: str
) -> None:
    found = route(RULES, replace(BORN_HERE, **other), OPEN).to  # type: ignore[arg-type]
    assert found is not None
    assert (found.target_id, found.why) == (target, why)


def test_every_rule_that_holds_is_told_in_order() -> None:
    assert [hit.target_id for hit in route(RULES, BORN_HERE, OPEN).hits] == ["söder-65", "söder", "stad"]


def test_a_closed_unit_gets_nothing_and_the_default_takes_over() -> None:
    found = route(RULES, BORN_HERE, OPEN - {"söder-65"})
    assert found.to is not None
    assert (found.to.target_id, found.closed) == ("stad", ("söder-65",))


@pytest.mark.parametrize(
    ("rules", "open_units"),
    [((), OPEN), (RULES[:4], frozenset({"söder"})), (RULES, frozenset())],
    ids=["no rules", "closed without a default", "all closed"],
)
def test_nobody_is_better_than_a_guess(rules: tuple[Rule, ...], open_units: frozenset[str]) -> None:
    assert route(rules, BORN_HERE, open_units).to is None


@pytest.mark.parametrize(
    ("rule", "other", "so"),
    [
        (Rule("x", legal_status="lpt"), {"legal_status": "lpt"}, True),
        (Rule("x", legal_status="lpt"), {}, False),
        (Rule("x", need="social_services"), {}, True),
        (Rule("x", need="municipal_health"), {}, False),
        (DEFAULT, {"age": None, "district": ""}, True),
    ],
)
def test_each_condition_is_asked(rule: Rule, other: dict[str, object], so: bool) -> None:
    assert holds(rule, replace(BORN_HERE, **other)) is so  # type: ignore[arg-type]


def test_the_reason_of_the_default_is_where_one_lives() -> None:
    assert why_of(DEFAULT, "folkbokförd i Nacka") == "folkbokförd i Nacka"


FAULTS = [
    ("sound", RULES, True, []),
    ("the same twice", (Rule("a", ages="65+"), Rule("b", ages="65+")), True, [1]),
    ("the default first", (DEFAULT, Rule("a", ages="65+")), True, [0]),
    ("a service asked of a care provider", (Rule("a", service="home_care"), DEFAULT), False, [0]),
]


@pytest.mark.parametrize(("life", "rules", "inside", "rows"), FAULTS, ids=[row[0] for row in FAULTS])
def test_a_rule_that_can_never_hold_is_told(
    life: str, rules: tuple[Rule, ...], inside: bool, rows: list[int]
) -> None:
    assert [row for row, _ in faults(rules, asks_services=inside)] == rows
