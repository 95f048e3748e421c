"""What each unit of a plan owes, by when, and what ends it: the table of the handbook's SIP page, 16."""

import pytest

from discharge.rules.duties import DUTIES, ROUTINE
from discharge.rules.duties_of_sip import DUTIES_OF_SIP
from sip.rules.owed import plan_duties
from tests.discharge.rules.case_story import VC, WARD, local
from tests.discharge.rules.test_obligations import sip_story

from .plan_story import CARE, NURSE, SOCIAL, PlanStory, confirming, document, end_of, held, summoned

BY_LAW = {"assess_sip_need", "send_sip_summons"}


def test_only_the_need_and_the_summons_are_the_laws() -> None:
    assert {code for code, duty in DUTIES_OF_SIP.items() if duty.basis == "law"} == BY_LAW
    routine = {DUTIES[code].reference for code in DUTIES_OF_SIP.keys() - BY_LAW}
    assert routine == {ROUTINE}


def test_a_plan_outside_hospital_is_begun_within_ten_weekdays_of_the_yes() -> None:
    duty = PlanStory().one("start_sip_outside")
    assert (duty.unit_id, duty.due_at, duty.met_at) == (NURSE, end_of("2026-03-17"), None)
    assert summoned().one("start_sip_outside").met_at == local("2026-03-03 10.00")


def test_a_meeting_that_is_called_off_begins_the_ten_weekdays_anew() -> None:
    story = summoned().tell("2026-03-05 10.00", "sip_meeting_cancelled", reason="Sjuk", recipients=[])
    assert story.one("start_sip_outside").due_at == end_of("2026-03-19")
    assert story.open("start_sip_outside") == [NURSE]
    assert story.duties("answer_sip_summons") == story.duties("record_sip_meeting") == []


def test_without_an_answer_the_leader_asks_for_one() -> None:
    story = PlanStory().tell("2026-03-04 10.00", "sip_declined_by_person", given_by="self", how="oral")
    assert plan_duties(story.facts, document(story), NURSE) == []
    story.tell("2026-03-05 10.00", "sip_accepted_by_person", given_by="self", how="oral")
    assert (story.open("record_sip_consent"), story.duties("start_sip_outside")) == ([NURSE], [])


def test_each_unit_that_is_asked_for_a_time_answers_by_the_day_of_the_proposal() -> None:
    slots = [{"id": f"s{day}", "starts_at": local(f"2026-03-{day} 10.00").isoformat()} for day in (10, 11)]
    more = {"place_kind": "home", "reply_by": "2026-03-06", "recipients": [CARE, SOCIAL]}
    story = PlanStory().tell("2026-03-03 11.00", "sip_poll_opened", slots=slots, **more)
    assert {duty.due_at for duty in story.duties("answer_sip_poll")} == {end_of("2026-03-06")}
    said = {"unit_id": CARE, "for_person": False, "answers": {"s10": "yes", "s11": "no"}}
    story.tell("2026-03-04 11.00", "sip_slot_answered", CARE, **said)
    assert story.open("answer_sip_poll") == [SOCIAL]
    story.tell("2026-03-05 11.00", "sip_slot_chosen", slot_id="s10", starts_at=slots[0]["starts_at"])
    assert story.duties("answer_sip_poll") == []


def test_each_called_unit_answers_by_the_day_of_the_summons() -> None:
    story = summoned()
    assert story.open("answer_sip_summons") == [CARE, SOCIAL]
    assert {duty.due_at for duty in story.duties("answer_sip_summons")} == {end_of("2026-03-05")}
    story.answered("2026-03-04 10.00", CARE, "comes")
    assert story.open("answer_sip_summons") == [SOCIAL]
    story.tell("2026-03-04 11.00", "sip_unit_left", unit_id=SOCIAL, reason="")
    assert story.open("answer_sip_summons") == []


