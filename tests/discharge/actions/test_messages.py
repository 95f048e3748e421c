"""General messages: written, answered, corrected, taken back, read; and who may write before there is a ground."""

from datetime import timedelta
from typing import Any
from uuid import uuid4

import pytest

from discharge.actions.acknowledge import acknowledge
from discharge.actions.acknowledge_information import acknowledge_information
from discharge.actions.correct_message import correct_message
from discharge.actions.decline_case import decline_case
from discharge.actions.record_harm_test import record_harm_test
from discharge.actions.record_information_consent import record_information_consent
from discharge.actions.report_wrong_recipient import report_wrong_recipient
from discharge.actions.send_message import send_message
from discharge.actions.start_planning import start_planning
from discharge.actions.withdraw_message import withdraw_message
from discharge.queries.case_page import case_page
from discharge.verify import differences
from lus.deadlines.sweep import sweep_due
from lus.refusals import AlreadyDone, InvalidInput, NotThere, StageNotAllowed, StalePage
from sip.actions.record_sip_consent import record_sip_consent
from sip.actions.withdraw_consent import withdraw_consent

from .life import Life, names, refused
from .lives_with_messages import TEXT, informed, shared, unit_of, write, written

TESTED_ACTS = (
    "send_message",
    "withdraw_message",
    "correct_message",
    "acknowledge_information",
    "record_information_consent",
    "record_harm_test",
)
pytestmark = pytest.mark.django_db


def proven(life: Life) -> bool:
    """Whether the tables are what the events say."""
    return all(isinstance(found, int) for found in differences())


def test_a_message_reaches_those_it_is_sent_to_and_asks_them_for_a_receipt() -> None:
    life = written()
    assert life.told("message_sent") == {"Nacka"}
    assert "acknowledge_message" in life.owes(life.municipality)
    assert "acknowledge_message" not in life.owes(life.primary_care)
    (message,) = life.facts.messages
    assert (message.text, message.thread, message.category) == (TEXT, message.event_id, "aids")
    assert proven(life)


def test_without_a_wished_receipt_it_is_to_be_read_and_has_no_limit() -> None:
    life = informed()
    assert "read_message" in life.owes(life.municipality)
    assert "acknowledge_message" not in life.owes(life.municipality)


def test_a_receipt_carries_the_readers_role_and_leaves_the_notice_unread() -> None:
    life = written()
    life.does(life.municipality, acknowledge, message_id=life.last("message_sent").pk)
    (item,) = [item for item in life.facts.deliveries if item.kind == "message_sent"]
    assert (item.acknowledged_at, item.acknowledged_role) == (life.at, "reception")
    assert life.unit(life.municipality).state == "new"
    assert "acknowledge" in life.owes(life.municipality)


def test_the_ward_acknowledges_what_others_write_to_it() -> None:
    life = shared()
    write(life, life.municipality, life.ward)
    assert "acknowledge_message" in life.owes(life.ward)
    life.does(life.ward, acknowledge, message_id=life.last("message_sent").pk)
    assert "acknowledge_message" not in life.owes(life.ward)


def test_an_answer_stands_in_the_thread_and_acknowledges_it() -> None:
    life = written()
    first = life.last("message_sent").pk
    version = life.facts.version
    write(life, life.municipality, life.ward, text="Tack, vi möter upp.", reply_to=first)
    new = names(life.new_since(version))
    assert new == ["message_acknowledged", "message_acknowledged", "message_sent", "message_delivered"]
    question, answer = life.facts.messages
    assert (answer.thread, answer.reply_to) == (question.thread, question.event_id)
    assert "acknowledge_message" not in life.owes(life.municipality)


def test_to_do_something_else_in_the_case_is_not_to_have_read_a_question() -> None:
    life = written()
    life.does(life.municipality, start_planning)
    assert "acknowledge_message" in life.owes(life.municipality)


def test_a_unit_that_does_not_answer_blocks_nobody() -> None:
    life = written()
    sweep_due(at=life.at + timedelta(days=2))
    life.later(days=2)
    assert life.ready().left().facts.stay == "discharged"


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"text": "  "}, "text"),
        ({"text": "å" * 2001}, "text"),
        ({"category": "weather"}, "category"),
        ({"recipients": []}, "recipients"),
        ({"recipients": [uuid4()]}, "recipients"),
    ],
    ids=["empty", "too long", "unknown category", "nobody", "a unit outside the case"],
)
def test_a_message_that_lacks_something_is_refused(changes: dict[str, Any], field: str) -> None:
    life = shared()
    sent = {"recipients": [unit_of(life.municipality)], "category": "aids", "text": TEXT, **changes}
    with refused(InvalidInput, field=field):
        life.does(life.ward, send_message, **sent)


