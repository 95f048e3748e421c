"""The fold: from events to what is known."""

import random
from dataclasses import replace

import pytest

from discharge.events import EVENTS
from discharge.rules.fold import ANSWERED, HANDLERS, NO_STATE, fold

from .case_story import NACKA, PSYK, SOLNA, VC, WARD, Story, local


def test_every_event_has_a_handler_or_is_known_to_change_nothing() -> None:
    assert set(EVENTS) == set(HANDLERS) | NO_STATE
    assert not set(HANDLERS) & NO_STATE


def test_what_shall_be_acknowledged_is_what_the_events_say() -> None:
    assert {name for name, kind in EVENTS.items() if kind.answered} == ANSWERED


def test_an_unknown_event_changes_nothing_but_the_version() -> None:
    facts = Story().admitted().tell("09.00", "something_new").facts()
    assert (facts.stay, facts.version) == ("admitted", 4)


def test_no_events_fold_to_a_case_of_which_nothing_is_known() -> None:
    facts = fold("case-1", [])
    assert (facts.case_id, facts.version, facts.admitted_at, facts.last_event_at) == ("case-1", 0, None, None)


def test_the_order_of_arrival_does_not_matter_but_seq_does() -> None:
    story = Story().admitted().noticed().read("10.00", NACKA, "e4").ready("11.42").discharged("15.00")
    shuffled = story.events[:]
    random.Random(4).shuffle(shuffled)
    assert fold("case-1", shuffled) == story.facts()


def test_the_notice_makes_its_recipients_concerned_and_owing_a_receipt() -> None:
    facts = Story().admitted().noticed("09.12").facts()
    assert [(unit.unit_id, unit.role, unit.state) for unit in facts.units] == [
        (NACKA, "municipality", "new"),
        (VC, "primary_care", "new"),
    ]
    assert (
        {unit.told_at for unit in facts.units} == {facts.admission_notice_at} == {local("2026-05-04 09.12")}
    )
    assert [(item.unit_id, item.kind) for item in facts.deliveries] == [
        (NACKA, "admission_notice_sent"),
        (VC, "admission_notice_sent"),
    ]
    assert str(facts.expected_discharge) == "2026-05-08"


def test_a_later_need_does_not_move_the_time_when_need_was_first_judged() -> None:
    story = Story().admitted("08.00", municipal_health=False)
    story.tell("14.00", "need_assessed", municipal_health=True, social_services=True, outpatient=True)
    facts = story.facts()
    assert facts.need_assessed_at == local("2026-05-04 08.00")
    assert facts.need_municipal_health is True


def test_need_judged_after_a_first_no_starts_the_clock_then() -> None:
    story = Story().admitted("08.00", municipal_health=False, outpatient=False)
    story.tell("14.00", "need_assessed", municipal_health=True, social_services=False, outpatient=True)
    assert story.facts().need_assessed_at == local("2026-05-04 14.00")


def test_reading_moves_a_new_unit_and_only_the_first_receipt_counts() -> None:
    story = Story().admitted().noticed().read("09.30", NACKA, "e4").read("09.31", NACKA, "e4")
    facts = story.facts()
    unit, delivery = facts.unit(NACKA), facts.deliveries[0]
    assert unit is not None
    assert (unit.state, unit.acknowledged_at) == ("acknowledged", local("2026-05-04 09.30"))
    assert (delivery.acknowledged_at, delivery.acknowledged_by) == (local("2026-05-04 09.30"), "Ali")


ANSWERS = [
    ("patient_answered_unknown", {}, "unknown_patient"),
    ("case_declined", {"reason": "not_resident_here"}, "declined"),
    ("planning_started", {}, "in_progress"),
    ("unit_ready_to_receive", {"what": "hemtjänst"}, "ready_to_receive"),
    ("concerned_unit_removed", {"reason": "fel"}, "removed"),
]


