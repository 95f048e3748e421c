"""What each unit owes, and by when."""

from collections.abc import Callable
from datetime import date, datetime

import pytest

from discharge.rules.duties import BY_DUTY, DUTIES, WHY_NOT
from discharge.rules.duties_of_deviations import DUTIES_OF_DEVIATIONS
from discharge.rules.duties_of_on_call import DUTIES_OF_ON_CALL
from discharge.rules.duties_of_sip import DUTIES_OF_SIP
from discharge.rules.obligations import Obligation, obligations

from .case_story import NACKA, PSYK, SOLNA, VC, WARD, Story, local

CONTACT = {"name": "Eva N", "title": "vårdsamordnare", "phone": "08-1", "phone_function": "växel"}


def told() -> Story:
    return Story().admitted().noticed("09.00")


def owed(story: Story, code: str, unit: str | None = None) -> list[Obligation]:
    return [
        duty
        for duty in obligations(story.facts())
        if duty.code == code and (unit is None or duty.unit_id == unit)
    ]


def one(story: Story, code: str, unit: str | None = None) -> Obligation:
    (duty,) = owed(story, code, unit)
    return duty


def due(story: Story, code: str, unit: str | None = None) -> datetime | None:
    return one(story, code, unit).due_at


def open_duties(story: Story) -> set[tuple[str, str | None]]:
    return {
        (duty.code, duty.unit_id) for duty in obligations(story.facts()) if duty.unit_id and not duty.met_at
    }


CONSENT = {"kind": "sip_summons", "state": "given", "given_by": "self"}


def sip_story() -> Story:
    story = told().tell("10.00", "sip_need_assessed", VC, needed=True, reason="")
    return story.tell("10.10", "consent_recorded", **CONSENT)


def test_every_obligation_of_the_law_page_is_a_duty_or_has_a_reason() -> None:
    assert set(BY_DUTY) | set(WHY_NOT) == {f"OB-{number:02}" for number in range(1, 16)}
    assert {code for codes in BY_DUTY.values() for code in codes} | {
        "state_outpatient_readiness",
        "confirm_handover_received",
        "record_follow_up_call",
        "plan_follow_up_call",
        "payment_day_begins",
        "case_closes",
        "settle_home_ready_points",
        "open_waiting_reason",
        "confirm_ward_change",
        "answer_late_registration",
        *DUTIES_OF_DEVIATIONS,
        *DUTIES_OF_ON_CALL,
        *DUTIES_OF_SIP.keys() - {"assess_sip_need", "record_sip_consent", "send_sip_summons"},
    } == set(DUTIES)


def test_no_explanation_is_too_long_for_its_column() -> None:
    assert max(len(duty.explanation) for duty in DUTIES.values()) <= 300


NOTICE = [
    ("need at admission 08.00", "08.00", None, "2026-05-05 08.00"),
    ("need judged 14.00", "08.00", "14.00", "2026-05-05 14.00"),
]


@pytest.mark.parametrize(("life", "admitted", "need", "limit"), NOTICE, ids=[row[0] for row in NOTICE])
def test_the_notice_is_due_after_24_hours(life: str, admitted: str, need: str | None, limit: str) -> None:
    story = Story().admitted(admitted, **({"municipal_health": False, "outpatient": False} if need else {}))
    if need:
        story.tell(need, "need_assessed", municipal_health=True, social_services=False, outpatient=True)
    duty = one(story, "send_admission_notice")
    assert (duty.unit_id, duty.due_at, duty.clock, duty.basis) == (WARD, local(limit), "elapsed", "law")
    assert ("bedömningen" in duty.explanation) is bool(need)


def test_24_hours_over_the_spring_night_end_an_hour_later_by_the_clock() -> None:
    assert due(Story("2026-03-28").admitted("12.00"), "send_admission_notice") == local("2026-03-29 13.00")


NOT_OWED = [
    ("no need", lambda: Story().admitted(municipal_health=False, outpatient=False)),
    ("home before the limit", lambda: Story().admitted().discharged("15.00")),
]


