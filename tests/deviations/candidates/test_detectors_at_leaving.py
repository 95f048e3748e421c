"""What went wrong when the patient was ready, left, or was to be met about: each rule at its limit."""

from typing import Any

import pytest

from deviations.rules.candidates.detectors import DETECTORS
from deviations.rules.candidates.sentences import SENTENCES
from deviations.rules.report import LONGEST, SHORTEST
from deviations.rules.taxonomy import taxonomy
from deviations.rules.text_guard import screen
from discharge.events import EVENTS
from tests.discharge.rules.case_story import NACKA, VC, WARD, Story, local

from .told import found, only, says


def noticed() -> Story:
    story = Story().admitted().noticed()
    return story.read("10.00", NACKA, "e4").read("10.00", VC, "e4").on("2026-05-05")


def named(story: Story, clock: str) -> Story:
    return story.tell(clock, "care_contact_named", VC, unit_id=VC, name="Eva", title="dsk", phone="1")


def ready_to_receive(story: Story, clock: str) -> Story:
    return story.tell(clock, "unit_ready_to_receive", NACKA, unit_id=NACKA, what="Hemtjänst")


def test_ready_without_a_care_contact_goes_to_outpatient_care() -> None:
    story = noticed().ready("10.00")
    ground = only(story, "AD09")
    assert (ground.code, ground.offered, ground.addressed) == ("K04.1", (WARD, NACKA), VC)
    assert "saknades även vid utskrivningen" not in says(story, "AD09")
    assert "saknades även vid utskrivningen" in says(story.discharged("15.00"), "AD09")
    assert found(named(noticed(), "09.00").ready("10.00"), "AD09") == []


def test_a_notice_entered_in_error_says_nothing() -> None:
    story = noticed().ready("10.00").tell("10.05", "ready_notice_entered_in_error", reason="x", recipients=[])
    assert [found(story, detector) for detector in ("AD09", "AD10", "AD08")] == [[], [], []]


def test_the_municipality_is_silent_a_day_after_the_notice() -> None:
    story = noticed().ready("10.00")
    ground = only(story, "AD10")
    assert (ground.so_from, ground.offered, ground.addressed) == (local("2026-05-06 10.00"), (WARD,), NACKA)
    assert found(ready_to_receive(noticed().ready("10.00"), "2026-05-06 10.00"), "AD10") == []
    late = ready_to_receive(noticed().ready("10.00"), "2026-05-06 17.00")
    assert says(late, "AD10").startswith("Kommunens besked kom 31 h efter utskrivningsklar tis 5/5 10.00")


def test_silence_is_nothing_when_the_patient_leaves_or_is_not_ready_any_more() -> None:
    assert found(noticed().ready("10.00").discharged("2026-05-06 09.59"), "AD10") == []
    back = (
        noticed().ready("10.00").tell("2026-05-06 09.00", "ready_notice_withdrawn", reason="x", recipients=[])
    )
    assert found(back, "AD10") == []


@pytest.mark.parametrize(("changed", "hits"), [("10.00", 0), ("09.59", 1), (None, 0)])
def test_a_notice_is_taken_back_hours_after_things_changed(changed: str | None, hits: int) -> None:
    story = noticed().ready("09.00")
    at = story.at(changed).isoformat() if changed else None
    story.tell("14.00", "ready_notice_withdrawn", reason="x", text="", changed_at=at, recipients=[NACKA, VC])
    assert [(one.code, one.offered, one.addressed) for one in found(story, "AD14")] == [
        ("K07.3", (NACKA,), WARD)
    ] * hits


def sip_agreed() -> Story:
    story = noticed().tell("10.00", "sip_need_assessed", VC, needed=True, reason="")
    return story.tell(
        "11.00", "consent_recorded", kind="sip_summons", state="given", given_by="self", form="oral"
    )


