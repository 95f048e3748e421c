"""What went wrong with notices and dates: each rule at its limit, on both sides of it."""

from datetime import time

import pytest

from lus.opening_hours import Hours
from tests.discharge.rules.case_story import NACKA, PSYK, SOLNA, VC, WARD, Story, local

from .told import found, only, says


def test_a_late_admission_notice_is_offered_to_each_recipient() -> None:
    story = Story().admitted("08.00").on("2026-05-05").noticed("15.30")
    ground = only(story, "AD01")
    assert (ground.code, ground.offered, ground.addressed) == ("K01.2", (NACKA, VC), WARD)
    assert says(story, "AD01") == "Inskrivningsmeddelande 31 h efter inskrivning; gräns 24 h."


def test_the_hours_of_a_notice_run_from_the_judged_need() -> None:
    story = Story().admitted("08.00", municipal_health=False, outpatient=False).on("2026-05-05")
    story.tell("10.00", "need_assessed", municipal_health=True, social_services=False, outpatient=True)
    assert found(story.on("2026-05-06").noticed("10.00"), "AD01") == []
    late = Story().admitted("08.00", municipal_health=False, outpatient=False).on("2026-05-05")
    late.tell("10.00", "need_assessed", municipal_health=True, social_services=False, outpatient=True)
    assert says(late.on("2026-05-06").noticed("10.20"), "AD01") == (
        "Inskrivningsmeddelande 24 h 20 min efter bedömt behov; gräns 24 h."
    )


def test_a_notice_that_went_on_paper_in_time_is_in_time() -> None:
    story = Story().admitted("08.00").on("2026-05-05").noticed("15.30")
    assert found(story, "AD01")
    story.tell(
        "2026-05-04 09.00",
        "late_registration_made",
        event_id=story.last,
        event_name="admission_notice_sent",
        unit_id=NACKA,
        serial="A12345",
    )
    registered = story.last
    assert found(story, "AD01")  # nobody has said that it is so
    story.tell(
        "2026-05-05 16.00",
        "late_registration_confirmed",
        NACKA,
        registration_id=registered,
        how="confirmed",
        event_id="e4",
        unit_id=NACKA,
    )
    assert found(story, "AD01") == []


def test_who_left_without_a_notice_though_needs_were_judged() -> None:
    assert only(Story().admitted().discharged("15.00"), "AD02").code == "K01.1"
    assert found(Story().admitted(municipal_health=False, outpatient=False).discharged("15.00"), "AD02") == []
    assert found(Story().admitted().noticed().discharged("15.00"), "AD02") == []


def test_outpatient_care_is_missing_until_somebody_there_is_told() -> None:
    story = Story().admitted().noticed("09.00", NACKA)
    assert (only(story, "AD03").offered, only(story, "AD03").addressed) == ((NACKA,), WARD)
    story.tell("10.00", "concerned_unit_added", unit_id=VC, role="primary_care", why="listad")
    assert found(story, "AD03") == []


def test_the_right_recipient_is_offered_what_went_wrong_first() -> None:
    story = Story().admitted().noticed("09.00", NACKA, VC)
    story.tell("10.00", "wrong_recipient_reported", NACKA, unit_id=NACKA, reason="moved")
    assert found(story, "AD04") == []
    story.tell(
        "12.00",
        "recipient_corrected",
        old_unit_id=NACKA,
        unit_id=SOLNA,
        role="municipality",
        first_sent_at=local("2026-05-04 09.00").isoformat(),
    )
    ground = only(story, "AD04")
    assert (ground.code, ground.offered, ground.addressed) == ("K01.3", (SOLNA,), WARD)


@pytest.mark.parametrize(
    ("day", "clock", "old", "hits"),
    [
        ("2026-05-07", "00.00", "2026-05-08", 0),  # 24 hours to the minute
        ("2026-05-07", "00.01", "2026-05-08", 1),
        ("2026-05-08", "23.59", "2026-05-08", 1),
        ("2026-05-09", "00.00", "2026-05-08", 0),  # passed: another rule
    ],
)
def test_a_date_is_changed_too_late_from_a_day_before_it(day: str, clock: str, old: str, hits: int) -> None:
    story = Story().admitted().noticed().on(day)
    story.tell(
        clock, "expected_discharge_changed", old=old, new="2026-05-12", reason="x", recipients=[NACKA, VC]
    )
    grounds = found(story, "AD05")
    assert [ground.offered for ground in grounds] == [(NACKA, VC)] * hits