@pytest.mark.parametrize(("life", "story"), NOT_OWED, ids=[row[0] for row in NOT_OWED])
def test_no_notice_is_owed(life: str, story) -> None:
    assert owed(story(), "send_admission_notice") == []


def test_a_sent_notice_is_a_met_duty_even_after_discharge() -> None:
    story = told().ready("11.00").discharged("15.00")
    assert one(story, "send_admission_notice").met_at == local("2026-05-04 09.00")


def test_the_notice_makes_its_receivers_owe() -> None:
    assert open_duties(told()) == {
        ("acknowledge", NACKA),
        ("acknowledge", VC),
        ("start_planning", NACKA),
        ("start_planning", VC),
        ("name_care_contact", VC),
        ("assess_sip_need", VC),
    }


READ = [
    ("admission_notice_sent", 120, "Kvittera inskrivningsmeddelande"),
    ("ready_notice_sent", 30, "Kvittera underrättelse om utskrivningsklar"),
    ("ready_notice_withdrawn", 30, "Kvittera återtagen utskrivningsklar"),
    ("patient_discharged", 30, "Kvittera utskrivning"),
]


@pytest.mark.parametrize(
    ("kind", "minutes", "sentence"), READ, ids=[f"{row[0]} {row[1]} min" for row in READ]
)
def test_reading_has_a_limit_of_our_own(kind: str, minutes: int, sentence: str) -> None:
    story = told().ready("11.00").tell("12.00", "ready_notice_withdrawn", reason="x", recipients=[NACKA])
    story.discharged("15.00")
    event = next(event for event in story.events if event.name == kind)
    del story.events[event.seq :]  # a later notice in the same matter takes its place
    (duty,) = [item for item in owed(story, "acknowledge", NACKA) if item.key == event.event_id]
    assert duty.due_at is not None
    assert (duty.due_at - duty.starts_at).total_seconds() == minutes * 60
    assert (duty.basis, duty.reference, duty.sentence) == ("routine", "Intern rutin", sentence)


def test_a_read_message_is_a_met_duty() -> None:
    assert one(told().read("09.30", NACKA, "e4"), "acknowledge", NACKA).met_at == local("2026-05-04 09.30")


def test_a_unit_that_declined_owes_no_planning() -> None:
    story = told().read("09.30", VC, "e4").tell("09.31", "case_declined", VC, unit_id=VC, reason="other")
    assert not {code for code, unit in open_duties(story) if unit == VC}


def test_planning_has_no_number_in_the_law() -> None:
    duty = one(told(), "start_planning", NACKA)
    assert (duty.due_at, duty.clock, duty.reference) == (None, "none", "LUS 2 kap. 6 §")


def test_a_unit_that_plans_has_met_it_and_owes_word_that_it_is_ready() -> None:
    story = told().tell("10.00", "planning_started", NACKA, unit_id=NACKA)
    assert one(story, "start_planning", NACKA).met_at == local("2026-05-04 10.00")
    # Expected home Friday 8 May: the routine ends with the day before.
    assert due(story, "report_ready_to_receive", NACKA) == local("2026-05-08 00.00")
    story.tell("11.00", "unit_ready_to_receive", NACKA, unit_id=NACKA, what="hemtjänst")
    assert one(story, "report_ready_to_receive", NACKA).met_at == local("2026-05-04 11.00")
    story.tell("12.00", "unit_ready_withdrawn", NACKA, unit_id=NACKA, reason="ingen personal")
    assert one(story, "report_ready_to_receive", NACKA).met_at is None


EXPECTED = [
    ("tomorrow", "2026-05-05", "2026-05-05 00.00"),
    ("today", "2026-05-04", "2026-05-05 00.00"),
    ("a day that has passed", "2026-05-03", None),
]


