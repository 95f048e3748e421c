"""The life of a joint plan: offered, answered, met about, made, followed up and ended; and what each step refuses."""

from datetime import timedelta
from typing import Any

import pytest

from discharge.actions.close_case import close_case
from discharge.rules.conditions import conditions
from discharge.rules.steps import steps
from discharge.verify import differences
from lus.deadlines.models import Obligation
from lus.organisations.actor import NotPermitted
from lus.refusals import AlreadyDone, InvalidInput, StageNotAllowed
from lus.swedish_time import local_date
from sip.actions.answer_sip_summons import answer_sip_summons
from sip.actions.assess_sip_need import assess_sip_need
from sip.actions.cancel_sip_meeting import cancel_sip_meeting
from sip.actions.change_sip_time import change_sip_time
from sip.actions.close_sip import close_sip
from sip.actions.establish_sip import establish_sip
from sip.actions.follow_up_sip import follow_up_sip
from sip.actions.link_existing_sip import link_existing_sip
from sip.actions.offer_sip import offer_sip
from sip.actions.record_sip_answer import record_sip_answer
from sip.actions.record_sip_meeting import record_sip_meeting
from sip.actions.send_sip_summons import send_sip_summons
from tests.discharge.actions.life import Life, refused
from tests.discharge.actions.lives import consented
from tests.discharge.actions.sip_lives import (
    PLAN,
    attended,
    established,
    held,
    offered,
    summoned,
    time_for_the_meeting,
)

pytestmark = pytest.mark.django_db

TESTED_ACTS = (
    "offer_sip",
    "record_sip_answer",
    "change_sip_time",
    "cancel_sip_meeting",
    "answer_sip_summons",
    "record_sip_meeting",
    "establish_sip",
    "link_existing_sip",
    "follow_up_sip",
    "close_sip",
)
PRIMARY_CARE = "Vårdcentralen Solen"
NO = {"accepted": False, "how": "oral"}


def state(life: Life) -> str:
    """Return where the axis stands, and see that the tables say what the events say."""
    assert [one for one in differences() if not isinstance(one, int)] == []
    return life.row.sip_state


def summons(life: Life) -> str:
    return next(one.state for one in conditions(life.facts) if one.key == "sip_summons")


def test_an_offer_is_told_to_all_and_made_once() -> None:
    life = offered()
    assert state(life) == "offered"
    assert life.told("sip_offered") == {"Nacka", PRIMARY_CARE}
    with refused(AlreadyDone):
        life.does(life.municipality, offer_sip, how="written")


def test_how_the_offer_was_made_is_one_of_the_list() -> None:
    life = Life()
    with refused(InvalidInput, field="how"):
        life.does(life.ward, offer_sip, how="brev")


def test_nobody_answers_what_has_not_been_offered() -> None:
    life = Life()
    with refused(StageNotAllowed, code="sip-state", says="behov ej bedömt"):
        life.does(life.ward, record_sip_answer, **NO)


def test_a_no_stops_the_summons_and_the_payment_condition() -> None:
    life = consented()
    life.does(life.ward, record_sip_answer, **NO, reason="Orkar inte")
    assert state(life) == "declined_by_person"
    assert life.row.sip_consent == "refused"
    assert "send_sip_summons" not in life.owes(life.primary_care)
    assert summons(life) == "not_needed"
    with refused(StageNotAllowed, code="consent-missing"):
        life.does(
            life.primary_care, send_sip_summons, meeting_at=life.at + timedelta(days=1), place="Digitalt"
        )


def test_a_yes_may_come_later_and_consent_is_a_question_of_its_own() -> None:
    life = offered()
    life.does(life.primary_care, assess_sip_need, needed=True)
    life.does(life.ward, record_sip_answer, **NO)
    life.does(life.ward, record_sip_answer, accepted=True, how="oral")
    assert (state(life), life.row.sip_consent) == ("offered", "unknown")
    life.does(life.ward, record_sip_answer, accepted=True, how="written", consents_to_summons=True)
    assert life.row.sip_consent == "given"
    assert "send_sip_summons" in life.owes(life.primary_care)


