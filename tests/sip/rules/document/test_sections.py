"""The document's table: every field of the handbook's §9, whose names hold together."""

import pytest

from sip.rules.document.choices import LIFE_AREAS
from sip.rules.document.section import Section
from sip.rules.document.sections import CHILD_ONLY, COMPULSORY_ONLY, ORDER, SECTIONS, sections_of


def keys(**asked: bool) -> set[str]:
    return {section.key for section in sections_of(**{"is_child": False, "is_compulsory": False, **asked})}


def test_each_row_of_the_handbooks_table_has_a_section() -> None:
    assert {section.number for section in ORDER} == set(range(1, 13))
    assert len(SECTIONS) == len(ORDER)


@pytest.mark.parametrize("section", ORDER, ids=lambda section: section.key)
def test_a_field_has_one_name_a_label_and_choices_only_where_one_chooses(section: Section) -> None:
    assert len(section.by_name) == len(section.fields)
    for field in section.fields:
        assert field.label[0].isupper()
        assert bool(field.choices) == (field.kind == "choice")


def test_the_eight_life_areas() -> None:
    assert list(LIFE_AREAS.values()) == [
        "Boende",
        "Hälsa och läkemedel",
        "Vardag och ADL",
        "Ekonomi",
        "Arbete och skola",
        "Relationer",
        "Trygghet",
        "Fritid",
    ]


def test_a_child_and_a_care_plan_have_sections_of_their_own() -> None:
    assert not keys() & (CHILD_ONLY | COMPULSORY_ONLY)
    assert keys(is_child=True) - keys() == {"guardian", "child"}
    assert keys(is_compulsory=True) - keys() == {"decision", "condition"}


def test_a_short_plan_hides_what_is_optional_and_keeps_what_the_law_asks() -> None:
    short = keys(is_short=True)
    assert {
        "important",
        "intervention",
        "others_needed",
        "responsibility",
        "participation",
        "follow_up",
    } <= short
    assert not short & {"why_now", "need", "goal", "works_well", "crisis"}
    assert "crisis" in keys(is_short=True, needs_crisis_plan=True)
    assert {"guardian", "child"} <= keys(is_short=True, is_child=True)
