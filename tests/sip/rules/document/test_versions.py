"""Versions: what was locked stays as it was, and the hash names the content and nothing else."""

from hypothesis import given
from hypothesis import strategies as st

from sip.rules.document.content_hash import content_hash
from sip.rules.document.progress import with_progress
from sip.rules.document.row import Row

from .plan_story import ADULT, START, PlanStory, rows


def test_a_locked_version_does_not_change_with_the_draft() -> None:
    story = PlanStory().written().established()
    story.save("g1", "goal", {"words": "Annat."}).remove("i2")
    facts = story.facts()
    assert facts.status == "drafting"
    assert facts.in_force is not None
    assert facts.in_force.rows == rows()
    assert facts.in_force.no == facts.established_no == 1
    assert [row.id for row in facts.removed] == ["i2"]


def test_the_hash_in_the_event_is_that_of_what_the_fold_holds() -> None:
    story = PlanStory().written().lock().save("g1", "goal", {"words": "Annat."}).lock()
    told = [event.data["content_hash"] for event in story.events if event.name == "sip_version_locked"]
    assert [version.content_hash for version in story.facts().versions] == told
    assert len(set(told)) == 2


def test_a_plan_of_the_process_alone_has_no_document() -> None:
    story = PlanStory().tell("sip_established", version=1, goals="Hem.", responsible="region")
    assert story.facts().status == "drafting"
    assert story.facts().versions == ()


def test_a_measure_is_read_with_how_far_it_has_come() -> None:
    story = (
        PlanStory().written().established().tell("sip_intervention_updated", row_id="i1", status="ongoing")
    )
    version = story.facts().in_force
    assert version is not None
    now = {row.id: row.get("status") for row in with_progress(story.facts(), version)}
    assert (now["i1"], now["i2"]) == ("ongoing", "")


def test_the_copy_is_of_one_version() -> None:
    story = PlanStory().written().established().tell("sip_shared_with_person", no=1, way="paper")
    (shared,) = story.facts().shared
    assert (shared.no, shared.way) == (1, "paper")


row_values = st.fixed_dictionaries(
    {}, optional={"words": st.text(max_size=5), "target_on": st.text(max_size=3)}
)


@given(st.dictionaries(st.text(max_size=4), row_values, max_size=4))
def test_the_hash_does_not_hear_order_versions_or_empty_fields(goals: dict[str, dict[str, str]]) -> None:
    made = [Row(key, "goal", values, 1, START) for key, values in goals.items()]
    other = [Row(key, "goal", {**values, "whose": ""}, 7, START, "x") for key, values in goals.items()]
    assert content_hash(made) == content_hash(reversed(other))


@given(st.sampled_from(sorted(ADULT)), st.text(min_size=1, max_size=3))
def test_the_hash_hears_every_text(row_id: str, text: str) -> None:
    story = PlanStory().written()
    section, values = ADULT[row_id]
    name = next(iter(values))
    before = content_hash(story.facts().rows)
    after = content_hash(story.save(row_id, section, {**values, name: values[name] + text}).facts().rows)
    assert before != after
