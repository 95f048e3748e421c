"""De kallade i slumpad ordning: whoever is not touched keeps the answer, and tables and facts never part ways."""

from hypothesis import given, settings
from hypothesis import strategies as st

from discharge.rules.facts import CaseFacts
from discharge.rules.facts_of_meeting import Participant, SipMeeting
from sip.rules.fold_process import fold_process
from sip.rules.participants import ChangedUnit, ParticipantChanges, refuse_changes
from sip.rules.plan_refusal import plan_refusal
from sip.rules.summons import CalledUnit

from .plan_story import CARE, NURSE, ROLES, SOCIAL, PlanStory

NOW = "2026-03-04 10.00"
CALLED = (CARE, SOCIAL)
STEPS = st.tuples(
    st.sampled_from(("answer", "send_other", "propose", "decline", "remove", "add", "change", "move")),
    st.sampled_from(CALLED),
)


def facts_of(story: PlanStory) -> CaseFacts:
    return fold_process("plan", story.events)


def meeting_of(facts: CaseFacts) -> SipMeeting:
    assert facts.sip.meeting is not None
    return facts.sip.meeting


def answered(one: Participant) -> tuple[str, str, str]:
    return one.participant_id, one.answer, one.substitute


def tell(story: PlanStory, step: str, unit: str) -> bool:
    """Take one step about ``unit`` if it can be taken; return whether every unit was asked anew."""
    facts = facts_of(story)
    meeting, one = meeting_of(facts), meeting_of(facts).of_unit(unit)
    if step == "move":
        when = {"old_meeting_at": "2026-03-12T09:00:00+00:00", "meeting_at": "2026-03-13T09:00:00+00:00"}
        story.tell(NOW, "sip_time_changed", **when, place="Hemma")
        return True
    if one is None:
        new = {"id": f"p-{unit}-{len(story.events)}", "kind": "unit", "unit_id": unit}
        assert refuse_changes(meeting, ParticipantChanges(add=(CalledUnit(unit),))) is None
        assert (
            plan_refusal("answer_sip_summons", facts, unit, NURSE, story.events[-1].recorded_at) is not None
        )
        story.tell(NOW, "sip_participant_changed", added=[new], removed=[], changed=[], reason="")
        return False
    who = {"unit_id": unit, "participant_id": one.participant_id}
    if step == "remove":
        assert refuse_changes(meeting, ParticipantChanges(remove=(one.participant_id,))) is None
        story.tell(NOW, "sip_participant_changed", added=[], removed=[who], changed=[], reason="")
    elif step == "change":
        assert refuse_changes(meeting, ParticipantChanges(change=(ChangedUnit(one.participant_id),))) is None
        said = {**who, "required": not one.required, "function": "", "prepare": "x"}
        story.tell(NOW, "sip_participant_changed", added=[], removed=[], changed=[said], reason="")
    elif step == "decline" and one.is_proposed:
        story.tell(NOW, "sip_substitute_declined", **who, substitute_unit_id="u", reason="Nej")
    elif step in ("answer", "send_other", "propose"):
        word = "comes" if step == "answer" else "sends_other"
        story.tell(NOW, "sip_attendance_answered", **{**who, "participant_id": ""}, answer=word, text="Ali")
        if step != "answer":
            other = "u" if step == "propose" else ""
            story.tell(NOW, "sip_substitute_named", **who, name="Ali", substitute_unit_id=other)
    return False


@settings(max_examples=100, deadline=None)
@given(st.lists(STEPS, max_size=15))
def test_only_the_touched_answer_anew(steps: list[tuple[str, str]]) -> None:
    story = PlanStory().summoned("2026-03-03 11.00", "2026-03-12 10.00", "2026-03-06")
    for step, unit in steps:
        before = meeting_of(facts_of(story))
        asks_all = tell(story, step, unit)
        facts = facts_of(story)
        now = meeting_of(facts)
        for other in set(CALLED) - {unit}:
            was, still = before.of_unit(other), now.of_unit(other)
            assert (was is None) == (still is None)
            if was is not None and still is not None and not asks_all:
                assert answered(was) == answered(still)
        called = [one.unit_id for one in now.called if one.kind == "unit"]
        assert sorted(called) == sorted(set(facts.sip.called)), "called once, and both pictures agree"
        said = {one.unit_id: one.answer for one in facts.sip.answers}
        assert said == {one.unit_id: one.answer for one in now.called if one.unit_id and one.answer}
        assert now.version >= before.version
        assert all(one.answer == "sends_other" for one in now.called if one.substitute)
    assert set(facts_of(story).sip.called) <= set(ROLES)
