"""Confirmation: who answers, on what, until when; a change voids what changed and nothing else."""

from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest

from lus.swedish_time import end_of_local_day
from sip.rules.document.compare import changes
from sip.rules.document.confirm import (
    all_confirmed,
    confirm_by,
    left_to_confirm,
    must_confirm,
    refuse_confirmation,
    refuse_gaps,
    sections_to_read,
)
from sip.rules.document.facts import Version

from .plan_story import ADULT, NACKA, VC, WARD, PlanStory, rows


def locked() -> PlanStory:
    return PlanStory().written().lock()


def hash_of(story: PlanStory) -> str:
    version = story.facts().locked
    assert version is not None
    return version.content_hash


def test_units_with_a_measure_that_is_not_over_confirm() -> None:
    assert must_confirm(rows()) == (VC, NACKA)
    assert must_confirm(rows(i1={"status": "done"})) == (NACKA,)
    assert must_confirm(rows(i1={"unit_id": NACKA})) == (NACKA,)


def test_it_is_established_when_the_last_has_confirmed() -> None:
    story = locked()
    assert story.facts().status == "confirming"
    assert left_to_confirm(story.confirm(VC).facts()) == (NACKA,)
    assert not all_confirmed(story.facts())
    facts = story.confirm(NACKA, "Från måndag.").facts()
    assert all_confirmed(facts)
    assert [answer.kind for answer in facts.answers] == ["confirmed", "confirmed_with_note"]


def test_an_objection_opens_the_draft_again_and_is_kept() -> None:
    facts = locked().confirm(VC).object(NACKA).facts()
    answer = facts.answer_of(NACKA)
    assert facts.status == "drafting"
    assert answer is not None
    assert (answer.kind, answer.note) == ("objected", "Fel dag.")


def test_a_change_voids_the_confirmation_of_what_changed_only() -> None:
    story = locked().confirm(VC).object(NACKA)
    story.save("g1", "goal", {**ADULT["g1"][1], "target_on": "2026-06-01"}).lock()
    assert sections_to_read(story.facts(), VC) == ("goal",)
    assert len(sections_to_read(story.facts(), NACKA)) == len({section for section, _ in ADULT.values()})
    assert left_to_confirm(story.confirm(VC).facts()) == (NACKA,)


def test_a_section_taken_away_is_read_again() -> None:
    story = PlanStory().written().save("cri", "crisis", {"signs": "Oro"}).lock().confirm(VC)
    assert sections_to_read(story.remove("cri").lock().facts(), VC) == ("crisis",)


def test_the_same_content_locked_again_needs_no_new_answer() -> None:
    story = locked().confirm(VC).confirm(NACKA)
    story.save("g1", "goal", {"words": "Annat."}).save("g1", "goal", ADULT["g1"][1]).lock()
    assert all_confirmed(story.facts())


def test_how_far_a_measure_has_come_voids_nothing() -> None:
    story = PlanStory().written().established().tell("sip_intervention_updated", row_id="i1", status="done")
    facts = story.facts()
    assert facts.status == "established"
    assert sections_to_read(facts, NACKA) == ()
    assert facts.rows[4].get("status") == "done"
    assert all_confirmed(story.lock().facts())


@pytest.mark.parametrize(
    ("locked_at", "last"),
    [
        (datetime(2026, 3, 5, 9, tzinfo=UTC), date(2026, 3, 12)),
        (datetime(2026, 3, 5, 23, 30, tzinfo=UTC), date(2026, 3, 13)),
        (datetime(2026, 4, 1, 9, tzinfo=UTC), date(2026, 4, 10)),
        (datetime(2026, 12, 22, 9, tzinfo=UTC), date(2026, 12, 30)),
    ],
    ids=["Thursday", "after midnight in Sweden", "over Easter", "over Christmas"],
)
def test_five_weekdays_to_confirm(locked_at: datetime, last: date) -> None:
    assert confirm_by(Version(1, "", locked_at, "", (), {})) == last


class TestWhoMayAnswer:
    def test_the_content_that_was_seen_is_the_one_that_is_locked(self) -> None:
        story = locked()
        seen = hash_of(story)
        assert refuse_confirmation(story.facts(), NACKA, seen) is None
        story.save("g1", "goal", {"words": "Annat."})
        for again in (story, story.lock()):
            refusal = refuse_confirmation(again.facts(), NACKA, seen)
            assert refusal is not None
            assert refusal.code == "plan-changed"
            told = refusal.detail
        # The last save is at 10.13 in Sweden; the lock that followed, at 10.14, is what the reader has not seen.
        assert "kl. 10.14" in told

    def test_two_locks_at_once_leave_one_content_to_confirm(self) -> None:
        story = locked()
        first = hash_of(story)
        story.save("g1", "goal", {"words": "Annat."}).lock()
        assert refuse_confirmation(story.facts(), VC, first) is not None
        assert refuse_confirmation(story.facts(), VC, hash_of(story)) is None

    def test_a_unit_without_a_measure_does_not_answer(self) -> None:
        refusal = refuse_confirmation(locked().facts(), WARD, hash_of(locked()))
        assert refusal is not None
        assert refusal.code == "no-measure-here"

    @pytest.mark.parametrize("story", [PlanStory().written(), PlanStory().written().established()])
    def test_there_is_nothing_to_answer_before_the_lock_or_after_the_plan(self, story: PlanStory) -> None:
        facts = story.facts()
        refusal = refuse_confirmation(facts, VC, facts.locked.content_hash if facts.locked else "")
        assert refusal is not None
        assert refusal.code == "nothing-to-confirm"


class TestGaps:
    after = end_of_local_day(date(2026, 3, 12))

    def code(self, story: PlanStory, at: datetime, **more: bool) -> str | None:
        given: dict[str, Any] = {"is_compulsory": False, "may_lock": True, **more}
        refusal = refuse_gaps(story.facts(), "Nacka svarar inte.", at, **given)
        return refusal.detail if refusal else None

    def test_not_before_the_limit_has_passed(self) -> None:
        assert "2026-03-12" in str(self.code(locked(), self.after - timedelta(seconds=1)))
        assert self.code(locked(), self.after) is None

    def test_never_for_a_care_plan_nor_by_another(self) -> None:
        assert "alla enheter" in str(self.code(locked(), self.after, is_compulsory=True))
        assert "övergripande" in str(self.code(locked(), self.after, may_lock=False))

    def test_not_without_a_reason_nor_in_a_draft(self) -> None:
        refusal = refuse_gaps(locked().facts(), " ", self.after, is_compulsory=False, may_lock=True)
        assert refusal is not None
        assert refusal.field == "reason"
        assert self.code(PlanStory().written(), self.after) == "Planen väntar inte på justering."

    def test_the_units_that_are_missing_are_named_in_the_plan(self) -> None:
        story = locked().confirm(VC)
        facts = story.tell("sip_established_with_gaps", no=1, missing=[NACKA], reason="Svarar inte.").facts()
        assert (facts.status, facts.gaps, facts.gaps_reason) == ("established", (NACKA,), "Svarar inte.")


def test_the_difference_is_shown_field_by_field_in_the_pages_order() -> None:
    story = locked()
    before = story.facts().rows
    story.save("i1", "intervention", {**ADULT["i1"][1], "due_on": "2026-05-01", "status": "ongoing"})
    story.save("imp", "important", {"words": "Katten."})
    found = [(one.label, one.before, one.after) for one in changes(before, story.facts().rows)]
    assert found == [
        ("Vad är viktigt för dig?: Personens ord", "Att få bo hemma.", "Katten."),
        ("Insatser: Klart senast", "", "2026-05-01"),
    ]
