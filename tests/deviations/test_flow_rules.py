"""The flow of a deviation as rules: each state, each limit with its edges, and who may do what where."""

from datetime import timedelta
from itertools import product

import pytest

from deviations.events import DEVIATION_EVENTS
from deviations.events.flow import FLOW_EVENTS
from deviations.rules.access import SIGHT, Place, sight_of, standings_of
from deviations.rules.choices import STATES
from deviations.rules.flow import FLOW, MOST_REROUTES, flow_refusal, open_acts
from deviations.rules.fold_deviation import HANDLERS, NO_STATE, fold_deviation
from deviations.rules.owed import deviation_duties
from deviations.rules.policy import NO_LIMIT, POLICIES, UNSOURCED, DeviationPolicy, policy_of

from .flow_story import CLINIC, MUNICIPALITY, WARD, DeviationStory, at


def test_every_event_moves_something_or_is_said_not_to() -> None:
    known = {*HANDLERS, *NO_STATE, "deviation_registered"}
    assert known == {*DEVIATION_EVENTS}
    assert {row.event for row in FLOW.values()} <= {*FLOW_EVENTS}


def test_a_stream_begins_with_its_report() -> None:
    with pytest.raises(ValueError, match="begins with its report"):
        fold_deviation(DeviationStory().tell("2026-03-03 11.00", "acknowledged").events[1:])


def test_from_report_to_acceptance() -> None:
    story = DeviationStory()
    states = [story.facts.state]
    for event, by, data in (
        ("acknowledged", WARD, {}),
        ("assessed", WARD, {"severity": 2}),
        ("action_decided", WARD, {"owner_unit": WARD, "owner_role": "unit_head", "due": "2026-04-01"}),
        ("feedback_given", WARD, {}),
        ("accepted", MUNICIPALITY, {"how": "accepted"}),
    ):
        states.append(story.tell("2026-03-04 10.00", event, by, **data).facts.state)
    assert states == ["registered", "received", "assessing", "action_decided", "answered", "closed"]
    assert story.owed() == {"finish_deviation_action"}  # the action outlives the answer


def test_a_later_act_implies_the_acknowledgement() -> None:
    facts = DeviationStory().tell("2026-03-05 10.00", "no_action").facts
    assert facts.acknowledged_at == facts.assessed_at == facts.decided_at == at("2026-03-05 10.00")


# Limit, what begins it, and the last moment, exclusive: weekdays skip Saturday, Sunday and red days.
LIMITS = [
    ("acknowledge_deviation", "2026-03-03 23.59", "2026-03-07 00.00"),
    ("acknowledge_deviation", "2026-03-05 08.00", "2026-03-11 00.00"),
    ("acknowledge_deviation", "2026-04-01 08.00", "2026-04-09 00.00"),  # Good Friday, Easter Monday
    ("assess_deviation", "2026-03-03 10.00", "2026-03-18 00.00"),
    ("give_deviation_feedback", "2026-03-03 10.00", "2026-04-03 00.00"),
]


@pytest.mark.parametrize(("code", "reported", "due"), LIMITS, ids=lambda value: str(value))
def test_a_limit_ends_with_its_last_day(code: str, reported: str, due: str) -> None:
    duty = DeviationStory(reported).duty(code)
    assert duty.due_at == at(due)
    assert (duty.basis, duty.reference, duty.clock) == ("routine", UNSOURCED, "calendar")


def test_goteborg_has_sixty_days_and_says_where_that_is_read() -> None:
    duty = DeviationStory(county="14").duty("give_deviation_feedback")
    assert duty.due_at == at("2026-05-03 00.00")
    assert duty.reference == "vardsamverkan.se"
    assert policy_of("08", at("2026-03-03 10.00")).reports_per_year == 2


def test_a_county_without_rows_has_stockholms(monkeypatch: pytest.MonkeyPatch) -> None:
    assert policy_of("24", at("2026-03-03 10.00")).county == "24"
    assert policy_of("24", at("2010-03-03 10.00")).ack_weekdays == 3


def test_a_new_row_changes_no_report_that_is_registered(monkeypatch: pytest.MonkeyPatch) -> None:
    newer = DeviationPolicy("01", at("2026-03-04 12.00").date(), feedback_days=10, ack_weekdays=None)
    monkeypatch.setattr("deviations.rules.policy.POLICIES", (*POLICIES, newer))
    assert DeviationStory("2026-03-03 23.00").duty("give_deviation_feedback").due_at == at("2026-04-03 00.00")
    later = DeviationStory("2026-03-04 00.10")
    assert later.duty("give_deviation_feedback").due_at == at("2026-03-15 00.00")
    duty = later.duty("acknowledge_deviation")
    assert (duty.due_at, duty.clock, duty.reference) == (None, "none", NO_LIMIT)


def test_the_limit_stands_still_while_the_reporter_is_asked() -> None:
    story = DeviationStory().tell("2026-03-05 10.00", "assessed", severity=1)
    story.tell("2026-03-06 10.00", "completion_requested")
    assert story.owed() == {"complete_deviation"}
    assert story.duty("complete_deviation").unit_id == MUNICIPALITY
    story.tell("2026-03-16 09.00", "completed", MUNICIPALITY)
    assert story.duty("give_deviation_feedback").due_at == at("2026-04-13 00.00")
    story.tell("2026-03-20 10.00", "completion_requested").tell("2026-03-21 10.00", "completed", MUNICIPALITY)
    assert story.duty("give_deviation_feedback").due_at == at("2026-04-14 00.00")