@pytest.mark.parametrize(("name", "data", "state"), ANSWERS, ids=[row[0] for row in ANSWERS])
def test_each_answer_puts_the_unit_in_its_state(name: str, data: dict[str, str], state: str) -> None:
    facts = Story().admitted().noticed().tell("10.00", name, NACKA, unit_id=NACKA, **data).facts()
    unit = facts.unit(NACKA)
    assert unit is not None
    assert unit.state == state
    assert unit.changed_at == local("2026-05-04 10.00")


def test_a_wrong_recipient_owes_no_receipt_and_its_successor_keeps_the_first_time() -> None:
    story = Story().admitted().noticed("09.00")
    story.tell(
        "10.00", "wrong_recipient_reported", NACKA, unit_id=NACKA, reason="moved", suggested_unit_id=SOLNA
    )
    wrong = story.facts().unit(NACKA)
    assert wrong is not None
    assert (wrong.state, wrong.suggested_unit_id) == ("wrong_recipient", SOLNA)
    assert [item.unit_id for item in story.facts().deliveries] == [VC]

    story.tell(
        "10.20",
        "recipient_corrected",
        old_unit_id=NACKA,
        unit_id=SOLNA,
        role="municipality",
        why="folkbokförd i Solna",
        first_sent_at=story.at("09.00").isoformat(),
    )
    facts = story.facts()
    right, wrong = facts.unit(SOLNA), facts.unit(NACKA)
    assert right is not None
    assert wrong is not None
    assert (right.state, right.told_at) == ("new", local("2026-05-04 09.00"))
    assert (wrong.replaced_by, wrong.replaced_at) == (SOLNA, local("2026-05-04 10.20"))
    assert [item.delivered_at for item in facts.deliveries if item.unit_id == SOLNA] == [
        local("2026-05-04 10.20")
    ]


def test_a_unit_that_comes_back_is_new_again_but_was_told_when_it_was_told() -> None:
    story = (
        Story()
        .admitted()
        .noticed("09.00")
        .tell("10.00", "case_declined", NACKA, unit_id=NACKA, reason="other")
    )
    story.tell("11.00", "concerned_unit_readded", unit_id=NACKA, role="municipality", why="berörs ändå")
    unit = story.facts().unit(NACKA)
    assert unit is not None
    assert (unit.state, unit.told_at, unit.acknowledged_at) == ("new", local("2026-05-04 09.00"), None)


def test_a_changed_date_is_history() -> None:
    story = Story().admitted().noticed(expected="2026-05-08")
    story.tell(
        "12.00",
        "expected_discharge_changed",
        old="2026-05-08",
        new="2026-05-06",
        reason="medical",
        recipients=[VC],
    )
    facts = story.facts()
    assert str(facts.expected_discharge) == "2026-05-06"
    assert [str(day) for _, day in facts.expected_history] == ["2026-05-08", "2026-05-06"]


ENDS = [
    ("ready_notice_withdrawn", "withdrawn", "withdrawn", "admitted"),
    ("ready_notice_entered_in_error", "annulled", "not_ready", "admitted"),
    ("patient_discharged", "discharged", "not_ready", "discharged"),
    ("patient_deceased_recorded", "died", "not_ready", "deceased"),
    ("case_entered_in_error", "annulled", "not_ready", "entered_in_error"),
]


@pytest.mark.parametrize(("name", "end", "readiness", "stay"), ENDS, ids=[row[0] for row in ENDS])
def test_each_way_a_ready_notice_ends(name: str, end: str, readiness: str, stay: str) -> None:
    facts = (
        Story().admitted().noticed().ready("11.42").tell("15.00", name, reason="x", recipients=[VC]).facts()
    )
    spell = facts.spells[-1]
    assert (spell.end, spell.ended_at) == (end, local("2026-05-04 15.00"))
    assert (facts.readiness, facts.stay, facts.open_spell) == (readiness, stay, None)


UNDONE = [
    ("patient_discharged", "discharge_corrected"),
    ("patient_deceased_recorded", "death_record_corrected"),
]


@pytest.mark.parametrize(("name", "undo"), UNDONE, ids=[row[1] for row in UNDONE])
def test_an_undone_end_lets_the_ready_notice_run_on(name: str, undo: str) -> None:
    story = Story().admitted().noticed().ready("11.42").tell("15.00", name, recipients=[])
    facts = story.tell("15.10", undo, reason="fel person", recipients=[]).facts()
    assert (facts.stay, facts.readiness) == ("admitted", "ready")
    assert facts.open_spell is not None
    assert (facts.discharged_at, facts.deceased_at) == (None, None)