@pytest.mark.parametrize(("life", "day", "limit"), EXPECTED, ids=[row[0] for row in EXPECTED])
def test_ready_to_receive_follows_the_expected_day(life: str, day: str, limit: str | None) -> None:
    story = (
        Story().admitted().noticed("09.00", expected=day).tell("10.00", "planning_started", VC, unit_id=VC)
    )
    assert due(story, "report_ready_to_receive", VC) == (local(limit) if limit else None)


def named(story: Story, clock: str) -> Story:
    return story.tell(clock, "care_contact_named", VC, unit_id=VC, **CONTACT)


# what has happened, the limit, whether somebody is named, words of the explanation
CARE_CONTACT: list[tuple[str, Callable[[], Story], str | None, bool, str]] = [
    ("in hospital", told, None, False, "Beräknad utskrivning är fre 8/5."),
    (
        "in hospital after the expected day",
        lambda: told().on("2026-05-09").read("09.00", VC, "e4"),
        None,
        False,
        "Beräknad utskrivning är fre 8/5.",
    ),
    ("named in hospital", lambda: named(told(), "10.00"), None, True, "Beräknad utskrivning är fre 8/5."),
    (
        "home without one",
        lambda: told().ready("10.00").discharged("15.00"),
        "2026-05-04 15.00",
        False,
        "Ingen var utsedd när patienten skrevs ut.",
    ),
    (
        "named before going home",
        lambda: named(told(), "10.00").discharged("15.00"),
        "2026-05-04 15.00",
        True,
        "Lagen anger ingen annan tid.",
    ),
    (
        "named after going home",
        lambda: named(told().discharged("15.00"), "16.00"),
        "2026-05-04 15.00",
        True,
        "Ingen var utsedd när patienten skrevs ut.",
    ),
]


@pytest.mark.parametrize(
    ("life", "story", "limit", "met", "said"), CARE_CONTACT, ids=[row[0] for row in CARE_CONTACT]
)
def test_the_care_contact_is_owed_until_the_patient_leaves(
    life: str, story: Callable[[], Story], limit: str | None, met: bool, said: str
) -> None:
    duty = one(story(), "name_care_contact")
    assert (duty.unit_id, duty.basis, duty.reference) == (VC, "law", "LUS 2 kap. 5 §")
    assert (duty.due_at, duty.met_at is not None) == (local(limit) if limit else None, met)
    assert duty.clock == ("calendar" if limit else "none")
    assert duty.explanation.endswith(said)


NO_DUTY_OF_THE_ACT = [
    "record_sip_consent",
    "state_outpatient_readiness",
    "acknowledge",
    "report_ready_to_receive",
]


@pytest.mark.parametrize("code", NO_DUTY_OF_THE_ACT)
def test_what_the_act_does_not_demand_is_a_routine(code: str) -> None:
    assert (DUTIES[code].basis, DUTIES[code].reference) == ("routine", "Intern rutin")


def test_the_first_payment_day_claims_no_paragraph_for_itself() -> None:
    assert DUTIES["payment_day_begins"].reference == "LUS 5 kap. 4 § eller överenskommelse"


def test_a_date_that_moves_after_the_naming_moves_no_limit() -> None:
    story = told().tell("10.00", "care_contact_named", VC, unit_id=VC, **CONTACT)
    before = one(story, "name_care_contact")
    story.tell(
        "11.00", "expected_discharge_changed", old="2026-05-08", new="2026-05-12", reason="m", recipients=[VC]
    )
    assert one(story, "name_care_contact") == before


def test_psychiatry_names_the_care_contact_of_its_own_patients() -> None:
    story = Story().admitted().noticed("09.00", NACKA, VC, PSYK)
    assert one(story, "name_care_contact").unit_id == VC
    story.events[0].data["care_form"] = "psychiatric_adult"  # type: ignore[index]
    assert one(story, "name_care_contact").unit_id == PSYK