def test_a_date_that_passes_in_silence_is_found_when_the_next_day_begins() -> None:
    story = Story().admitted().noticed(expected="2026-05-08")
    ground = only(story, "AD06")
    assert (ground.so_from, ground.code, ground.offered) == (local("2026-05-09 00.00"), "K02.4", (NACKA,))
    assert says(story, "AD06").startswith("Beräknad utskrivning fre 8/5 passerades")


@pytest.mark.parametrize("what", ["changed", "ready", "left"])
def test_a_date_that_was_answered_does_not_pass_in_silence(what: str) -> None:
    story = Story().admitted().noticed(expected="2026-05-08").on("2026-05-08")
    if what == "changed":
        story.tell(
            "15.00",
            "expected_discharge_changed",
            old="2026-05-08",
            new="2026-05-20",
            reason="x",
            recipients=[],
        )
        assert [ground.event_id for ground in found(story, "AD06")] == [story.last]
        return
    story = story.ready("15.00") if what == "ready" else story.discharged("15.00")
    assert found(story, "AD06") == []


def test_a_notice_that_was_taken_back_leaves_the_date_unanswered() -> None:
    story = Story().admitted().noticed(expected="2026-05-08").on("2026-05-07").ready("10.00")
    story.tell("15.00", "ready_notice_withdrawn", reason="x", recipients=[])
    assert len(found(story, "AD06")) == 1


def test_home_before_the_date_without_a_word() -> None:
    story = Story().admitted().noticed(expected="2026-05-08").on("2026-05-07").discharged("15.00")
    assert says(story, "AD07") == "Utskriven tor 7/5, före beräknat datum fre 8/5, utan besked om ändring."
    on_the_day = Story().admitted().noticed(expected="2026-05-08").on("2026-05-08").discharged("15.00")
    assert found(on_the_day, "AD07") == []


def test_an_unread_notice_is_offered_to_the_sender_for_each_recipient() -> None:
    story = Story().admitted().noticed()
    grounds = found(story, "AD08")
    assert [(one.code, one.offered, one.addressed) for one in grounds] == [
        ("K03.1", (WARD,), NACKA),
        ("K03.1", (WARD,), VC),
    ]
    assert {one.so_from for one in grounds} == {local("2026-05-05 09.00")}
    story.read("2026-05-05 09.00", NACKA, story.last).read("2026-05-05 09.01", VC, "e4")
    (late,) = found(story, "AD08")
    assert (late.code, late.wording, late.addressed) == ("K03.2", "read", VC)


def test_a_ready_notice_is_read_within_four_open_hours() -> None:
    story = Story().admitted().noticed().read("10.00", NACKA, "e4").read("10.00", VC, "e4")
    story.on("2026-05-08").ready("15.00")
    office = Hours(dict.fromkeys(range(5), (time(8), time(16))))
    by_clock, by_hours = (
        {one.addressed: one.so_from for one in found(story, "AD08", hours)} for hours in ({}, {NACKA: office})
    )
    assert by_clock == {NACKA: local("2026-05-08 19.00"), VC: local("2026-05-08 19.00")}
    assert by_hours == {NACKA: local("2026-05-11 11.00"), VC: local("2026-05-08 19.00")}


def test_a_notice_that_another_has_replaced_is_not_waited_for() -> None:
    story = Story().admitted().noticed().read("10.00", NACKA, "e4").read("10.00", VC, "e4")
    story.on("2026-05-08").ready("15.00")
    story.tell("16.00", "ready_notice_withdrawn", reason="x", recipients=[NACKA, VC])
    assert found(story, "AD08") == []


def test_a_handover_is_waited_for_when_receipts_were_asked() -> None:
    story = (
        Story().admitted().noticed().read("10.00", NACKA, "e4").read("10.00", VC, "e4").discharged("15.00")
    )
    sent = {"parts": ["medicine_list"], "missing": [], "recipients": [NACKA, VC]}
    assert found(story.tell("15.10", "handover_sent", **sent), "AD08") == []
    story.tell("15.20", "handover_sent", **sent, versions={"medicine_list": 1})
    story.tell("16.00", "handover_received", NACKA, unit_id=NACKA, parts=[])
    assert [one.addressed for one in found(story, "AD08")] == [VC]


def test_who_was_the_wrong_one_is_neither_blamed_nor_offered_anything() -> None:
    story = Story().admitted("08.00").on("2026-05-05").noticed("15.30", NACKA, VC)
    story.tell("16.00", "wrong_recipient_reported", NACKA, unit_id=NACKA, reason="moved")
    assert only(story, "AD01").offered == (VC,)
    assert [one.addressed for one in found(story, "AD08")] == [VC]


def test_psychiatry_is_outpatient_care_too() -> None:
    assert found(Story().admitted().noticed("09.00", NACKA, PSYK), "AD03") == []