def test_nobody_writes_to_itself_or_answers_what_it_has_not_got() -> None:
    life = written()
    with refused(InvalidInput, code="not-in-case"):
        write(life, life.ward, life.ward)
    with refused(NotThere):
        write(life, life.primary_care, life.ward, reply_to=life.last("message_sent").pk)


def test_a_withdrawn_message_is_still_there_and_asks_everybody_who_had_it() -> None:
    life = written()
    message = life.last("message_sent").pk
    life.does(life.municipality, acknowledge, message_id=message)
    life.does(life.ward, withdraw_message, message_id=message, reason="Gällde en annan patient")
    (shown,) = case_page(life.municipality, life.case.pk, at=life.at).facts.messages
    assert (shown.text, shown.withdrawn_at) == (TEXT, life.at)
    assert life.told("message_withdrawn") == {"Nacka"}
    assert "acknowledge_message" in life.owes(life.municipality)
    life.does(life.municipality, acknowledge, message_id=life.last("message_withdrawn").pk)
    assert "acknowledge_message" not in life.owes(life.municipality)
    assert proven(life)


def test_an_unread_message_that_is_withdrawn_asks_for_one_receipt_only() -> None:
    life = written()
    life.does(life.ward, withdraw_message, message_id=life.last("message_sent").pk, reason="Dubblett")
    page = case_page(life.municipality, life.case.pk, at=life.at)
    open_keys = {duty.key for duty in page.clocks if duty.code == "acknowledge_message" and not duty.met_at}
    assert open_keys == {str(life.last("message_withdrawn").pk)}
    assert proven(life)


def test_a_unit_that_has_left_is_told_that_what_it_had_is_withdrawn() -> None:
    life = written()
    message = life.last("message_sent").pk
    life.does(life.municipality, decline_case, reason="no_need_of_us")
    life.does(life.ward, withdraw_message, message_id=message, reason="Fel")
    (shown,) = case_page(life.municipality, life.case.pk, at=life.at).facts.messages
    assert shown.withdrawn_reason == "Fel"
    assert life.told("message_withdrawn") == {"Nacka"}
    assert "acknowledge_message" not in life.owes(life.municipality)


def test_a_wrong_recipient_gets_nothing_more() -> None:
    life = written()
    message = life.last("message_sent").pk
    life.does(life.municipality, report_wrong_recipient, reason="moved")
    life.does(life.ward, withdraw_message, message_id=message, reason="Fel mottagare")
    assert life.told("message_withdrawn") == set()
    with refused(NotThere):
        case_page(life.municipality, life.case.pk, at=life.at)


def test_only_the_sender_takes_back_and_only_once() -> None:
    life = written()
    message = life.last("message_sent").pk
    with refused(StageNotAllowed, code="not-sender", says="Avd 72"):
        life.does(life.municipality, withdraw_message, message_id=message, reason="Nej")
    with refused(NotThere):
        life.does(life.primary_care, withdraw_message, message_id=message, reason="Nej")
    life.does(life.ward, withdraw_message, message_id=message, reason="Fel")
    for act, more in ((withdraw_message, {}), (correct_message, {"text": "Ny text"})):
        with refused(AlreadyDone, says="återkallat"):
            life.does(life.ward, act, message_id=message, reason="Igen", **more)


def test_a_correction_keeps_the_old_text_and_asks_those_who_had_it_again() -> None:
    life = written()
    original = life.last("message_sent")
    life.does(life.municipality, acknowledge, message_id=original.pk)
    sent = {"message_id": original.pk, "text": "Rullatorn kommer på torsdag.", "reason": "Ny leveranstid"}
    life.does(life.ward, correct_message, **sent)
    event = life.last("event_corrected")
    assert (event.corrects_id, event.data["event_name"]) == (original.pk, "message_sent")
    assert (event.data["old"], event.data["new"]) == ({"text": TEXT}, {"text": sent["text"]})
    (message,) = life.facts.messages
    assert (message.text, message.corrections[0].old) == (sent["text"], TEXT)
    assert life.told("event_corrected") == {"Nacka"}
    assert "acknowledge_message" in life.owes(life.municipality)
    assert "acknowledge_message" not in life.owes(life.primary_care)
    assert proven(life)


def test_a_correction_that_changes_nothing_or_rests_on_an_old_page_is_refused() -> None:
    life = written()
    message, seen = life.last("message_sent").pk, life.facts.version
    with refused(InvalidInput, field="text"):
        life.does(life.ward, correct_message, message_id=message, text=f" {TEXT} ", reason="Inget")
    life.does(life.ward, correct_message, message_id=message, text="Ny text", reason="Fel dag")
    with refused(StalePage, says="rättat"):
        life.does(
            life.ward, correct_message, message_id=message, text="Tredje", reason="Fel", seen_version=seen
        )
    write(life, life.municipality, life.ward)
    seen = life.facts.version
    life.does(life.municipality, withdraw_message, message_id=life.last("message_sent").pk, reason="Fel")
    life.does(life.ward, correct_message, message_id=message, text="Tredje", reason="Fel", seen_version=seen)