def test_a_wrong_recipient_gives_the_ward_a_duty_with_the_first_clock() -> None:
    story = told().tell("16.00", "wrong_recipient_reported", NACKA, unit_id=NACKA, reason="moved")
    duty = one(story, "choose_new_recipient")
    assert (duty.unit_id, duty.due_at, duty.key) == (WARD, local("2026-05-05 08.00"), NACKA)
    assert duty.sentence == "Ny mottagare behövs – Nacka mottagning är fel"
    assert ("acknowledge", NACKA) not in open_duties(story)
    story.tell(
        "16.30",
        "recipient_corrected",
        old_unit_id=NACKA,
        unit_id=SOLNA,
        role="municipality",
        why="",
        first_sent_at=story.at("09.00").isoformat(),
    )
    assert one(story, "choose_new_recipient").met_at == local("2026-05-04 16.30")
    assert one(story, "start_planning", SOLNA).starts_at == local("2026-05-04 09.00")


def test_when_the_last_municipality_declines_the_ward_must_act() -> None:
    story = told().tell("10.00", "case_declined", NACKA, unit_id=NACKA, reason="not_resident_here")
    assert ("no_municipality_in_case", WARD) in open_duties(story)
    story.tell("10.30", "concerned_unit_added", unit_id=SOLNA, role="municipality", why="")
    assert ("no_municipality_in_case", WARD) not in open_duties(story)


def test_when_outpatient_care_leaves_a_case_with_municipal_health_care_the_ward_must_act() -> None:
    story = told().tell("10.00", "case_declined", VC, unit_id=VC, reason="no_need_of_us")
    assert ("no_outpatient_in_case", WARD) in open_duties(story)
    story.tell("10.30", "concerned_unit_added", unit_id="vc-2", role="primary_care", why="")
    assert ("no_outpatient_in_case", WARD) not in open_duties(story)


def test_no_municipal_need_makes_a_decline_harmless() -> None:
    story = Story().admitted(municipal_health=False).noticed("09.00")
    story.tell("10.00", "case_declined", NACKA, unit_id=NACKA, reason="no_need_of_us")
    assert owed(story, "no_municipality_in_case") == []


def test_only_one_principal_makes_no_sip() -> None:
    story = Story().admitted(municipal_health=False).noticed("09.00")
    assert owed(story, "assess_sip_need") == []


def test_sip_needed_but_nobody_has_asked_the_patient() -> None:
    story = told().tell("10.00", "sip_need_assessed", VC, needed=True, reason="")
    assert ("record_sip_consent", WARD) in open_duties(story)
    assert owed(story, "send_sip_summons") == []


def test_a_patient_who_says_no_is_not_summoned() -> None:
    story = told().tell("10.00", "sip_need_assessed", VC, needed=True, reason="")
    story.tell("10.10", "consent_recorded", kind="sip_summons", state="refused", given_by="self")
    assert owed(story, "send_sip_summons") == []
    assert one(story, "record_sip_consent").met_at == local("2026-05-04 10.10")


# ready on, last raw day ends, last extended day ends
SUMMONS = [
    ("Monday, so Thursday", "2026-05-04", "2026-05-08", "2026-05-08"),
    ("Wednesday, Saturday moves to Monday", "2026-05-06", "2026-05-10", "2026-05-12"),
    ("Tuesday before Kristi himmelsfärd", "2026-05-12", "2026-05-16", "2026-05-16"),
    ("Thursday before Easter", "2027-03-25", "2027-03-29", "2027-03-31"),
]


@pytest.mark.parametrize(("life", "day", "raw", "extended"), SUMMONS, ids=[row[0] for row in SUMMONS])
def test_the_summons_is_due_three_days_after_the_notice(life: str, day: str, raw: str, extended: str) -> None:
    story = sip_story().on(day).ready("15.00")
    duty = one(story, "send_sip_summons")
    assert (duty.unit_id, duty.clock) == (VC, "calendar")
    assert (duty.raw_due_at, duty.due_at) == (local(f"{raw} 00.00"), local(f"{extended} 00.00"))


def test_before_the_ready_notice_the_summons_has_no_limit() -> None:
    assert due(sip_story(), "send_sip_summons") is None