def test_a_new_addressee_has_limits_of_its_own_and_the_report_keeps_its_day() -> None:
    story = DeviationStory().tell("2026-03-06 10.00", "rerouted", to=CLINIC, suggested="")
    duty = story.duty("acknowledge_deviation")
    assert (duty.unit_id, duty.due_at) == (CLINIC, at("2026-03-12 00.00"))
    facts = story.facts
    assert (facts.state, facts.former, facts.addressees) == ("registered", (WARD,), 2)
    assert facts.registered_at == at("2026-03-03 10.00")
    assert WARD not in {one.unit_id for one in deviation_duties(facts)}


def answered() -> DeviationStory:
    return DeviationStory().tell("2026-03-05 10.00", "no_action").tell("2026-03-06 10.00", "feedback_given")


def test_silence_closes_after_the_days_of_the_policy() -> None:
    clock = answered().duty("deviation_closes")
    assert (clock.unit_id, clock.due_at) == (None, at("2026-03-21 00.00"))
    assert answered().owed() == set()  # nobody has to answer an answer


def test_a_dispute_begins_the_answer_anew_once() -> None:
    story = answered().tell("2026-03-10 10.00", "disputed", MUNICIPALITY)
    assert story.facts.state == "assessing"
    assert story.duty("give_deviation_feedback").due_at == at("2026-04-10 00.00")
    story.tell("2026-03-11 10.00", "no_action").tell("2026-03-11 11.00", "feedback_given")
    said = flow_refusal(
        "dispute_deviation_answer", story.facts, frozenset({"reporter"}), at("2026-03-12 10.00")
    )
    assert said is not None
    assert said.code == "deviation-disputed-once"


@pytest.mark.parametrize(("days", "may"), [(180, True), (181, False)])
def test_a_closed_one_opens_again_for_180_days(days: int, may: bool) -> None:
    story = answered().tell("2026-03-10 10.00", "accepted", MUNICIPALITY, how="accepted")
    when = at("2026-03-10 10.00") + timedelta(days=days)
    for who in ("head", "sender_head", "analyst"):
        assert ("reopen_deviation" in open_acts(story.facts, frozenset({who}), when)) is may
    assert "reopen_deviation" not in open_acts(story.facts, frozenset({"receiver", "reporter"}), when)


def test_the_third_wrong_unit_leaves_it_to_the_analyst() -> None:
    story, now = DeviationStory(), at("2026-03-09 10.00")
    for number in range(MOST_REROUTES):
        assert "reroute_deviation" in open_acts(story.facts, frozenset({"receiver"}), now)
        assert "reroute_deviation" not in open_acts(story.facts, frozenset({"analyst"}), now)
        story.tell("2026-03-04 10.00", "rerouted", to=f"enhet-{number}", suggested="")
    assert "reroute_deviation" not in open_acts(story.facts, frozenset({"receiver"}), now)
    assert "reroute_deviation" in open_acts(story.facts, frozenset({"analyst"}), now)


def test_a_retracted_one_owes_nothing() -> None:
    assert deviation_duties(DeviationStory().tell("2026-03-03 11.00", "retracted", MUNICIPALITY).facts) == []


def test_no_act_is_open_in_a_state_that_its_row_does_not_name() -> None:
    everyone = frozenset(SIGHT)
    story = answered()
    for act in open_acts(story.facts, everyone, at("2026-03-07 10.00")):
        assert "answered" in FLOW[act].states
    assert {state for row in FLOW.values() for state in row.states} <= STATES.keys()


def test_who_comes_second_reads_what_the_first_did() -> None:
    story = DeviationStory().tell("2026-03-03 10.14", "acknowledged")
    said = flow_refusal("acknowledge_deviation", story.facts, frozenset({"receiver"}), at("2026-03-03 10.15"))
    assert said is not None
    assert said.code == "deviation-state"
    assert said.detail == "Avvikelsen är mottagen (Roll, avdelningen, 10.14)."
    assert said.advice.startswith("Ni kan: Bedöm, ")


NEAR = ("in_copies", "in_reporting", "in_addressed", "in_former", "in_county", "in_group")


def test_every_combination_of_place_and_right_is_a_standing_that_has_a_row() -> None:
    for values in product((False, True), repeat=len(Place.__dataclass_fields__)):
        place = Place(*values)
        found = standings_of(place)
        assert found <= SIGHT.keys()
        if not any(getattr(place, name) for name in NEAR):
            assert not found
            assert not sight_of(found).codes


def test_until_a_unit_has_a_receiver_those_who_may_report_receive() -> None:
    staff = Place(in_addressed=True, may_report=True)
    assert "receiver" in standings_of(staff)
    assert "receiver" not in standings_of(
        Place(in_addressed=True, may_report=True, addressed_has_receiver=True)
    )
    named = Place(in_addressed=True, may_receive=True, addressed_has_receiver=True)
    assert "receiver" in standings_of(named)


def test_internal_notes_are_the_receivers_own() -> None:
    assert {name for name, sight in SIGHT.items() if sight.internal} == {"receiver", "head"}
