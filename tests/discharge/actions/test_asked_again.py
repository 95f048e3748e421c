"""Ny kvittens begärd: only who had read is asked *again*, and is shown the difference only."""

from datetime import timedelta

from django.urls import reverse

from discharge.actions.acknowledge import acknowledge
from discharge.actions.acknowledge_information import acknowledge_information
from discharge.actions.change_expected_discharge import change_expected_discharge
from discharge.actions.correct_message import correct_message
from discharge.queries.known_messages import hidden_events
from tests.factories import signed_in

from .life import Life
from .lives_with_messages import informed

AGAIN = "acknowledgement_requested_again"


def moved(life: Life) -> Life:
    day = life.facts.expected_discharge
    assert day is not None
    life.does(life.ward, change_expected_discharge, new_date=day + timedelta(days=3), reason="medical")
    return life


def count(life: Life) -> int:
    return [event.name for event in life.facts.events].count(AGAIN)


def test_who_had_read_the_first_date_is_asked_again() -> None:
    life = Life()
    first = life.facts.expected_discharge
    life.does(life.municipality, acknowledge, message_id=life.last("admission_notice_sent").pk)
    moved(life)
    assert first is not None
    event = life.last(AGAIN)
    assert event.data["recipients"] == [str(life.municipality.unit_id)]
    assert event.data["difference"] == {
        "old": first.isoformat(),
        "new": (first + timedelta(days=3)).isoformat(),
    }
    assert event.data["event_id"] == str(life.last("admission_notice_sent").pk)
    assert life.told(AGAIN) == set(), "the new date itself is what they are told"
    html = signed_in(life.ward).get(reverse("case", args=[life.case.pk])).content.decode()
    assert "Ny kvittens begärd" in html


def test_who_had_read_nothing_is_asked_once() -> None:
    assert count(moved(Life())) == 0


def test_a_corrected_message_is_asked_about_again_and_hidden_from_who_never_had_it() -> None:
    life = informed()
    life.does(life.municipality, acknowledge_information)
    message = life.facts.messages[0]
    life.does(
        life.ward, correct_message, message_id=message.event_id, text="Kom klockan tio.", reason="Fel tid"
    )
    event = life.last(AGAIN)
    assert event.data["event_id"] == message.event_id
    assert event.data["difference"] == {"old": message.text, "new": "Kom klockan tio."}
    unseen = hidden_events(life.facts.events, {str(life.primary_care.unit_id)})
    assert (str(event.pk) in unseen) == (str(life.primary_care.unit_id) not in message.recipients)


def test_a_corrected_message_that_nobody_had_read_asks_nobody_again() -> None:
    life = informed()
    message = life.facts.messages[0]
    life.does(
        life.ward, correct_message, message_id=message.event_id, text="Kom klockan tio.", reason="Fel tid"
    )
    assert count(life) == 0
