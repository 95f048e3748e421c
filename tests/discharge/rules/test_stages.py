"""Which act is allowed where, and what the refusal says."""

import pytest

from discharge.events import EVENTS
from discharge.rules.already_done import DONE
from discharge.rules.stage_table import STAGES
from discharge.rules.stages import allowed_acts, refusal, time_refusal

from .case_story import NACKA, PSYK, SOLNA, VC, WARD, Story, local


def told() -> Story:
    return Story().admitted().noticed("09.00")


def ready() -> Story:
    return told().ready("11.42")


def home() -> Story:
    return ready().discharged("14.00")


STORIES = {
    "admitted": lambda: Story().admitted(),
    "told": told,
    "ready": ready,
    "withdrawn": lambda: ready().tell(
        "13.00", "ready_notice_withdrawn", reason="deteriorated", recipients=[NACKA]
    ),
    "home": home,
    "dead": lambda: ready().tell("13.00", "patient_deceased_recorded", recipients=[]),
    "error": lambda: ready().tell("13.00", "case_entered_in_error", reason="fel person", recipients=[]),
    "closed": lambda: home().tell("16.00", "case_closed", reason="klart"),
    "read": lambda: told().read("09.30", NACKA, "e4"),
    "unknown": lambda: told().tell("09.30", "patient_answered_unknown", NACKA, unit_id=NACKA),
    "planning": lambda: told().tell("09.30", "planning_started", NACKA, unit_id=NACKA),
    "receiving": lambda: told().tell(
        "09.30", "unit_ready_to_receive", NACKA, unit_id=NACKA, what="hemtjänst"
    ),
    "declined": lambda: told().tell("09.30", "case_declined", NACKA, unit_id=NACKA, reason="no_need_of_us"),
    "wrong": lambda: told().tell("09.30", "wrong_recipient_reported", NACKA, unit_id=NACKA, reason="moved"),
    "forwarded": lambda: told().tell(
        "09.30", "case_forwarded", NACKA, unit_id=SOLNA, old_unit_id=NACKA, role="municipality", note=""
    ),
    "claimed": lambda: told().tell(
        "09.30", "case_claimed", NACKA, unit_id=NACKA, user_id="u1", function="Mottagning"
    ),
    "sip": lambda: (
        told()
        .tell("10.00", "sip_need_assessed", VC, needed=True, reason="")
        .tell("10.10", "consent_recorded", kind="sip_summons", state="given", given_by="self")
    ),
}

