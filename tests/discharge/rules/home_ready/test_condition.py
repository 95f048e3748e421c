"""Conditions: and, or, not; what is not known is neither true nor false."""

import pytest

from discharge.rules.home_ready.condition import UnknownWord, read_condition

KNOWN: dict[str, bool | None] = {"kommun": True, "child": False, "dose": None}


@pytest.mark.parametrize(
    ("text", "holds"),
    [
        ("always", True),
        ("kommun", True),
        ("child", False),
        ("dose", None),
        ("aids", None),
        ("not child", True),
        ("not dose", None),
        ("kommun and child", False),
        ("kommun and dose", None),
        ("child and dose", False),
        ("dose or kommun", True),
        ("dose or child", None),
        ("child or kommun and not child", True),
    ],
)
def test_a_condition_is_judged_by_what_is_known(text: str, holds: bool | None) -> None:
    assert read_condition(text).holds(KNOWN) is holds


@pytest.mark.parametrize("text", ["", "kommun or", "and child", "Kommun", "kommun & child", "not not child"])
def test_a_word_outside_the_vocabulary_is_refused(text: str) -> None:
    with pytest.raises(UnknownWord):
        read_condition(text)