def test_information_is_acknowledged_together_and_nothing_else_with_it() -> None:
    life = informed()
    write(life, life.ward, life.municipality, category="info", text="Hemgång efter lunch.")
    write(life, life.ward, life.municipality, text="Kan ni ta emot nycklar?")
    life.does(life.municipality, acknowledge_information)
    unread = [
        item.kind
        for item in life.facts.deliveries
        if item.unit_id == str(life.municipality.unit_id) and not item.acknowledged_at
    ]
    assert sorted(unread) == ["admission_notice_sent", "message_sent"]
    version = life.facts.version
    life.does(life.municipality, acknowledge_information)
    assert life.facts.version == version


def test_before_any_ground_the_ward_writes_nothing_and_the_others_ask_who_and_when() -> None:
    life = Life()
    with refused(InvalidInput, code="legal-ground-missing", field="text"):
        write(life, life.ward, life.municipality)
    with refused(InvalidInput, code="legal-ground-missing"):
        write(life, life.ward, life.municipality, category="organisation")
    with refused(InvalidInput, code="legal-ground-missing"):
        write(life, life.municipality, life.ward, category="nursing")
    with refused(InvalidInput, code="legal-ground-missing"):
        write(life, life.municipality, life.ward, life.primary_care, category="organisation")
    for unit in (life.municipality, life.primary_care):
        write(life, unit, life.ward, category="organisation", text="Vem är ansvarig sjuksköterska?")
    assert len(life.facts.messages) == 2


GROUNDS = [
    ((("consent", "given"),), True),
    ((("consent", "refused"),), False),
    ((("consent", "given"), ("consent", "withdrawn")), False),
    ((("harm", "no_harm"),), True),
    ((("harm", "harm"),), False),
    ((("harm", "provision"),), True),
    ((("harm", "no_harm"), ("consent", "refused")), False),
    ((("consent", "refused"), ("harm", "no_harm")), True),
    ((("harm", "harm"), ("consent", "given")), True),
]


@pytest.mark.parametrize(("said", "opens"), GROUNDS, ids=[str(row[0]) for row in GROUNDS])
def test_which_grounds_let_the_ward_write(said: tuple[tuple[str, str], ...], opens: bool) -> None:
    life = Life()
    for kind, answer in said:
        if kind == "consent":
            _answer(life, answer)
        else:
            judged = {"outcome": answer, "physician": "Jonas Ek", "provision": "SoL 14 kap. 1 §"}
            life.does(life.ward, record_harm_test, **judged)
    if opens:
        assert write(life, life.ward, life.municipality).messages
    else:
        with refused(InvalidInput, code="legal-ground-missing"):
            write(life, life.ward, life.municipality)
    assert proven(life)


def _answer(life: Life, answer: str) -> None:
    if answer == "withdrawn":
        life.does(life.ward, withdraw_consent, kinds=["information"])
    else:
        life.does(life.ward, record_information_consent, state=answer)


def test_a_consent_to_sip_is_no_consent_to_information() -> None:
    life = Life()
    life.does(life.ward, record_sip_consent, state="given")
    assert life.facts.sharing.consent == "unknown"
    with refused(InvalidInput, code="legal-ground-missing"):
        write(life, life.ward, life.municipality)


@pytest.mark.parametrize(
    ("act", "sent", "field"),
    [
        (record_information_consent, {"state": "perhaps"}, "state"),
        (record_information_consent, {"state": "given", "given_by": "neighbour"}, "given_by"),
        (record_information_consent, {"state": "withdrawn"}, "state"),
        (record_harm_test, {"outcome": "perhaps", "physician": "Jonas Ek"}, "outcome"),
        (record_harm_test, {"outcome": "no_harm", "physician": " "}, "physician"),
        (record_harm_test, {"outcome": "provision", "physician": "Jonas Ek"}, "provision"),
    ],
    ids=lambda value: getattr(value, "__name__", str(value)),
)
def test_a_ground_that_lacks_something_is_refused(act: Any, sent: dict[str, Any], field: str) -> None:
    life = Life()
    with refused(InvalidInput, field=field):
        life.does(life.ward, act, **sent)


def test_a_ground_is_told_to_all_the_units() -> None:
    life = shared()
    assert life.told("consent_recorded") == {"Nacka", "Vårdcentralen Solen"}