def summoned(story: Story, clock: str) -> Story:
    return story.tell(
        clock,
        "sip_summons_sent",
        VC,
        meeting_at=local("2026-05-20 10.00").isoformat(),
        place="Video",
        recipients=[VC, NACKA],
        satisfies_lus_4_3=True,
    )


def test_a_summons_is_late_after_the_third_day_and_missing_after_a_week() -> None:
    story = sip_agreed().ready("12.00")
    ground = only(story, "AD11")
    # Tuesday's notice: the third day is a Friday.
    assert (ground.so_from, ground.code, ground.addressed) == (local("2026-05-09 00.00"), "K06.2", VC)
    assert found(summoned(sip_agreed().ready("12.00"), "2026-05-08 23.59"), "AD11") == []
    assert only(summoned(sip_agreed().ready("12.00"), "2026-05-09 08.00"), "AD11").wording == "sent"
    left = sip_agreed().ready("12.00").discharged("2026-05-06 12.00")
    assert [one.code for one in found(left, "AD11")] == ["K06.2", "K06.1"]
    assert found(left, "AD11")[1].so_from == local("2026-05-13 12.00")


def test_without_consent_nobody_is_to_be_called() -> None:
    story = noticed().tell("10.00", "sip_need_assessed", VC, needed=True, reason="").ready("12.00")
    assert found(story, "AD11") == []


def met(how: str, **answer: Any) -> Story:
    story = summoned(sip_agreed().ready("12.00"), "13.00")
    if answer:
        story.tell("14.00", "sip_attendance_answered", NACKA, unit_id=NACKA, text="", **answer)
    return story.tell(
        "2026-05-20 11.00",
        "sip_meeting_held",
        VC,
        meeting_at=local("2026-05-20 10.00").isoformat(),
        attendance=[{"unit_id": NACKA, "how": how}],
        people=[],
        person="yes",
        incomplete=True,
        note="",
    )


def test_a_party_that_did_not_come_and_had_not_said_so() -> None:
    ground = only(met("absent"), "AD12")
    assert (ground.code, ground.offered, ground.addressed) == ("K06.4", (VC,), NACKA)
    assert found(met("absent", answer="cannot"), "AD12") == []
    assert found(met("video"), "AD12") == []


def test_a_plan_is_not_followed_up_a_week_after_its_day() -> None:
    plan = {"version": 1, "goals": "Hemma", "responsible": "region", "follow_up_on": "2026-06-10"}
    story = met("video").tell("2026-05-21 09.00", "sip_established", VC, **plan)
    ground = only(story, "AD13")
    assert (ground.so_from, ground.offered, ground.addressed) == (local("2026-06-18 00.00"), (NACKA,), VC)
    done = met("video").tell("2026-05-21 09.00", "sip_established", VC, **plan)
    done.tell("2026-06-17 09.00", "sip_followed_up", VC, result="goes_on", text="", next_on="")
    assert found(done, "AD13") == []
    booked = met("video").tell("2026-05-21 09.00", "sip_established", VC, **plan)
    assert found(summoned(booked, "2026-06-12 09.00"), "AD13") == []


def test_ready_after_the_patient_had_left() -> None:
    story = noticed().discharged("10.00").ready("12.00")
    assert only(story, "AD15").code == "K07.4"
    assert found(noticed().ready("09.00").discharged("10.00"), "AD15") == []


@pytest.mark.parametrize(
    ("sent", "hits"), [("2026-05-05 23.59", 0), ("2026-05-06 00.00", 1), ("2026-05-04 12.00", 0), ("", 1)]
)
def test_a_handover_is_sent_on_the_day_that_the_patient_leaves(sent: str, hits: int) -> None:
    story = noticed().discharged("15.00")
    if sent:
        story.tell(sent, "handover_sent", parts=["medicine_list"], missing=[], recipients=[NACKA, VC])
    grounds = found(story, "AD16")
    assert [(one.so_from, one.offered) for one in grounds] == [
        (local("2026-05-06 00.00"), (NACKA, VC))
    ] * hits