def test_an_undone_death_after_discharge_leaves_the_patient_discharged() -> None:
    story = Story().admitted().noticed().ready("11.42").discharged("13.00")
    story.tell("15.00", "patient_deceased_recorded", recipients=[])
    facts = story.tell("15.10", "death_record_corrected", reason="fel", recipients=[]).facts()
    assert (facts.stay, facts.readiness) == ("discharged", "not_ready")


def test_death_before_the_notice_was_sent_never_ends_it_before_it_began() -> None:
    facts = (
        Story()
        .admitted()
        .noticed()
        .ready("11.42")
        .tell("11.30", "patient_deceased_recorded", recipients=[])
        .facts()
    )
    assert facts.spells[-1].ended_at == facts.spells[-1].sent_at


def test_a_second_notice_is_a_second_spell() -> None:
    story = (
        Story()
        .admitted()
        .noticed()
        .ready("10.00")
        .tell("11.00", "ready_notice_withdrawn", reason="x", recipients=[])
    )
    facts = story.ready("14.00").facts()
    assert [spell.end for spell in facts.spells] == ["withdrawn", None]
    assert facts.readiness == "ready"


def test_outpatient_care_that_is_ready_stays_ready_from_the_first_time_until_it_is_not() -> None:
    story = Story().admitted().noticed()
    story.tell("10.00", "outpatient_readiness_stated", VC, unit_id=VC, ready=True)
    story.tell("11.00", "outpatient_readiness_stated", VC, unit_id=VC, ready=True)
    assert story.facts().outpatient_clear_at == local("2026-05-04 10.00")
    story.tell("12.00", "outpatient_readiness_stated", VC, unit_id=VC, ready=False)
    assert story.facts().outpatient_clear_at is None


TEN, TWO = "2026-05-04 10.00", "2026-05-04 14.00"
STATED: list[tuple[str, list[tuple[str, bool]], list[tuple[str, str | None]]]] = [
    ("never", [], []),
    ("no only", [(TEN, False)], []),
    ("yes", [(TEN, True)], [(TEN, None)]),
    ("yes, no", [(TEN, True), (TWO, False)], [(TEN, TWO)]),
    (
        "yes, no, yes",
        [(TEN, True), (TWO, False), ("2026-05-06 09.00", True)],
        [(TEN, TWO), ("2026-05-06 09.00", None)],
    ),
]


@pytest.mark.parametrize(("life", "stated", "intervals"), STATED, ids=[row[0] for row in STATED])
def test_each_time_that_outpatient_care_was_available_is_kept(
    life: str, stated: list[tuple[str, bool]], intervals: list[tuple[str, str | None]]
) -> None:
    story = Story().admitted().noticed()
    for clock, ready in stated:
        story.tell(clock, "outpatient_readiness_stated", VC, unit_id=VC, ready=ready)
    wanted = tuple((local(since), local(until) if until else None) for since, until in intervals)
    assert story.facts().outpatient_intervals == wanted


LATE = [
    ("outpatient_readiness_stated", {"unit_id": VC, "ready": True}, "outpatient_clear_at"),
    ("handover_sent", {"parts": [], "missing": []}, "handover_sent_at"),
]


@pytest.mark.parametrize(("name", "data", "fact"), LATE, ids=[row[0] for row in LATE])
@pytest.mark.parametrize("late", [True, False], ids=["late", "at once"])
def test_what_was_registered_late_counts_from_when_it_was_recorded(
    name: str, data: dict[str, object], fact: str, late: bool
) -> None:
    story = Story().admitted().noticed()
    why = {"late": {"reason": "telefon"}} if late else {}
    story.tell("10.00", name, VC, **data, **why)
    story.events[-1] = replace(story.events[-1], recorded_at=local("2026-05-05 09.00"))
    assert getattr(story.facts(), fact) == local("2026-05-05 09.00" if late else TEN)


