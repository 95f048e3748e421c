"""Spärr: set by a unit of its own content, lifted with consent, opened for a day in an emergency."""

from datetime import date, timedelta
from uuid import uuid4

import pytest

from discharge.actions.acknowledge import acknowledge
from discharge.actions.lift_block import lift_block
from discharge.actions.open_block_in_emergency import open_block_in_emergency
from discharge.actions.set_block import set_block
from discharge.models import BlockedEvent
from discharge.queries.board import board
from discharge.queries.case_page import case_page
from discharge.queries.changes import changes_for
from discharge.queries.live_feed import live_changes
from discharge.queries.notices import news
from discharge.verify import Difference, differences
from lus.access_log.models import Entry
from lus.organisations.actor import Actor
from lus.refusals import AlreadyDone, InvalidInput, NotThere
from tests.factories import NOW, a_case, a_person, a_place

from .good_input_of_blocks import WHY, blocked
from .life import Life, refused
from .lives_with_messages import TEXT, shared, write

TESTED_ACTS = {"set_block", "lift_block", "open_block_in_emergency"}
DAY = timedelta(hours=24)


def written_and_blocked() -> Life:
    """The municipality has written to the others, and blocked its messages since."""
    life = shared()
    write(life, life.municipality, life.ward, life.primary_care)
    life.does(life.municipality, set_block, scope="messages")
    return life


def blocking_from_now_on() -> Life:
    """The municipality has read the notice and blocked its messages, and has written none."""
    life = shared()
    life.does(life.municipality, acknowledge, message_id=life.last("admission_notice_sent").pk)
    life.does(life.municipality, set_block, scope="messages")
    return life


def reads(life: Life, who: Actor, *, later: timedelta = timedelta()) -> bool:
    """Whether ``who`` finds the text anywhere in the case."""
    facts = case_page(who, life.case.pk, at=life.at + later).facts
    return TEXT in str(facts.events) or bool(facts.messages)


def proven() -> bool:
    return not [one for one in differences() if isinstance(one, Difference)]


def opened(life: Life, who: Actor, **other: object) -> None:
    arguments = {"unit_id": life.municipality.unit_id, "reason": WHY, "confirmed": True, **other}
    life.does(who, open_block_in_emergency, **arguments)


def test_what_was_written_before_is_read_by_its_unit_alone() -> None:
    life = written_and_blocked()
    assert reads(life, life.municipality)
    assert not reads(life, life.ward)
    assert not reads(life, life.primary_care)
    assert life.owes(life.ward).isdisjoint({"acknowledge_message"})
    assert proven()


def test_what_is_written_while_it_stands_is_told_to_nobody() -> None:
    life = shared()
    life.does(life.municipality, set_block, scope="all")
    write(life, life.municipality, life.ward)
    assert life.told("message_sent") == set()
    assert not reads(life, life.ward)
    assert proven()


def test_an_act_about_what_is_blocked_finds_nothing() -> None:
    life = written_and_blocked()
    with refused(NotThere):
        life.does(life.primary_care, acknowledge, message_id=life.last("message_sent").pk)


def test_the_others_are_told_that_a_block_exists_and_no_more() -> None:
    life = written_and_blocked()
    assert life.told("block_set") == {"Avd 72", "Vårdcentralen Solen"}
    page = case_page(life.ward, life.case.pk, at=life.at)
    (event,) = [event for event in page.facts.events if event.name == "block_set"]
    assert (event.unit_id, event.actor_name, event.data) == (None, "", {})
    assert [block.scope for block in page.facts.blocks] == [""]


def test_a_notice_of_what_becomes_blocked_is_no_news_any_more() -> None:
    life = written_and_blocked()
    (item,) = news(life.primary_care, at=life.at).cases
    assert "message_sent" not in item.kinds
    assert "block_set" in item.kinds


def test_lifted_with_consent_it_is_as_before() -> None:
    life = written_and_blocked()
    life.does(life.municipality, lift_block, block_id=life.last("block_set").pk)
    assert reads(life, life.ward)
    assert "acknowledge_message" in life.owes(life.ward)
    assert not BlockedEvent.objects.exists()
    assert proven()


def test_nobody_else_lifts_it() -> None:
    life = written_and_blocked()
    for who, block_id in ((life.ward, life.last("block_set").pk), (life.municipality, uuid4())):
        with refused(NotThere):
            life.does(who, lift_block, block_id=block_id)


def test_an_emergency_opens_it_for_one_unit_for_a_day() -> None:
    life = written_and_blocked()
    opened(life, life.ward)
    assert reads(life, life.ward)
    assert reads(life, life.ward, later=DAY - timedelta(seconds=1))
    assert not reads(life, life.ward, later=DAY)
    assert not reads(life, life.primary_care)
    assert proven()