def test_the_municipality_may_ask_for_the_consent_in_the_same_breath() -> None:
    life = offered()
    life.does(life.municipality, record_sip_answer, accepted=True, how="oral", consents_to_summons=True)
    assert life.row.sip_consent == "given"


def test_a_no_after_the_summons_calls_the_meeting_off() -> None:
    life = summoned()
    life.does(life.ward, record_sip_answer, **NO)
    assert state(life) == "declined_by_person"
    assert life.message("sip_meeting_cancelled", life.municipality).acknowledged_at is None
    assert life.message("sip_meeting_cancelled", life.primary_care).acknowledged_at is None


def test_another_time_asks_all_again_and_keeps_when_the_summons_was_sent() -> None:
    life = summoned().ready()
    sent = life.row.summons_at
    life.does(life.municipality, answer_sip_summons, answer="comes")
    moved = life.at + timedelta(days=9)
    life.does(life.primary_care, change_sip_time, meeting_at=moved, place="Digitalt", reason="Krock")
    assert (state(life), life.row.summons_at, life.row.sip_meeting_at) == ("summoned", sent, moved)
    assert life.facts.sip.answers == ()
    assert life.told("sip_time_changed") == {"Nacka"}
    assert summons(life) == "yes"


def test_another_place_asks_nobody_again() -> None:
    life = summoned()
    life.does(life.municipality, answer_sip_summons, answer="comes")
    same = life.facts.sip.meeting_at
    life.does(life.primary_care, change_sip_time, meeting_at=same, place="Digitalt", reason="Rummet upptaget")
    assert [one.answer for one in life.facts.sip.answers] == ["comes"]


@pytest.mark.parametrize(
    ("other", "field"),
    [
        ({"place": " "}, "place"),
        ({"reason": " "}, "reason"),
        ({"meeting_at": "past"}, "meeting_at"),
        ({"meeting_at": "same", "place": "Avdelningen"}, "meeting_at"),
    ],
    ids=["nowhere", "no reason", "in the past", "nothing new"],
)
def test_a_change_names_what_is_new_and_why(other: dict[str, Any], field: str) -> None:
    life = summoned()
    times = {"past": life.at - timedelta(days=1), "same": life.facts.sip.meeting_at}
    chosen = times.get(other.get("meeting_at", ""), life.at + timedelta(days=4))
    arguments = {"place": "Digitalt", "reason": "Krock"} | other | {"meeting_at": chosen}
    with refused(InvalidInput, field=field):
        life.does(life.primary_care, change_sip_time, **arguments)


def test_only_outpatient_care_moves_or_calls_off() -> None:
    life = summoned()
    with refused(NotPermitted):
        life.does(life.ward, cancel_sip_meeting, reason="Ledigt")
    with refused(NotPermitted):
        life.does(
            life.municipality,
            change_sip_time,
            meeting_at=life.at + timedelta(days=3),
            place="Digitalt",
            reason="x",
        )


def test_a_cancelled_meeting_is_acknowledged_and_leaves_the_condition_to_people() -> None:
    life = summoned().ready()
    assert summons(life) == "yes"
    life.does(life.primary_care, cancel_sip_meeting, reason="Personen har blivit sämre")
    assert state(life) == "offered"
    assert life.message("sip_meeting_cancelled", life.municipality).acknowledged_at is None
    assert life.told("sip_meeting_cancelled") == {"Nacka", "Avd 72"}
    assert summons(life) == "unknown"
    assert "send_sip_summons" in life.owes(life.primary_care)
    with refused(AlreadyDone):
        life.does(life.primary_care, cancel_sip_meeting, reason="igen")


def test_a_new_summons_in_time_after_a_cancelled_one_meets_the_condition() -> None:
    life = summoned().ready()
    life.does(life.primary_care, cancel_sip_meeting, reason="Sjukdom")
    life.does(life.primary_care, send_sip_summons, meeting_at=life.at + timedelta(days=3), place="Digitalt")
    assert (state(life), summons(life)) == ("summoned", "yes")
    assert life.row.summons_at == life.at
    assert "send_sip_summons" not in life.owes(life.primary_care)


