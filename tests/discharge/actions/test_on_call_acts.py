"""Calls and on-call decisions: within the mandate, only from who is on duty, and taken over at the next opening."""

from datetime import timedelta

import pytest

from discharge.actions.record_on_call_contact import record_on_call_contact
from discharge.actions.record_on_call_decision import record_on_call_decision
from discharge.actions.record_phone_contact import record_phone_contact
from lus.on_call.models import OnCallFunction
from lus.refusals import InvalidInput, Refused, StageNotAllowed
from lus.swedish_time import at_local, local_date, local_time
from tests.factories import NOW
from tests.rosters import Roster, a_roster, a_roster_on_duty, office_hours

from .good_input_on_call import with_on_call
from .life import Life, refused

TESTED_ACTS = ("record_phone_contact", "record_on_call_contact", "record_on_call_decision")
SATURDAY = NOW + timedelta(days=4)


def weekend() -> tuple[Life, Roster]:
    """A case on a Saturday: the reception is closed until Monday, and on-call is on duty."""
    life = Life()
    office_hours(life.municipality)
    life.at = SATURDAY
    return life, a_roster_on_duty(life.place, "home_care_start", at=SATURDAY)


def test_a_decision_holds_until_the_reception_opens_and_waits_for_it_there() -> None:
    life, roster = weekend()
    life.does(
        life.ward,
        record_on_call_decision,
        function_id=roster.function.pk,
        item="home_care_start",
        outcome="yes",
    )
    event = life.last("on_call_decision_recorded")
    opens = at_local(local_date(NOW) + timedelta(days=6), local_time(NOW).time().replace(hour=8, tzinfo=None))
    assert event.data["valid_to"] == opens.isoformat()
    (made,) = life.facts.on_call.decisions
    assert (made.outcome, made.valid_to) == ("yes", opens)
    assert life.message("on_call_decision_recorded", life.municipality).acknowledged_at is None
    assert life.owes(life.municipality) >= {"acknowledge"}


def test_outside_the_mandate_is_refused_in_words_but_waiting_needs_none() -> None:
    life, roster = weekend()
    asked = {"function_id": roster.function.pk, "item": "short_term_place"}
    with refused(
        Refused, code="outside-mandate", says="Mandatet omfattar inte korttidsplats – be om vardagsbeslut"
    ):
        life.does(life.ward, record_on_call_decision, **asked, outcome="yes")
    life.does(life.ward, record_on_call_decision, **asked, outcome="wait", text="Tas på måndag")
    assert life.last("on_call_decision_recorded").data["outcome"] == "wait"


@pytest.mark.parametrize(
    ("wrong", "field"),
    [({"item": "villa"}, "item"), ({"outcome": "kanske"}, "outcome"), ({"outcome": "no"}, "text")],
    ids=["unknown item", "unknown outcome", "no without a reason"],
)
def test_a_decision_lacking_something_is_refused_at_its_field(wrong: dict[str, str], field: str) -> None:
    life, roster = weekend()
    sound = {"function_id": roster.function.pk, "item": "home_care_start", "outcome": "yes"}
    with refused(InvalidInput, field=field):
        life.does(life.ward, record_on_call_decision, **{**sound, **wrong})


def test_while_the_reception_is_open_there_is_no_on_call_to_ask() -> None:
    life = with_on_call()
    office_hours(life.municipality)
    function = OnCallFunction.objects.get().pk
    with refused(Refused, code="not-on-call", says="mottagningen har öppet"):
        life.does(life.ward, record_on_call_contact, function_id=function, item="home_care_start")


def test_a_gap_is_said_with_when_somebody_is_there_again() -> None:
    life = Life()
    office_hours(life.municipality)
    life.at = SATURDAY
    roster = a_roster(life.place)
    with refused(Refused, code="not-on-call", says="ingen bemanning. Nästa öppning"):
        life.does(life.ward, record_on_call_contact, function_id=roster.function.pk, item="home_care_start")


def test_a_call_is_seen_by_who_was_called_and_says_who_answered() -> None:
    life = Life()
    given = {"unit_id": life.municipality.unit_id, "outcome": "reached"}
    with refused(InvalidInput, field="answered_by"):
        life.does(life.ward, record_phone_contact, **given)
    life.does(life.ward, record_phone_contact, **given, answered_by="Vakthavande")
    assert life.told("phone_contact_recorded") == {"Nacka"}
    assert life.facts.on_call.calls[str(life.municipality.unit_id)] == life.at
    assert life.message("admission_notice_sent", life.municipality).acknowledged_at is None


def test_a_call_of_a_receiver_says_that_it_has_read() -> None:
    life = Life()
    life.does(life.municipality, record_phone_contact, unit_id=life.ward.unit_id, outcome="no_answer")
    assert life.message("admission_notice_sent", life.municipality).acknowledged_at is not None


def test_only_units_of_the_case_are_called() -> None:
    life, stranger = Life(), Life()
    for unit_id in (stranger.municipality.unit_id, life.ward.unit_id):
        with refused(InvalidInput, field="unit_id"):
            life.does(life.ward, record_phone_contact, unit_id=unit_id, outcome="no_answer")


def test_outpatient_care_records_no_municipal_decision() -> None:
    life, roster = weekend()
    with refused(StageNotAllowed):
        life.does(
            life.primary_care,
            record_on_call_decision,
            function_id=roster.function.pk,
            item="home_care_start",
            outcome="yes",
        )
