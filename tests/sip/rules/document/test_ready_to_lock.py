"""What must be there before a version is locked: SIP12–SIP18, each alone, with its row and its law."""

from dataclasses import replace
from typing import Any

import pytest

from sip.rules.document.lock_basis import LockBasis
from sip.rules.document.missing_of_child import guardians_disagree
from sip.rules.document.ready_to_lock import missing_parts
from sip.rules.document.row import Row

from .plan_story import CONSENTED, NACKA, VC, PlanStory, codes, rows

GUARDIAN = {"number": "1", "name": "Ann", "consent": "yes"}
CHILD = {
    "best_interest": "Skolan först.",
    "took_part": "Möte.",
    "own_words": "Vill spela.",
    "pre_meeting": "yes",
    "adapted": "yes",
}


def test_a_whole_plan_is_ready() -> None:
    assert missing_parts(rows(), CONSENTED) == []


@pytest.mark.parametrize(
    ("changed", "expected"),
    [
        ({"i1": None, "i2": None, "g1": None}, {("SIP12", "intervention", 0), ("", "goal", 0)}),
        ({"i1": {"what": ""}}, {("SIP12", "intervention", 1)}),
        ({"i2": {"principal": ""}}, {("SIP13", "intervention", 2), ("SIP13", "intervention", 0)}),
        ({"i2": None}, {("SIP13", "intervention", 0)}),
        ({"n1": {"principals": "region"}, "i2": None}, set()),
        ({"oth": None}, {("SIP14", "others_needed", 0)}),
        ({"oth": {"others": "listed"}}, {("SIP14", "others_needed", 0)}),
        ({"res": {"overall_principal": ""}}, {("SIP15", "responsibility", 0)}),
        ({"res": None}, {("SIP15", "responsibility", 0)}),
        ({"i2": {"unit_id": ""}}, {("SIP16", "intervention", 2)}),
        ({"i1": {"start_on": "2026-04-02", "due_on": "2026-04-01"}}, {("SIP16", "intervention", 1)}),
        ({"i1": {"start_on": "2026-04-01", "due_on": "2026-04-01"}}, set()),
        ({"imp": {"words": ""}}, {("SIP17", "important", 0)}),
        ({"imp": {"words": "", "not_said": "Frågade två gånger."}}, set()),
        ({"why": None}, {("", "why_now", 0)}),
        ({"n1": None}, {("", "need", 0)}),
        ({"n1": {"words": ""}}, {("", "need", 1)}),
        ({"att": None}, {("", "attendance", 0)}),
        ({"par": None}, {("", "participation", 0)}),
        ({"par": {"how": ""}}, {("", "participation", 0)}),
        ({"par": {"how": "absent"}}, {("", "participation", 0)}),
        ({"par": {"how": "absent", "reason": "Sov."}}, set()),
        ({"fol": {"on": ""}}, {("", "follow_up", 0)}),
        ({"fol": {"on": "", "why_none": "Flyttar."}}, set()),
    ],
)
def test_each_part_that_is_missing_is_named_alone(changed: dict[str, Any], expected: set[Any]) -> None:
    assert set(codes(rows(**changed))) == expected


def test_everything_is_said_at_once_in_the_order_of_the_page() -> None:
    found = missing_parts((), LockBasis())
    assert [one.code for one in found if one.code] == ["SIP17", "SIP12", "SIP14", "SIP15"]
    assert [one.section for one in found][:3] == ["consent_note", "why_now", "important"]
    assert all(one.text.endswith(".") for one in found)


def test_the_row_the_field_and_the_law_stand_with_it() -> None:
    (found,) = missing_parts(rows(i2={"unit_id": ""}), CONSENTED)
    assert (found.row_id, found.field, found.basis) == ("i2", "unit_id", "HSL 16 kap. 4 §")
    assert found.text == "Insats 2: ansvarig verksamhet saknas. Välj en verksamhet."


def test_without_consent_nothing_is_locked() -> None:
    (found,) = missing_parts(rows(), LockBasis())
    assert (found.section, found.basis) == ("consent_note", "LUS 4 kap. 2 §")


def test_a_unit_that_has_left_answers_for_nothing() -> None:
    still = replace(CONSENTED, open_units=frozenset({VC}))
    (found,) = missing_parts(rows(), still)
    assert (found.code, found.row_no) == ("SIP16", 2)
    assert codes(rows(), replace(CONSENTED, open_units=frozenset({VC, NACKA}))) == []


def test_a_goal_that_nobody_works_for_is_named_and_a_sub_goal_serves_its_goal() -> None:
    story = PlanStory().written().save("g2", "goal", {"words": "Gå ut."})
    assert codes(story.facts().rows) == [("SIP12", "goal", 2)]
    story.save("g3", "goal", {"words": "Gå i trappan.", "part_of": "g2", "level": "sub"})
    story.save("i1", "intervention", {"goal_id": "g3", "what": "Öva.", "unit_id": VC, "principal": "region"})
    assert codes(story.facts().rows) == []