def test_a_withdrawn_notice_takes_the_limit_away_and_a_new_one_sets_a_new() -> None:
    story = sip_story().ready("15.00").tell("16.00", "ready_notice_withdrawn", reason="x", recipients=[VC])
    assert due(story, "send_sip_summons") is None
    story.on("2026-05-18").ready("09.00")
    assert due(story, "send_sip_summons") == local("2026-05-22 00.00")


def test_an_early_summons_answers_and_a_later_notice_moves_nothing() -> None:
    story = sip_story().tell("11.00", "sip_summons_sent", VC, recipients=[NACKA], satisfies_lus_4_3=True)
    before = one(story, "send_sip_summons")
    assert before.met_at == local("2026-05-04 11.00")
    assert one(story.ready("15.00"), "send_sip_summons") == before


def test_discharge_does_not_end_the_duty_to_summon() -> None:
    story = sip_story().ready("15.00").discharged("17.00")
    assert due(story, "send_sip_summons") == local("2026-05-08 00.00")


def test_outpatient_care_says_whether_it_is_ready_while_the_notice_is_in_force() -> None:
    assert owed(told(), "state_outpatient_readiness") == []
    story = told().ready("11.00")
    assert one(story, "state_outpatient_readiness").met_at is None
    story.tell("12.00", "outpatient_readiness_stated", VC, unit_id=VC, ready=True)
    assert one(story, "state_outpatient_readiness").met_at == local("2026-05-04 12.00")


def test_the_handover_is_due_the_day_of_discharge() -> None:
    story = told().ready("11.00")
    assert owed(story, "send_handover") == []
    story.discharged("23.30")
    assert due(story, "send_handover") == local("2026-05-05 00.00")
    story.tell("23.50", "handover_sent", parts=[], missing=[], recipients=[NACKA])
    assert one(story, "send_handover").met_at == local("2026-05-04 23.50")


def test_after_discharge_nobody_plans_and_everybody_still_reads() -> None:
    codes = {code for code, _ in open_duties(told().ready("11.00").discharged("15.00"))}
    at_home = {"send_handover", "give_patient_summary"}
    assert codes == {"acknowledge", "name_care_contact", "assess_sip_need"} | at_home


def test_the_first_payment_day_is_a_clock_of_nobody() -> None:
    facts = told().ready("11.00").facts()
    wanted = obligations(facts, day_zero=date(2026, 5, 4), first_liable_day=date(2026, 5, 7))
    (duty,) = [item for item in wanted if item.code == "payment_day_begins"]
    assert (duty.unit_id, duty.key, duty.due_at) == (None, "2026-05-07", local("2026-05-07 00.00"))


def test_the_case_leaves_the_lists_three_days_after_discharge() -> None:
    assert due(told().ready("11.00").discharged("15.00"), "case_closes") == local("2026-05-08 00.00")


def test_without_a_notice_in_force_no_payment_day_begins() -> None:
    facts = told().facts()
    assert "payment_day_begins" not in {
        item.code for item in obligations(facts, first_liable_day=date(2026, 5, 7))
    }


GONE = ["patient_deceased_recorded", "case_entered_in_error", "case_closed"]


@pytest.mark.parametrize("event", GONE)
def test_nothing_is_owed_any_more(event: str) -> None:
    story = told().ready("11.00").tell("12.00", event, reason="x", recipients=[])
    assert obligations(story.facts(), first_liable_day=date(2026, 5, 7)) == []


def test_an_undone_death_brings_every_duty_back() -> None:
    story = told().ready("11.00")
    before = obligations(story.facts())
    story.tell("12.00", "patient_deceased_recorded", recipients=[])
    story.tell("12.10", "death_record_corrected", reason="fel", recipients=[])
    assert obligations(story.facts()) == before


def test_no_two_duties_share_code_unit_and_key() -> None:
    story = sip_story().ready("11.00").discharged("15.00")
    keys = [(duty.code, duty.unit_id, duty.key) for duty in obligations(story.facts())]
    assert len(keys) == len(set(keys))