A, B = "medicine_list", "patient_summary"
HANDOVERS: list[tuple[str, list[list[str]], str | None, tuple[str, ...]]] = [
    ("never sent", [], None, ()),
    ("complete", [[]], "10.00", ()),
    ("incomplete", [[A]], None, (A,)),
    ("incomplete, then complete", [[A, B], []], "11.00", ()),
    ("each with what the other lacked", [[A], [B]], "11.00", ()),
    ("incomplete twice", [[A, B], [A]], None, (A,)),
    ("complete, then a part of it again", [[], [A]], "10.00", ()),
]


@pytest.mark.parametrize(
    ("life", "sent", "whole_at", "missing"), HANDOVERS, ids=[row[0] for row in HANDOVERS]
)
def test_the_handover_is_sent_when_nothing_is_missing(
    life: str, sent: list[list[str]], whole_at: str | None, missing: tuple[str, ...]
) -> None:
    story = Story().admitted().noticed()
    for number, lacks in enumerate(sent):
        story.tell(f"{10 + number}.00", "handover_sent", parts=[], missing=lacks, recipients=[])
    facts = story.facts()
    assert facts.handover_sent_at == (story.at(whole_at) if whole_at else None)
    assert facts.handover_missing == missing


def test_only_a_summons_from_outpatient_care_answers_4_3() -> None:
    story = Story().admitted().noticed()
    story.tell("10.00", "sip_summons_sent", NACKA, recipients=[VC], satisfies_lus_4_3=False)
    assert story.facts().summons_at is None
    story.tell("11.00", "sip_summons_sent", VC, recipients=[NACKA], satisfies_lus_4_3=True)
    assert story.facts().summons_at == local("2026-05-04 11.00")


def test_death_ends_the_joint_plan_and_an_undone_record_brings_it_back() -> None:
    story = Story().admitted().noticed()
    meeting = {"meeting_at": "2026-05-07T08:00:00+00:00", "place": "Avd 72"}
    story.tell("11.00", "sip_summons_sent", VC, recipients=[NACKA], satisfies_lus_4_3=True, **meeting)
    before = story.facts().sip
    story.tell("12.00", "patient_deceased_recorded", recipients=[])
    ended = story.facts().sip
    assert (ended.state, ended.closed_at, ended.called) == ("closed", local("2026-05-04 12.00"), ())
    story.tell("13.00", "death_record_corrected", reason="fel patient", recipients=[])
    assert story.facts().sip == before


CONSENTS = [("given", "given"), ("refused", "refused"), ("withdrawn", "refused"), ("not_asked", "unknown")]


@pytest.mark.parametrize(("state", "known"), CONSENTS, ids=[row[0] for row in CONSENTS])
def test_consent_to_the_summons(state: str, known: str) -> None:
    story = (
        Story().admitted().tell("10.00", "consent_recorded", kind="sip_summons", state=state, given_by="self")
    )
    assert story.facts().sip_consent == known


def test_consent_to_something_else_says_nothing_of_the_summons() -> None:
    story = (
        Story()
        .admitted()
        .tell("10.00", "consent_recorded", kind="information", state="given", given_by="self")
    )
    assert story.facts().sip_consent == "unknown"


def test_a_changed_care_contact_keeps_the_time_of_the_first() -> None:
    story = Story().admitted().noticed("09.00", NACKA, VC, PSYK)
    words = {"title": "vårdsamordnare", "phone": "08-1", "phone_function": "växel"}
    story.tell("10.00", "care_contact_named", VC, unit_id=VC, name="Eva N", **words)
    facts = story.tell("12.00", "care_contact_changed", VC, unit_id=VC, name="Bo S", **words).facts()
    assert facts.care_contact is not None
    assert (facts.care_contact.name, facts.care_contact_named_at) == ("Bo S", local("2026-05-04 10.00"))


def test_late_registration_keeps_both_times() -> None:
    story = Story().admitted().noticed().ready("11.42").discharged("15.00")
    assert story.facts().discharged_at == local("2026-05-04 15.00")
    assert story.facts().ward_id == WARD