def test_open_points_go_to_who_owes_the_answer_by_code() -> None:
    story = noticed()
    points = ["CL-K2", "CL-K7", "CL-B3", "CL-X9"]
    story.tell("15.00", "patient_discharged", destination="home", recipients=[NACKA, VC], open_points=points)
    found_ones = {(one.code, one.addressed): one for one in found(story, "AD17")}
    assert set(found_ones) == {
        ("K08.5", NACKA),
        ("K08.5", WARD),
        ("K09.1", NACKA),
        ("K13.1", VC),
        ("K13.1", WARD),
    }
    assert found_ones["K08.5", NACKA].offered == (VC,)
    assert found_ones["K13.1", WARD].offered == (NACKA, VC)


@pytest.mark.parametrize(("choice", "hits"), [(None, 1), ("on_call", 1), ("agreed", 0)])
def test_home_when_the_receiver_has_closed(choice: str | None, hits: int) -> None:
    story = noticed().on("2026-05-09").discharged("15.00")
    closed = [{"unit_id": NACKA, "opens_at": None}, {"unit_id": VC, "opens_at": None}]
    story.tell("15.00", "weekend_warning_raised", about="discharge", day="2026-05-09", closed=closed)
    if choice:
        story.tell("15.00", "weekend_warning_answered", choice=choice, agreed_with="")
    assert [(one.offered, one.addressed) for one in found(story, "AD18")] == [((NACKA,), WARD)] * hits


def test_a_dispute_that_nobody_answers_for_a_month_is_offered_to_both() -> None:
    story = noticed()
    said = {"month": "2026-04", "days": 3, "reason": "days", "text": "", "evidence": ""}
    story.tell("10.00", "payment_line_disputed", NACKA, **said)
    grounds = found(story, "AD19")
    assert {(one.offered, one.addressed) for one in grounds} == {((WARD,), NACKA), ((NACKA,), WARD)}
    assert {one.so_from for one in grounds} == {local("2026-06-04 10.00")}
    answer = {
        "month": "2026-04",
        "answer": "accept",
        "text": "",
        "days": 2,
        "fingerprint": "",
        "approver": "",
    }
    assert found(story.tell("2026-06-04 10.00", "payment_dispute_answered", **answer), "AD19") == []


def test_a_case_outside_the_act_or_entered_in_error_has_nothing_to_report() -> None:
    outside = noticed().ready("10.00").tell("11.00", "marked_outside_act", reason="no_services", text="")
    error = noticed().ready("10.00").tell("11.00", "case_entered_in_error", reason="x", recipients=[])
    for story in (outside, error):
        assert [found(story, detector) for detector in DETECTORS] == [[]] * len(DETECTORS)


def test_the_table_names_real_events_real_codes_and_has_a_sentence_for_each() -> None:
    for name, row in DETECTORS.items():
        assert set(row.begins) | set(row.ends) <= EVENTS.keys(), name
        assert name in SENTENCES
    assert {key.partition(".")[0] for key in SENTENCES} == set(DETECTORS)
    assert "K08.5" in taxonomy()


@pytest.mark.parametrize("sentence", SENTENCES.values())
def test_a_sentence_is_a_draft_that_the_guard_lets_through(sentence: str) -> None:
    day, clock = "ons 24/12", "ons 24/12 18.59"
    values = {
        "day": day,
        "old": day,
        "left": clock,
        "at": clock,
        "read": clock,
        "sent": clock,
        "month": "2026-11",
    }
    counts = {
        "after": "24 h 20 min",
        "limit": 24,
        "days": 30,
        "hours": "öppna timmar",
        "start": "bedömt behov",
    }
    said = sentence.format(
        **values, **counts, what="Utskrivningsklar", points="K2 nycklar, L1 läkemedelslista"
    )
    assert screen(said).verdict == "ok"
    assert SHORTEST <= len(said) <= LONGEST
