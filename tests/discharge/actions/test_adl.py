"""ADL and aids: appended, the latest shown, impossible values refused at once."""

from datetime import timedelta
from typing import Any

import pytest

from discharge.actions.assess_adl import assess_adl
from discharge.actions.record_aid import record_aid
from discharge.rules.facts_of_planning import AdlItem
from lus.refusals import InvalidInput, TimeNotPossible

from .life import Life, refused

TESTED_ACTS = ("assess_adl", "record_aid")
pytestmark = pytest.mark.django_db


def assess(life: Life, *items: AdlItem, who: str = "ward", **other: Any) -> None:
    life.does(getattr(life, who), assess_adl, items=items, **{"legal_ground": "consent", **other})


def aid(life: Life, **other: Any) -> None:
    given = {"what": "Rullator", "where": "home", "owner_unit_id": life.municipality.unit_id}
    life.does(life.ward, record_aid, **{**given, "legal_ground": "consent", **other})


def test_the_latest_is_shown_and_the_earlier_ones_stay() -> None:
    life = Life()
    assess(life, AdlItem("eat", 0, 1))
    assess(life, AdlItem("eat", 0, 3), who="municipality")
    planning = life.facts.planning
    assert [one.items[0].now for one in planning.assessments] == [1, 3]
    assert planning.adl is not None
    assert (planning.adl.unit_name, planning.adl.assessed_by_role) == ("Nacka", "reception")


def test_items_are_kept_in_the_order_of_the_list() -> None:
    life = Life()
    assess(life, AdlItem("shop", 0, 1), AdlItem("eat", 0, 1))
    assert [item["key"] for item in life.last("adl_assessed").data["items"]] == ["eat", "shop"]


@pytest.mark.parametrize(
    "items",
    [
        [],
        [AdlItem("sing", 0, 1)],
        [AdlItem("eat", 0, 4)],
        [AdlItem("eat", -1, 0)],
        [AdlItem("eat", 0, 0, carers=2)],
        [AdlItem("eat", 0, 1, carers=3)],
        [AdlItem("eat", 0, 1), AdlItem("eat", 0, 2)],
        [AdlItem("eat", 0, 1, aid="x" * 81)],
    ],
    ids=["none", "no such field", "over", "under", "two for nobody", "three carers", "twice", "long aid"],
)
def test_values_that_cannot_be_are_refused(items: list[AdlItem]) -> None:
    life = Life()
    with refused(InvalidInput, field="items"):
        assess(life, *items)


def test_an_assessment_has_been_made() -> None:
    life = Life()
    with refused(TimeNotPossible, code="time-in-future", field="assessed_at"):
        assess(life, AdlItem("eat", 0, 1), assessed_at=life.at + timedelta(hours=1))


def test_others_are_told_on_a_ground() -> None:
    life = Life()
    with refused(InvalidInput, code="legal-basis-missing"):
        assess(life, AdlItem("eat", 0, 1), legal_ground="")


def test_an_aid_is_one_row_that_comes_into_place() -> None:
    life = Life()
    aid(life)
    aid(life, what="rullator", in_place=True)
    assert [(one.what, one.in_place) for one in life.facts.planning.aids.values()] == [("rullator", True)]


@pytest.mark.parametrize(
    ("other", "field"),
    [({"what": " "}, "what"), ({"what": "x" * 81}, "what"), ({"where": "moon"}, "where")],
    ids=["no name", "a long name", "no place"],
)
def test_bad_input_is_refused_at_its_field(other: dict[str, Any], field: str) -> None:
    life = Life()
    with refused(InvalidInput, field=field):
        aid(life, **other)


def test_who_sees_to_it_is_in_the_case() -> None:
    life, stranger = Life(), Life()
    with refused(InvalidInput, field="owner_unit_id"):
        aid(life, owner_unit_id=stranger.municipality.unit_id)
