"""Two writers in the same rows: every text is either in the plan or given back, whatever order they write in."""

from typing import NamedTuple

from hypothesis import given, settings
from hypothesis import strategies as st

from sip.rules.document.stale_row import same_text, stale_row

from .plan_story import NACKA, VC, PlanStory

ROWS = ("g1", "g2")


class Step(NamedTuple):
    """One writer looks at the row, writes in it, or takes it away."""

    writer: str
    row_id: str
    does: str
    text: str


steps = st.lists(
    st.builds(
        Step,
        writer=st.sampled_from([VC, NACKA]),
        row_id=st.sampled_from(ROWS),
        does=st.sampled_from(["look", "write", "write", "remove"]),
        text=st.text(alphabet="abåäö ", min_size=1, max_size=6),
    ),
    max_size=14,
)


@settings(max_examples=1000)
@given(steps)
def test_no_text_is_lost(taken: list[Step]) -> None:
    story = PlanStory()
    seen: dict[tuple[str, str], int] = {}
    for number, step in enumerate(taken):
        row, page = story.facts().row(step.row_id), (step.writer, step.row_id)
        if step.does == "look":
            seen[page] = row.row_version if row else 0
            continue
        sent = {} if step.does == "remove" else {"words": f"{number} {step.text}"}
        stale = stale_row(story.facts(), step.row_id, seen.get(page, 0), sent)
        if stale is not None:
            # Given back: what is saved, all that was sent, and the field where they differ.
            assert row is not None
            assert (stale.row, stale.sent) == (row, sent)
            assert [(side.saved, side.sent) for side in stale.sides] == [
                (row.get("words"), sent.get("words", ""))
            ]
            assert story.facts().row(step.row_id) == row
        elif step.does == "remove":
            if row is not None:
                story.remove(step.row_id, step.writer)
                kept = story.facts().row(step.row_id)
                assert kept is not None
                assert (kept.removed, kept.values) == (True, row.values)
        else:
            assert row is None or row.row_version == seen.get(page, 0)
            story.save(step.row_id, "goal", sent, step.writer)
            now = story.facts().row(step.row_id)
            assert now is not None
            assert (dict(now.values), now.removed) == (sent, False)
            seen[page] = now.row_version


def test_the_refusal_names_the_row_and_shows_only_what_differs() -> None:
    story = PlanStory().save("g1", "goal", {"words": "Duscha.", "target_on": "2026-05-01"})
    story.save("g1", "goal", {"words": "Duscha själv.", "target_on": "2026-05-01"}, NACKA)
    stale = stale_row(story.facts(), "g1", 1, {"words": "Duscha ofta.", "target_on": "2026-05-01"})
    assert stale is not None
    (side,) = stale.sides
    assert (side.label, side.saved, side.sent) == ("Mål", "Duscha själv.", "Duscha ofta.")
    assert (stale.refusal.code, stale.refusal.field) == ("row-changed", "g1")


def test_a_row_that_was_taken_away_is_told_so() -> None:
    story = PlanStory().save("g1", "goal", {"words": "Duscha."}).remove("g1", NACKA)
    stale = stale_row(story.facts(), "g1", 1, {"words": "Duscha ofta."})
    assert stale is not None
    assert "tog bort" in stale.refusal.detail
    assert stale.sides[0].saved == "Duscha."


def test_the_same_text_twice_is_no_conflict() -> None:
    facts = PlanStory().save("g1", "goal", {"words": "Duscha."}).facts()
    assert stale_row(facts, "g1", 0, {"words": "Duscha.", "target_on": ""}) is None
    assert same_text(facts.row("g1"), {"words": "Duscha.", "target_on": ""})
    assert not same_text(None, {})


def test_how_far_it_has_come_counts_as_a_change_of_the_row() -> None:
    story = (
        PlanStory().written().established().tell("sip_intervention_updated", row_id="i1", status="ongoing")
    )
    stale = stale_row(story.facts(), "i1", 1, {"what": "Annat."})
    assert stale is not None
    assert stale.row.get("status") == "ongoing"