def test_another_time_asks_all_anew() -> None:
    story = summoned().answered("2026-03-04 10.00", CARE, "comes")
    story.moved("2026-03-04 11.00", "2026-03-06 10.00", "2026-03-13 10.00", "2026-03-11")
    assert story.open("answer_sip_summons") == [CARE, SOCIAL]
    assert {duty.due_at for duty in story.duties("answer_sip_summons")} == {end_of("2026-03-11")}
    assert story.one("record_sip_meeting").starts_at == local("2026-03-13 10.45")


def test_another_room_asks_nobody_anew() -> None:
    story = summoned().answered("2026-03-04 10.00", CARE, "comes")
    before = story.duties("answer_sip_summons")
    story.moved("2026-03-04 11.00", "2026-03-06 10.00", "2026-03-06 10.00", "2026-03-05")
    assert story.duties("answer_sip_summons") == before


def test_a_needed_unit_that_cannot_come_sends_another_within_a_weekday() -> None:
    story = PlanStory().summoned("2026-03-03 10.00", "2026-03-20 10.00", "2026-03-10")
    story.answered("2026-03-06 15.00", CARE, "cannot")
    duty = story.one("replace_at_sip_meeting")
    assert (duty.unit_id, duty.due_at, duty.met_at) == (CARE, end_of("2026-03-09"), None)
    story.answered("2026-03-09 09.00", CARE, "sends_other")
    assert story.one("replace_at_sip_meeting").met_at == local("2026-03-09 09.00")


def test_a_new_time_ends_it_and_who_is_only_wished_for_owes_nobody() -> None:
    story = summoned().answered("2026-03-03 15.00", CARE, "cannot")
    story.moved("2026-03-04 11.00", "2026-03-06 10.00", "2026-03-13 10.00", "2026-03-11")
    assert story.duties("replace_at_sip_meeting") == []
    wished = PlanStory().summoned("2026-03-03 10.00", "2026-03-06 10.00", "2026-03-05", {CARE: False})
    assert wished.answered("2026-03-04 10.00", CARE, "cannot").duties("replace_at_sip_meeting") == []


def test_who_leads_tells_of_the_meeting_and_locks_the_draft_one_weekday_after_its_end() -> None:
    duty = summoned().one("record_sip_meeting")
    assert (duty.unit_id, duty.starts_at, duty.due_at) == (
        NURSE,
        local("2026-03-06 10.45"),
        end_of("2026-03-09"),
    )
    story = held()
    assert story.one("record_sip_meeting").met_at == local("2026-03-06 11.00")
    assert (story.open("lock_sip_version"), story.one("lock_sip_version").due_at) == (
        [NURSE],
        end_of("2026-03-09"),
    )
    story.measure("2026-03-06 11.00", CARE).locked("2026-03-06 14.00")
    assert story.one("lock_sip_version").met_at == local("2026-03-06 14.00")


def test_an_objection_makes_the_leader_write_again_without_a_limit() -> None:
    story = confirming()
    story.tell("2026-04-03 10.00", "sip_unit_objected", CARE, no=1, content_hash="", note="Fel")
    first, again = story.duties("lock_sip_version")
    assert (first.met_at, again.met_at, again.due_at) == (local("2026-04-02 10.00"), None, None)
    assert story.open("confirm_sip_version") == []
    story.locked("2026-04-03 14.00", no=2)
    assert story.duties("lock_sip_version")[1].met_at == local("2026-04-03 14.00")
    assert story.open("confirm_sip_version") == [CARE, SOCIAL]


def test_each_unit_with_a_measure_confirms_within_five_weekdays_over_easter() -> None:
    story = confirming()
    assert story.open("confirm_sip_version") == [CARE, SOCIAL]
    assert {duty.due_at for duty in story.duties("confirm_sip_version")} == {end_of("2026-04-13")}
    story.tell("2026-04-07 10.00", "sip_unit_confirmed", CARE, no=1, content_hash="", note="")
    assert story.open("confirm_sip_version") == [SOCIAL]
    story.tell("2026-04-07 11.00", "sip_unit_left", unit_id=SOCIAL, reason="")
    assert story.open("confirm_sip_version") == []