# story, act, unit, the code of the refusal ("" = allowed)
ALLOWED = [
    ("admitted", "send_admission_notice", WARD, ""),
    ("admitted", "record_phone_contact", WARD, "no-admission-notice"),
    ("home", "record_phone_contact", NACKA, ""),
    ("told", "answer_weekend_warning", WARD, "already-done"),
    ("told", "record_on_call_contact", VC, ""),
    ("told", "record_on_call_decision", VC, "not-municipality"),
    ("admitted", "register_admission", WARD, "already-done"),
    ("told", "send_admission_notice", WARD, "already-done"),
    ("admitted", "mark_ready_for_discharge", WARD, "no-admission-notice"),
    ("admitted", "change_expected_discharge", WARD, "no-admission-notice"),
    ("admitted", "discharge_patient", WARD, ""),
    ("told", "mark_ready_for_discharge", WARD, ""),
    ("told", "mark_ready_for_discharge", NACKA, "not-owner"),
    ("ready", "mark_ready_for_discharge", WARD, "already-done"),
    ("withdrawn", "mark_ready_for_discharge", WARD, ""),
    ("home", "mark_ready_for_discharge", WARD, "stage-not-allowed"),
    ("told", "name_fixed_care_worker", NACKA, ""),
    ("told", "name_fixed_care_worker", VC, "not-municipality"),
    ("told", "withdraw_admission_notice", WARD, ""),
    ("told", "withdraw_admission_notice", NACKA, "not-owner"),
    ("ready", "withdraw_admission_notice", WARD, "stage-not-allowed"),
    ("ready", "withdraw_ready_notice", WARD, ""),
    ("told", "withdraw_ready_notice", WARD, "stage-not-allowed"),
    ("withdrawn", "withdraw_ready_notice", WARD, "already-done"),
    ("ready", "void_ready_notice", WARD, ""),
    ("home", "void_ready_notice", WARD, "stage-not-allowed"),
    ("home", "discharge_patient", WARD, "already-done"),
    ("home", "undo_discharge", WARD, ""),
    ("told", "undo_discharge", WARD, "stage-not-allowed"),
    ("home", "send_handover", WARD, ""),
    ("home", "record_death", WARD, ""),
    ("home", "record_death", NACKA, ""),
    ("told", "record_death", NACKA, "stage-not-allowed"),
    ("dead", "record_death", WARD, "already-done"),
    ("dead", "undo_death", WARD, ""),
    ("dead", "acknowledge", NACKA, "closed-case"),
    ("dead", "mark_ready_for_discharge", WARD, "closed-case"),
    ("error", "acknowledge", NACKA, "closed-case"),
    ("error", "void_case", WARD, "already-done"),
    ("closed", "send_handover", WARD, "closed-case"),
    ("closed", "void_case", WARD, ""),
    ("told", "acknowledge", NACKA, ""),
    ("told", "acknowledge", SOLNA, "not-recipient"),
    ("read", "acknowledge", NACKA, "already-done"),
    ("home", "acknowledge", NACKA, ""),
    ("wrong", "acknowledge", NACKA, "not-recipient"),
    ("told", "answer_unknown_patient", NACKA, ""),
    ("unknown", "answer_unknown_patient", NACKA, "already-done"),
    ("planning", "answer_unknown_patient", NACKA, "stage-not-allowed"),
    ("told", "start_planning", NACKA, ""),
    ("unknown", "start_planning", NACKA, ""),
    ("planning", "start_planning", NACKA, "already-done"),
    ("declined", "start_planning", NACKA, "not-recipient"),
    ("home", "start_planning", NACKA, "stage-not-allowed"),
    ("told", "report_ready_to_receive", NACKA, ""),
    ("unknown", "report_ready_to_receive", NACKA, "stage-not-allowed"),
    ("receiving", "report_ready_to_receive", NACKA, "already-done"),
    ("receiving", "withdraw_ready_to_receive", NACKA, ""),
    ("planning", "withdraw_ready_to_receive", NACKA, "stage-not-allowed"),
    ("planning", "decline_case", NACKA, ""),
    ("declined", "decline_case", NACKA, "already-done"),
    ("read", "report_wrong_recipient", NACKA, ""),
    ("planning", "report_wrong_recipient", NACKA, "stage-not-allowed"),
    ("wrong", "report_wrong_recipient", NACKA, "already-done"),
    ("wrong", "redirect_notice", WARD, ""),
    ("told", "redirect_notice", WARD, "already-done"),
    ("told", "add_concerned_unit", WARD, ""),
    ("admitted", "add_concerned_unit", WARD, "no-admission-notice"),
    ("told", "forward_case", NACKA, ""),
    ("forwarded", "forward_case", NACKA, ""),
    ("declined", "forward_case", NACKA, "not-recipient"),
    ("told", "forward_case", WARD, "not-recipient"),
    ("forwarded", "start_planning", NACKA, "not-recipient"),
    ("forwarded", "start_planning", SOLNA, ""),
    ("told", "claim_case", NACKA, ""),
    ("told", "claim_case", WARD, ""),
    ("claimed", "claim_case", NACKA, "already-done"),
    ("claimed", "claim_case", VC, ""),
    ("claimed", "release_claim", NACKA, ""),
    ("told", "release_claim", NACKA, "already-done"),
    ("declined", "claim_case", NACKA, "not-recipient"),
    ("told", "name_care_contact", VC, ""),
    ("told", "name_care_contact", NACKA, "not-outpatient"),
    ("told", "state_outpatient_readiness", VC, ""),
    ("home", "state_outpatient_readiness", VC, "stage-not-allowed"),
    ("told", "send_sip_summons", VC, "consent-missing"),
    ("sip", "send_sip_summons", VC, ""),
    ("sip", "send_sip_summons", NACKA, "not-outpatient"),
]