def test_an_opening_has_ground_person_time_expiry_and_a_row_of_its_own_in_the_log() -> None:
    life = written_and_blocked()
    opened(life, life.ward)
    event = life.last("block_lifted")
    assert event.actor_name == life.ward.name
    assert (event.data["ground"], event.data["reason"]) == ("emergency", WHY)
    assert event.data["valid_to"] == (life.at + DAY).isoformat()
    assert "Nacka" in life.told("block_lifted")
    entry = Entry.objects.get(action="block_opened_in_emergency")
    assert (entry.user_id, entry.case_id) == (life.ward.user_id, life.case.pk)


def test_a_third_unit_reads_neither_who_opened_nor_why() -> None:
    life = written_and_blocked()
    opened(life, life.ward)
    facts = case_page(life.primary_care, life.case.pk, at=life.at).facts
    (event,) = [event for event in facts.events if event.name == "block_lifted"]
    assert (event.unit_id, event.actor_name, event.data) == (None, "", {})


@pytest.mark.parametrize(
    ("changed", "kind", "field"),
    [
        ({"reason": " "}, InvalidInput, "reason"),
        ({"reason": "x" * 301}, InvalidInput, "reason"),
        ({"confirmed": False}, InvalidInput, "confirmed"),
        ({"unit_id": uuid4()}, NotThere, ""),
    ],
)
def test_an_opening_needs_a_reason_a_confirmation_and_a_block(
    changed: dict[str, object], kind: type[Exception], field: str
) -> None:
    life = written_and_blocked()
    with refused(kind, field=field):
        opened(life, life.ward, **changed)


def test_it_is_opened_once_and_again_when_the_day_has_passed() -> None:
    life = written_and_blocked()
    opened(life, life.ward)
    with refused(AlreadyDone):
        opened(life, life.ward)
    opened(life.later(hours=24), life.ward)
    assert reads(life, life.ward)


def test_the_blocking_unit_does_not_open_its_own() -> None:
    life = written_and_blocked()
    with refused(NotThere):
        opened(life, life.municipality)


def test_what_is_blocked_already_is_not_blocked_again() -> None:
    life = blocked("all")
    with refused(AlreadyDone):
        life.does(life.municipality, set_block, scope="planning")
    life.does(life.ward, set_block, scope="planning")


def test_two_units_block_for_each_other() -> None:
    life = written_and_blocked()
    write(life, life.ward, life.municipality, text="Avdelningens ord.")
    life.does(life.ward, set_block, scope="messages")
    texts = {
        who.unit_name: [one.text for one in case_page(who, life.case.pk, at=life.at).facts.messages]
        for who in (life.ward, life.municipality, life.primary_care)
    }
    assert texts == {"Avd 72": ["Avdelningens ord."], "Nacka": [TEXT], "Vårdcentralen Solen": []}
    assert proven()


@pytest.mark.parametrize(("born", "says"), [(date(2012, 1, 1), "barnets"), (date(1950, 1, 1), "vuxen")])
def test_a_guardian_blocks_nothing(born: date, says: str) -> None:
    place = a_place()
    life = Life(place=place, case=a_case(place, person=a_person(born=born)))
    with refused(InvalidInput, field="asked_by", says=says):
        life.does(life.ward, set_block, scope="all", asked_by="guardian")
    life.does(life.ward, set_block, scope="all")


@pytest.mark.parametrize(("scope", "asked_by", "field"), [("", "patient", "scope"), ("all", "", "asked_by")])
def test_what_and_who_must_be_said(scope: str, asked_by: str, field: str) -> None:
    life = Life()
    with refused(InvalidInput, field=field):
        life.does(life.municipality, set_block, scope=scope, asked_by=asked_by)


@pytest.mark.django_db(transaction=True)
def test_no_feed_tells_of_it() -> None:
    life = blocking_from_now_on()
    before = max(change.position for change in live_changes(0, 1000))
    write(life, life.municipality, life.ward)
    after = live_changes(before, 1000)
    assert {unit for change in after for unit in change.units} == {life.municipality.unit_id}
    feed = {
        who.unit_name: [event.name for _, event in changes_for(who, after=before, limit=100).changes]
        for who in (life.ward, life.municipality)
    }
    assert feed["Avd 72"] == []
    assert "message_sent" in feed["Nacka"]


def test_the_board_counts_the_same_for_everybody_and_does_not_stir() -> None:
    life = blocking_from_now_on()
    before = board(life.ward, at=NOW).cohorts.mark
    write(life, life.municipality, life.ward)
    assert board(life.ward, at=NOW).cohorts.mark == before