def test_none_of_others_and_a_row_of_others_contradict() -> None:
    story = PlanStory().written().save("o1", "other_measure", {"who": "Kyrkan", "what": "Besök"})
    assert codes(story.facts().rows) == [("SIP14", "others_needed", 0)]
    assert codes(story.save("oth", "others_needed", {"others": "listed"}).facts().rows) == []


def test_psychiatry_needs_a_crisis_plan_in_the_short_form_too() -> None:
    for short in (False, True):
        basis = replace(CONSENTED, needs_crisis_plan=True, is_short=short)
        assert codes(rows(), basis) == [("", "crisis", 0)]
    half = PlanStory().written().save("cri", "crisis", {"signs": "Sover inte."}).facts().rows
    assert {one.field for one in missing_parts(half, replace(CONSENTED, needs_crisis_plan=True))} == {
        "helps",
        "call_day",
        "call_evening",
        "call_weekend",
    }


def test_a_short_plan_is_three_texts_and_the_laws_four_parts() -> None:
    short = replace(CONSENTED, is_short=True)
    brief = rows(why=None, n1=None, g1=None, i1={"goal_id": ""}, i2={"goal_id": ""})
    assert codes(brief, short) == []
    assert {code for code, *_ in codes((), short)} >= {"SIP12", "SIP14", "SIP15", "SIP17"}


class TestChild:
    basis = replace(CONSENTED, is_child=True)

    def found(self, *guardians: dict[str, str], child: dict[str, str] = CHILD) -> tuple[Row, ...]:
        story = PlanStory().written().save("chi", "child", child)
        for number, values in enumerate(guardians, start=1):
            story.save(f"v{number}", "guardian", {**GUARDIAN, "number": str(number), **values})
        return story.facts().rows

    def test_each_guardian_must_have_agreed(self) -> None:
        assert codes(self.found({}, {}), self.basis) == []
        assert codes(self.found({}), self.basis) == []
        assert codes(self.found(), self.basis) == [("SIP18", "guardian", 0)]
        (found,) = missing_parts(self.found({}, {"consent": "unknown"}), self.basis)
        assert (found.code, found.row_no) == ("SIP18", 2)
        assert found.text == "Samtycke från vårdnadshavare 2 saknas. Fråga, och skriv svaret."

    def test_guardians_who_disagree_stop_the_lock_with_whom_to_ask(self) -> None:
        split = self.found({}, {"consent": "no"})
        assert guardians_disagree(split)
        (found,) = missing_parts(split, self.basis)
        assert found.code == "SIP18"
        assert "familjerätt" in found.text

    def test_two_who_say_no_do_not_disagree(self) -> None:
        both = self.found({"consent": "no"}, {"consent": "no"})
        assert not guardians_disagree(both)
        assert codes(both, self.basis) == [("SIP18", "guardian", 1), ("SIP18", "guardian", 2)]

    def test_the_childs_best_and_own_part_are_required(self) -> None:
        found = missing_parts(self.found({}, child={"own_words": "Vill spela."}), self.basis)
        assert [one.field for one in found] == ["best_interest", "took_part", "pre_meeting", "adapted"]

    def test_a_child_who_is_soon_grown_has_a_day_for_the_handover(self) -> None:
        soon = replace(self.basis, is_soon_adult=True)
        (found,) = missing_parts(self.found({}), soon)
        assert (found.field, found.text) == ("adult_on", "Överlämning inför 18 år saknas. Välj dag.")
        assert codes(self.found({}, child={**CHILD, "adult_on": "2026-06-01"}), soon) == []

    def test_what_the_guardians_have_told_the_process_counts(self) -> None:
        unasked = self.found({"consent": "unknown"}, {"consent": "yes"})
        assert codes(unasked, self.basis) == [("SIP18", "guardian", 1)]
        assert codes(unasked, replace(self.basis, guardians={"1": "yes"})) == []
        (found,) = missing_parts(unasked, replace(self.basis, guardians={"1": "no"}))
        assert "oense" in found.text

    def test_an_adults_plan_asks_for_no_guardian(self) -> None:
        assert codes(self.found({"consent": "no"}), CONSENTED) == []


class TestCarePlan:
    basis = replace(CONSENTED, plan_type="SPLPTLRV")

    def test_it_asks_for_decisions_with_the_persons_attitude_and_for_no_goals(self) -> None:
        bare = rows(g1=None, why=None, res=None, i1={"goal_id": ""}, i2={"goal_id": ""})
        assert codes(bare, self.basis) == [("", "decision", 0)]
        story = PlanStory().written().save("d1", "decision", {"words": "Medicin varje dag."})
        (found,) = missing_parts(story.facts().rows, self.basis)
        assert (found.field, found.row_no, found.basis) == ("attitude", 1, "LPT 7 a §")

    def test_it_needs_consent_to_shared_records_not_to_the_plan(self) -> None:
        story = PlanStory().written().save("d1", "decision", {"words": "Medicin.", "attitude": "Vill inte."})
        (found,) = missing_parts(story.facts().rows, replace(self.basis, has_consent=False))
        assert "sammanhållen dokumentation" in found.text