@pytest.mark.parametrize(
    ("story", "act", "unit", "code"), ALLOWED, ids=[f"{row[2]} {row[1]} when {row[0]}" for row in ALLOWED]
)
def test_each_act_is_allowed_or_refused_with_its_reason(story: str, act: str, unit: str, code: str) -> None:
    said = refusal(act, STORIES[story]().facts(), unit)
    assert (said.code if said else "") == code
    if said is not None:
        assert said.title
        assert said.detail.endswith(".")
        assert said.advice.endswith(".")


def test_the_refusal_names_who_did_it_and_when() -> None:
    said = refusal("mark_ready_for_discharge", ready().facts(), WARD, at=local("2026-05-04 11.50"))
    assert said is not None
    assert said.detail == "Redan markerad utskrivningsklar av Karin L, Avd 72, 11.42."
    assert said.event_id == "e5"


def test_what_was_done_another_day_carries_its_date() -> None:
    said = refusal("mark_ready_for_discharge", ready().facts(), WARD, at=local("2026-05-05 08.00"))
    assert said is not None
    assert said.detail.endswith("Avd 72, mån 4/5 11.42.")


def test_a_message_that_was_read_is_refused_though_another_is_open() -> None:
    facts = told().read("09.30", NACKA, "e4").ready("11.42").facts()
    said = refusal("acknowledge", facts, NACKA, event_id="e4")
    assert said is not None
    assert said.detail.startswith("Redan kvitterat av Ali, Nacka mottagning")
    assert refusal("acknowledge", facts, NACKA, event_id="e6") is None


def test_a_unit_that_is_in_the_case_is_not_added_twice() -> None:
    facts = told().facts()
    said = refusal("add_concerned_unit", facts, WARD, target_id=NACKA)
    assert said is not None
    assert said.code == "already-done"
    assert refusal("add_concerned_unit", facts, WARD, target_id=PSYK) is None


def test_a_wrong_recipient_is_replaced_once() -> None:
    story = STORIES["wrong"]()
    assert refusal("redirect_notice", story.facts(), WARD, target_id=NACKA) is None
    story.tell(
        "10.00",
        "recipient_corrected",
        old_unit_id=NACKA,
        unit_id=SOLNA,
        role="municipality",
        why="",
        first_sent_at=story.at("09.00").isoformat(),
    )
    said = refusal("redirect_notice", story.facts(), WARD, target_id=NACKA)
    assert said is not None
    assert (said.code, said.event_id) == ("already-done", story.last)


def test_a_handover_with_gaps_may_be_sent_again_but_a_whole_one_not() -> None:
    story = home().tell(
        "14.10", "handover_sent", parts=["läkemedel"], missing=["hjälpmedel"], recipients=[NACKA]
    )
    assert refusal("send_handover", story.facts(), WARD) is None
    story.tell("14.20", "handover_sent", parts=["läkemedel", "hjälpmedel"], missing=[], recipients=[NACKA])
    said = refusal("send_handover", story.facts(), WARD)
    assert said is not None
    assert said.code == "already-done"


STEPS_BACK = [
    ("undo_discharge", home, "discharge_corrected", WARD),
    ("void_ready_notice", ready, "ready_notice_entered_in_error", WARD),
    ("withdraw_ready_to_receive", STORIES["receiving"], "unit_ready_withdrawn", NACKA),
    ("undo_death", STORIES["dead"], "death_record_corrected", WARD),
]


@pytest.mark.parametrize(("act", "story", "event", "unit"), STEPS_BACK, ids=[row[0] for row in STEPS_BACK])
def test_a_step_back_is_taken_once(act: str, story, event: str, unit: str) -> None:
    told_story = story()
    assert refusal(act, told_story.facts(), unit) is None
    told_story.tell("15.00", event, unit, unit_id=unit, reason="fel", recipients=[])
    said = refusal(act, told_story.facts(), unit)
    assert said is not None
    assert said.code == "already-done"