@pytest.mark.parametrize("code", ["confirm_sip_version", "lock_sip_version"])
def test_without_consent_nobody_owes_what_may_not_be_done(code: str) -> None:
    story = confirming()
    assert story.duties(code)
    story.tell("2026-04-03 10.00", "consent_withdrawn", kind="sip_summons", given_by="self", form="oral")
    assert story.duties(code) == []


def test_the_person_has_the_plan_two_weekdays_after_it_is_established() -> None:
    story = confirming().established("2026-04-08 10.00", "2026-06-03")
    duty = story.one("share_sip_with_person")
    assert (duty.unit_id, duty.due_at, duty.met_at) == (NURSE, end_of("2026-04-10"), None)
    story.tell("2026-04-09 10.00", "sip_shared_with_person", no=1, way="paper")
    assert story.one("share_sip_with_person").met_at == local("2026-04-09 10.00")


def test_a_plan_on_paper_meets_the_draft_and_has_no_copy_to_wait_for() -> None:
    story = held().established("2026-03-09 10.00", "", no=None)
    assert story.one("lock_sip_version").met_at == local("2026-03-09 10.00")
    assert story.duties("share_sip_with_person") == story.duties("follow_up_plan") == []


def planned() -> PlanStory:
    return confirming().established("2026-04-08 10.00", "2026-06-03")


def test_a_follow_up_is_called_a_fortnight_before_and_told_of_four_weeks_before() -> None:
    duty = planned().one("summon_sip_follow_up")
    assert (duty.unit_id, duty.starts_at, duty.due_at) == (
        NURSE,
        local("2026-05-06 00.00"),
        end_of("2026-05-20"),
    )


def test_a_follow_up_is_done_on_its_day_by_who_has_the_overall_responsibility() -> None:
    duty = planned().one("follow_up_plan")
    assert (duty.unit_id, duty.starts_at, duty.due_at) == (
        NURSE,
        local("2026-06-03 00.00"),
        end_of("2026-06-03"),
    )
    region = confirming()
    plan = {"version": 1, "goals": "", "responsible": "region", "follow_up_on": "2026-06-03", "no": 1}
    assert region.tell("2026-04-08 10.00", "sip_established", **plan).one("follow_up_plan").unit_id == CARE


def test_a_called_meeting_takes_the_place_of_the_follow_up_until_it_is_called_off() -> None:
    story = planned().summoned("2026-05-10 10.00", "2026-06-04 10.00", "2026-05-13")
    assert story.one("summon_sip_follow_up").met_at == local("2026-05-10 10.00")
    assert story.duties("follow_up_plan") == []
    story.tell("2026-05-11 10.00", "sip_meeting_cancelled", reason="Sjuk", recipients=[])
    assert (story.open("summon_sip_follow_up"), story.open("follow_up_plan")) == ([NURSE], [NURSE])


def test_a_follow_up_that_is_done_plans_the_next() -> None:
    story = planned().tell(
        "2026-06-02 10.00", "sip_followed_up", result="partly", text="", next_on="2026-09-02"
    )
    first, second = story.duties("follow_up_plan")
    assert (first.met_at, second.met_at, second.key) == (local("2026-06-02 10.00"), None, "2026-09-02")
    assert story.open("summon_sip_follow_up") == [NURSE]


def test_a_plan_that_has_ended_owes_nothing() -> None:
    story = planned().tell("2026-05-01 10.00", "sip_closed", reason="moved", text="")
    assert plan_duties(story.facts, document(story), NURSE) == []