@pytest.mark.parametrize(
    ("answer", "text"), [("comes", ""), ("cannot", "Ledigt"), ("sends_other", "Enhetschef Bo")]
)
def test_who_calls_is_told_who_comes(answer: str, text: str) -> None:
    life = summoned()
    life.does(life.municipality, answer_sip_summons, answer=answer, text=text)
    assert life.told("sip_attendance_answered") == {PRIMARY_CARE}
    said = life.facts.sip.answer_of(str(life.municipality.unit_id))
    assert said is not None
    assert (said.answer, said.text) == (answer, text)


def test_the_last_answer_holds() -> None:
    life = summoned()
    life.does(life.municipality, answer_sip_summons, answer="comes")
    life.does(life.municipality, answer_sip_summons, answer="cannot", text="Sjuk")
    assert [one.answer for one in life.facts.sip.answers] == ["cannot"]


@pytest.mark.parametrize(
    ("arguments", "field"), [({"answer": "kanske"}, "answer"), ({"answer": "cannot"}, "text")]
)
def test_an_answer_says_enough(arguments: dict[str, str], field: str) -> None:
    life = summoned()
    with refused(InvalidInput, field=field):
        life.does(life.municipality, answer_sip_summons, **arguments)


def test_who_calls_does_not_answer_its_own_summons() -> None:
    life = summoned()
    with refused(StageNotAllowed, code="not-summoned"):
        life.does(life.primary_care, answer_sip_summons, answer="comes")


def test_the_meeting_is_not_held_before_its_time() -> None:
    life = summoned()
    with refused(InvalidInput, says="har inte varit än"):
        life.does(life.primary_care, record_sip_meeting, attendance=attended(life), person="physical")


def test_a_meeting_without_the_municipality_or_the_person_is_incomplete() -> None:
    life = time_for_the_meeting()
    absent = dict.fromkeys(life.facts.sip.called, "absent")
    life.does(life.primary_care, record_sip_meeting, attendance=absent, person="physical")
    assert state(life) == "held"
    assert life.last("sip_meeting_held").data["incomplete"] is True


@pytest.mark.parametrize(
    ("other", "field"),
    [
        ({"attendance": {}}, "attendance"),
        ({"person": "kanske"}, "person"),
        ({"person": "absent"}, "note"),
    ],
    ids=["a unit left out", "no such way", "absent without a reason"],
)
def test_who_came_is_told_for_all(other: dict[str, Any], field: str) -> None:
    life = time_for_the_meeting()
    arguments = {"attendance": attended(life), "person": "physical"} | other
    with refused(InvalidInput, field=field):
        life.does(life.primary_care, record_sip_meeting, **arguments)


def test_a_plan_needs_a_meeting_first() -> None:
    life = summoned()
    with refused(StageNotAllowed, code="sip-state", says="kallad"):
        life.does(life.primary_care, establish_sip, **PLAN)


@pytest.mark.parametrize(
    ("other", "field"),
    [
        ({"goals": " "}, "goals"),
        ({"goals": "x" * 601}, "goals"),
        ({"responsible": "staten"}, "responsible"),
        ({"follow_up_on": -1}, "follow_up_on"),
    ],
    ids=["no goals", "too many words", "nobody answers for it", "followed up in the past"],
)
def test_the_plan_has_its_parts(other: dict[str, Any], field: str) -> None:
    life = held()
    if "follow_up_on" in other:
        other = {"follow_up_on": local_date(life.at) - timedelta(days=1)}
    with refused(InvalidInput, field=field):
        life.does(life.primary_care, establish_sip, **PLAN | other)


def test_no_plan_is_made_without_consent() -> None:
    life = held()
    with refused(StageNotAllowed, code="consent-missing", field="consented"):
        life.does(life.primary_care, establish_sip, **PLAN | {"consented": False})


