"""Saving a row: what is refused, who may write where, and advice that never stands in the way."""

from typing import Any

import pytest

from sip.rules.document.check_row import refuse_removal, refuse_row
from sip.rules.document.quality_hints import quality_hints
from sip.rules.document.row import Row
from sip.rules.document.who_writes import Writer, may_lock, refuse_writer

from .plan_story import NACKA, START, VC, WARD, PlanStory, rows

OUTPATIENT = Writer(VC, "outpatient")
MUNICIPAL = Writer(NACKA, "municipality")
ON_WARD = Writer(WARD, "ward")


@pytest.mark.parametrize(
    ("row_id", "section", "values", "field"),
    [
        ("x", "nowhere", {}, ""),
        ("g1", "need", {"words": "Annat avsnitt."}, ""),
        ("x", "important", {"words": "En till."}, ""),
        ("x", "goal", {"colour": "röd"}, "colour"),
        ("x", "goal", {"words": "å" * 801}, "words"),
        ("x", "goal", {"target_on": "5/3"}, "target_on"),
        ("x", "goal", {"target_on": "2026-02-30"}, "target_on"),
        ("x", "goal", {"level": "medium"}, "level"),
        ("x", "goal", {"part_of": "gone"}, "part_of"),
        ("g1", "goal", {"part_of": "g1"}, "part_of"),
    ],
)
def test_a_row_that_cannot_be_saved_says_where(row_id: str, section: str, values: Any, field: str) -> None:
    refusal = refuse_row(rows(), row_id, section, values)
    assert refusal is not None
    assert (refusal.code, refusal.field) == ("plan-row-invalid", field)


@pytest.mark.parametrize(
    ("row_id", "section", "values"),
    [
        ("x", "goal", {}),
        ("x", "goal", {"words": "å" * 800, "target_on": "", "part_of": "g1"}),
        ("imp", "important", {"words": "Något annat."}),
        ("x", "intervention", {"goal_id": "g1", "unit_id": "0198c0de-0000-7000-8000-000000000001"}),
    ],
)
def test_half_a_row_may_be_saved(row_id: str, section: str, values: dict[str, str]) -> None:
    assert refuse_row(rows(), row_id, section, values) is None


def test_a_goal_that_is_used_stays() -> None:
    refusal = refuse_removal(rows(), "g1")
    assert refusal is not None
    assert refusal.field == "i1"
    assert refuse_removal(rows(i1=None, i2=None), "g1") is None
    assert refuse_removal(rows(), "imp") is None


class TestWhoWrites:
    held = {row.id: row for row in rows()}

    def refused(self, writer: Writer, section: str, held: Row | None = None, **values: str) -> bool:
        return refuse_writer(writer, section, held, values) is not None

    @pytest.mark.parametrize("section", ["responsibility", "follow_up", "attendance", "intervention", "goal"])
    def test_who_leads_writes_everywhere(self, section: str) -> None:
        for leader in (OUTPATIENT, Writer(NACKA, "municipality", leads=True)):
            assert not self.refused(leader, section, self.held["i2"], unit_id=WARD)

    @pytest.mark.parametrize("writer", [MUNICIPAL, ON_WARD])
    def test_the_others_write_together_but_not_what_is_the_leaders(self, writer: Writer) -> None:
        assert not self.refused(writer, "important")
        assert not self.refused(writer, "need")
        assert self.refused(writer, "responsibility")
        assert self.refused(writer, "follow_up")

    def test_a_unit_writes_its_own_measures(self) -> None:
        assert not self.refused(MUNICIPAL, "intervention", self.held["i2"], unit_id=NACKA)
        assert not self.refused(MUNICIPAL, "intervention", None)
        assert self.refused(MUNICIPAL, "intervention", self.held["i1"], unit_id=NACKA)
        assert self.refused(MUNICIPAL, "intervention", self.held["i2"], unit_id=VC)
        assert self.refused(ON_WARD, "intervention", self.held["i2"])

    def test_who_has_the_overall_responsibility_may_lock(self) -> None:
        assert may_lock(OUTPATIENT, rows())
        assert may_lock(MUNICIPAL, rows())
        assert not may_lock(MUNICIPAL, rows(res={"overall_principal": "region"}))
        assert not may_lock(ON_WARD, rows(res={"overall_principal": "region"}))


class TestAdvice:
    def hints(self, section: str, **values: str) -> list[str]:
        return [hint.text for hint in quality_hints((Row("x", section, values, 1, START),))]

    def test_a_goal_without_a_day_and_a_measure_without_a_person(self) -> None:
        assert self.hints("goal", words="Duscha.") == ["Målet har ingen dag. När ska det vara nått?"]
        (hint,) = self.hints("intervention", what="Träna.")
        assert "Vem gör den?" in hint

    def test_twenty_words_are_read_and_twenty_one_are_not(self) -> None:
        assert self.hints("need", words="ord " * 19 + "ord. Och en mening till.") == []
        (hint,) = self.hints("need", words="ord " * 21)
        assert "21 ord" in hint

    @pytest.mark.parametrize(
        ("text", "found"),
        [
            ("Hjälp med ADL.", "Skriv hellre vardagliga sysslor."),
            ("Ring ssk.", "Skriv hellre sjuksköterska."),
            ("Remiss till XYZQ.", "Skriv ut vad den betyder."),
        ],
    )
    def test_an_abbreviation_gets_words(self, text: str, found: str) -> None:
        (hint,) = self.hints("need", words=text)
        assert hint.endswith(found)

    @pytest.mark.parametrize(
        "text",
        [
            "Barn- och ungdomspsykiatrin (BUP) ringer.",
            "BUP (psykiatri) ringer.",
            "En SIP.",
            "Sitt i sol.",
            "HJÄLP",
        ],
    )
    def test_what_is_explained_or_known_is_left_alone(self, text: str) -> None:
        assert self.hints("need", words=text) == []

    def test_an_explanation_anywhere_in_the_plan_counts(self) -> None:
        story = PlanStory().save("n1", "need", {"words": "Barnpsykiatrin (BUP) vet."})
        story.save("n2", "need", {"words": "BUP ringer."})
        assert quality_hints(story.facts().rows) == []