def test_summons_is_refused_when_sip_is_not_relevant() -> None:
    facts = told().tell("10.00", "sip_need_assessed", VC, needed=False, reason="bara kommunen").facts()
    said = refusal("send_sip_summons", facts, VC)
    assert said is not None
    assert said.code == "sip-not-needed"


def test_an_unknown_act_is_a_mistake_in_the_code() -> None:
    with pytest.raises(KeyError):
        refusal("fly", told().facts(), WARD)


def test_every_responsible_event_exists() -> None:
    assert {name for done in DONE.values() for name in done.names} <= set(EVENTS)
    assert set(DONE) <= set(STAGES)


BUTTONS = [
    (
        "told",
        NACKA,
        "municipality",
        {"acknowledge", "start_planning", "report_wrong_recipient"},
        {"send_handover"},
    ),
    ("read", NACKA, "municipality", {"start_planning"}, {"acknowledge"}),
    ("told", VC, "outpatient", {"name_care_contact", "assess_sip_need"}, {"send_sip_summons"}),
    (
        "told",
        WARD,
        "ward",
        {"mark_ready_for_discharge", "discharge_patient"},
        {"redirect_notice", "acknowledge"},
    ),
    ("ready", WARD, "ward", {"withdraw_ready_notice", "discharge_patient"}, {"mark_ready_for_discharge"}),
    ("error", WARD, "ward", set(), {"discharge_patient", "void_case"}),
]


@pytest.mark.parametrize(
    ("story", "unit", "kind", "some", "none"), BUTTONS, ids=[f"{row[1]} when {row[0]}" for row in BUTTONS]
)
def test_a_unit_sees_buttons_only_for_what_it_can_do(story, unit, kind, some, none) -> None:
    acts = set(allowed_acts(STORIES[story]().facts(), unit, kind))
    assert some <= acts
    assert not none & acts


NOW = local("2026-05-04 15.00")
TIMES = [
    ("told", "discharge_patient", "2026-05-04 15.01", "time-in-future"),
    ("told", "discharge_patient", "2026-05-04 07.59", "before-admission"),
    ("told", "discharge_patient", "2026-05-04 15.00", ""),
    ("ready", "discharge_patient", "2026-05-04 11.41", "before-notice"),
    ("ready", "discharge_patient", "2026-05-04 11.42", ""),
    ("ready", "withdraw_ready_notice", "2026-05-04 11.00", "before-notice"),
    ("ready", "withdraw_ready_notice", "2026-05-04 12.00", ""),
    ("ready", "record_death", "2026-05-04 11.00", ""),
    ("admitted", "send_admission_notice", "2026-05-04 07.00", ""),
    ("home", "undo_discharge", "2026-05-04 13.00", "before-discharge"),
    ("home", "undo_discharge", "2026-05-04 15.00", ""),
]


@pytest.mark.parametrize(
    ("story", "act", "when", "code"), TIMES, ids=[f"{row[1]} at {row[2][-5:]} when {row[0]}" for row in TIMES]
)
def test_a_stated_time_must_be_possible(story: str, act: str, when: str, code: str) -> None:
    said = time_refusal(act, STORIES[story]().facts(), local(when), NOW)
    assert (said.code if said else "") == code
    assert said is None or said.field == "happened_at"


def test_a_discharge_is_undone_on_its_own_day_only() -> None:
    next_day = local("2026-05-05 00.00")
    said = time_refusal("undo_discharge", home().facts(), next_day, next_day)
    assert said is not None
    assert said.code == "too-late"


ASSESSED = [
    ("2026-05-04 15.01", "time-in-future"),
    ("2026-05-04 07.00", "before-admission"),
    ("2026-05-04 14.30", ""),
]


@pytest.mark.parametrize(("when", "code"), ASSESSED, ids=[row[1] or "possible" for row in ASSESSED])
def test_the_physicians_assessment_must_be_possible(when: str, code: str) -> None:
    said = time_refusal("mark_ready_for_discharge", told().facts(), NOW, NOW, assessed_at=local(when))
    assert (said.code if said else "") == code
    assert said is None or said.field == "assessed_at"