def test_the_plan_is_told_to_all_followed_up_and_ended_by_who_answers_for_it() -> None:
    life = established()
    assert state(life) == "established"
    assert life.told("sip_established") == {"Nacka", "Avd 72"}
    with refused(StageNotAllowed, code="sip-not-responsible"):
        life.does(life.municipality, follow_up_sip, result="partly")
    later = local_date(life.at) + timedelta(days=40)
    life.does(life.primary_care, follow_up_sip, result="partly", text="Trappan går bra", next_on=later)
    assert (state(life), life.facts.sip.follow_up_on) == ("followed_up", later)
    life.does(life.primary_care, close_sip, reason="goals_reached", survey_offered=False)
    assert state(life) == "closed"
    with refused(AlreadyDone):
        life.does(life.primary_care, close_sip, reason="goals_reached", survey_offered=False)


def test_a_plan_under_the_municipality_is_ended_by_it() -> None:
    life = held()
    life.does(life.primary_care, establish_sip, **PLAN | {"responsible": "municipality"})
    with refused(InvalidInput, field="reason"):
        life.does(life.municipality, close_sip, reason="other", survey_offered=False)
    life.does(life.municipality, close_sip, reason="other", survey_offered=False, text="Bor hos dottern")
    assert state(life) == "closed"


def test_a_plan_lives_on_when_the_case_is_closed() -> None:
    life = established().left()
    life.does(life.ward, close_case, reason="home")
    life.does(life.primary_care, follow_up_sip, result="reached")
    assert state(life) == "followed_up"


def test_a_plan_is_revised_at_a_new_meeting_and_a_cancelled_one_changes_nothing() -> None:
    life = established()
    first = life.row.summons_at
    life.does(life.primary_care, send_sip_summons, meeting_at=life.at + timedelta(days=1), place="Digitalt")
    life.does(life.primary_care, cancel_sip_meeting, reason="Krock")
    assert (state(life), life.row.summons_at, life.facts.sip.cancelled_at) == ("established", first, None)
    life.does(life.primary_care, send_sip_summons, meeting_at=life.at + timedelta(days=1), place="Digitalt")
    life.later(days=1)
    life.does(life.primary_care, record_sip_meeting, attendance=attended(life), person="phone")
    life.does(life.primary_care, establish_sip, **PLAN)
    assert (state(life), life.facts.sip.version) == ("established", 2)


def test_an_older_plan_is_linked_with_consent_and_sends_no_summons() -> None:
    life = consented().ready()
    made = local_date(life.at) - timedelta(days=90)
    with refused(StageNotAllowed, code="consent-missing", field="consented"):
        life.does(life.primary_care, link_existing_sip, made_on=made, **PLAN | {"consented": False})
    with refused(InvalidInput, field="made_on"):
        life.does(
            life.primary_care, link_existing_sip, made_on=local_date(life.at) + timedelta(days=1), **PLAN
        )
    life.does(life.primary_care, link_existing_sip, made_on=made, **PLAN)
    assert state(life) == "established"
    assert life.row.summons_at is None
    assert "send_sip_summons" in life.owes(life.primary_care)


def test_the_last_steps_of_eight_follow_the_plan() -> None:
    life = established()
    found = {one.key: (one.state, one.note) for one in steps(life.facts, [], life.at)}
    assert found["sip_meeting"][0] == "done"
    assert found["sip_follow_up"][0] == "due"
    life.does(life.primary_care, close_sip, reason="goals_reached", survey_offered=False)
    found = {one.key: (one.state, one.note) for one in steps(life.facts, [], life.at)}
    assert found["sip_follow_up"][0] == "done"


def test_a_plan_that_has_ended_begins_again_with_a_new_need() -> None:
    life = established()
    life.does(life.primary_care, close_sip, reason="moved", survey_offered=False)
    with refused(InvalidInput, field="reason"):
        life.does(life.primary_care, assess_sip_need, needed=True)
    life.does(life.primary_care, assess_sip_need, needed=True, reason="Behovet är tillbaka")
    assert state(life) == "not_assessed"
    assert Obligation.objects.filter(case_id=life.case.pk, code="assess_sip_need").exists()