def test_in_a_discharge_regional_outpatient_care_leads() -> None:
    story = sip_story().tell(
        "11.00",
        "sip_summons_sent",
        VC,
        meeting_at=local("2026-05-06 10.00").isoformat(),
        recipients=["nacka"],
        satisfies_lus_4_3=True,
    )
    duties = plan_duties(story.facts(), document(PlanStory()), "")
    assert {duty.code: duty.unit_id for duty in duties} == {
        "answer_sip_summons": "nacka",
        "record_sip_meeting": VC,
    }
    assert WARD not in {duty.unit_id for duty in duties}


def joined(story: PlanStory, when: str) -> PlanStory:
    new = {"id": "p-rehab", "kind": "unit", "unit_id": "rehab", "required": True}
    story.tell(when, "sip_unit_joined", unit_id="rehab", role="outpatient")
    return story.tell(when, "sip_participant_changed", added=[new], removed=[], changed=[], reason="")


def test_who_is_added_is_asked_alone_and_has_a_weekday_when_the_day_is_past() -> None:
    story = (
        summoned().answered("2026-03-04 10.00", CARE, "comes").answered("2026-03-04 10.00", SOCIAL, "comes")
    )
    joined(story, "2026-03-04 12.00")
    assert story.open("answer_sip_summons") == ["rehab"]
    assert story.duties("answer_sip_summons")[-1].due_at == end_of("2026-03-05")
    late = joined(summoned(), "2026-03-06 08.00").duties("answer_sip_summons")[-1]
    assert late.due_at == end_of("2026-03-09")


def test_a_unit_that_is_asked_for_more_answers_anew() -> None:
    story = summoned().answered("2026-03-04 10.00", CARE, "comes")
    more = {
        "participant_id": f"p-{CARE}",
        "unit_id": CARE,
        "required": True,
        "function": "",
        "prepare": "Lista",
    }
    story.tell("2026-03-04 12.00", "sip_participant_changed", added=[], removed=[], changed=[more], reason="")
    assert story.open("answer_sip_summons") == [CARE, SOCIAL]
    assert [one.key for one in story.duties("answer_sip_summons")] == [story.events[-1].event_id, "e4"]


def test_who_calls_answers_a_proposal_of_another_unit_and_a_no_asks_again() -> None:
    story = summoned().answered("2026-03-04 10.00", CARE, "sends_other")
    named = {"unit_id": CARE, "participant_id": f"p-{CARE}", "name": "", "substitute_unit_id": "rehab"}
    story.tell("2026-03-04 10.00", "sip_substitute_named", CARE, **named)
    duty = story.one("answer_sip_substitute")
    assert (duty.unit_id, duty.due_at) == (NURSE, end_of("2026-03-05"))
    story.tell("2026-03-04 15.00", "sip_substitute_declined", **named, reason="Ni behövs själva")
    assert story.duties("answer_sip_substitute") == []
    assert CARE in story.open("answer_sip_summons")


def test_a_consent_that_is_taken_back_makes_nobody_owe_a_summons() -> None:
    story = PlanStory().tell("2026-03-04 10.00", "consent_withdrawn", kind="sip_summons", given_by="self")
    assert plan_duties(story.facts, document(story), NURSE) == []


def test_within_the_scope_of_a_harm_test_units_are_called_and_nothing_is_locked() -> None:
    story = PlanStory()
    del story.events[2:]
    story.tell("2026-03-03 11.00", "harm_test_started", reason="Demens")
    judged = {"outcome": "no_harm", "physician": "Dr", "scope": "meeting", "review_on": "2026-06-03"}
    assert story.open("record_sip_consent") == [NURSE]
    story.tell("2026-03-05 11.00", "harm_test_recorded", **judged)
    assert story.one("start_sip_outside").due_at == end_of("2026-03-19")
    story.summoned("2026-03-05 12.00", "2026-03-06 10.00", "2026-03-05").held("2026-03-06 11.00")
    assert story.one("record_sip_meeting").met_at is not None
    assert story.duties("lock_sip_version") == []
