"""Kalenderfiler: who gets one when a meeting is called, moved or called off; sent once, and without the patient."""

import threading
from datetime import timedelta
from email.message import Message
from typing import Any

import pytest
import vobject
from django.core import mail
from django.core.mail import EmailMessage
from django.db import connection

from discharge.actions.remove_concerned_unit import remove_concerned_unit
from lus.notifications.leased import LEASE, MAX_ATTEMPTS
from lus.notifications.models import Audience, Channel, OutboxState, UnitChannel
from lus.organisations.models import Unit
from sip.actions.add_sip_unit import add_sip_unit
from sip.actions.answer_sip_summons import answer_sip_summons
from sip.actions.cancel_sip_meeting import cancel_sip_meeting
from sip.actions.change_sip_participants import change_sip_participants
from sip.actions.change_sip_time import change_sip_time
from sip.actions.remove_sip_unit import remove_sip_unit
from sip.actions.send_sip_summons import send_sip_summons
from sip.actions.turn_meeting_to_phone import turn_meeting_to_phone
from sip.invitations.deliver import SUPERSEDED, deliver_invitations
from sip.models import InvitationRow
from sip.rules.participants import ParticipantChanges
from sip.rules.summons import CalledUnit, Invited, MeetingPlace, Summons
from tests.discharge.actions.sip_lives import summoned

from .outside import Outside, around_home

pytestmark = pytest.mark.django_db
SOLEN, SOCIAL, NURSE = "solen@x.invalid", "bistand@x.invalid", "hemsjukvard@x.invalid"


def with_mailboxes() -> Outside:
    home = around_home()
    for actor, mailbox in ((home.nurse, NURSE), (home.primary_care, SOLEN), (home.social, SOCIAL)):
        Unit.objects.filter(pk=str(actor.unit_id)).update(email=mailbox)
    home.begins()
    return home


@pytest.fixture
def home() -> Outside:
    return with_mailboxes()


def summon(home: Outside, **more: Any) -> None:
    said = {"meeting_at": home.at + timedelta(days=9), "place": "Lönngatan 4, hos Karin", **more}
    home.does(home.nurse, send_sip_summons, **said)


def sent(home: Outside) -> dict[str, Any]:
    """Send what is due, and return the events of the files by mailbox."""
    mail.outbox.clear()
    home.later(minutes=1)
    deliver_invitations(at=home.at)
    return {message.to[0]: event_of(message) for message in mail.outbox}


def event_of(message: EmailMessage) -> Any:
    parts: list[Message] = list(message.message().walk())
    file = next(part for part in parts if part.get_content_type() == "text/calendar")
    calendar = vobject.readOne(file.get_payload(decode=True).decode())  # type: ignore[union-attr]
    calendar.validate(raiseException=True)
    assert calendar.method.value == file.get_param("method")
    event = calendar.vevent
    event.said = calendar.method.value
    return event


def numbers(home: Outside) -> dict[str, tuple[str, int]]:
    return {box: (event.said, int(event.sequence.value)) for box, event in sent(home).items()}


def test_each_called_unit_gets_one_file_and_the_one_who_calls_none(home: Outside) -> None:
    summon(home)
    events = sent(home)
    assert set(events) == {SOLEN, SOCIAL}
    assert events[SOLEN].organizer.value == f"mailto:{NURSE}"
    assert events[SOLEN].dtstart.value == home.facts.sip.meeting_at
    assert sent(home) == {}, "nothing is sent twice"
    home.does(home.social, answer_sip_summons, answer="comes")
    assert sent(home) == {}, "an answer changes no calendar"


def test_moved_and_called_off_with_rising_numbers_and_one_uid(home: Outside) -> None:
    summon(home)
    first = sent(home)[SOLEN]
    later = {"meeting_at": home.at + timedelta(days=12), "reason": "Krock"}
    home.does(home.nurse, change_sip_time, place="Lönngatan 4, hos Karin", **later)
    second = sent(home)[SOLEN]
    home.does(home.nurse, change_sip_time, place="Lönngatan 4, nb", **later)
    assert sent(home) == {}, "a room is told in the summons, not in the file"
    home.does(home.nurse, cancel_sip_meeting, reason="Sjuk")
    last = sent(home)[SOLEN]
    files = (first, second, last)
    assert [(one.said, one.sequence.value, one.status.value) for one in files] == [
        ("REQUEST", "0", "CONFIRMED"),
        ("REQUEST", "1", "CONFIRMED"),
        ("CANCEL", "2", "CANCELLED"),
    ]
    assert len({one.uid.value for one in files}) == 1
    summon(home)
    another = sent(home)[SOLEN]
    assert another.uid.value != first.uid.value
    assert another.sequence.value == "0"


def test_a_chain_of_changes_has_one_uid_and_rising_numbers(home: Outside) -> None:
    """Each file of the chain is read and validated by another parser, see ``event_of``."""
    digital = MeetingPlace("digital", video_url="https://mote.invalid/1", phone="010-1", host_confirmed=True)
    summon(home, place="", summons=Summons(at_place=digital))
    meeting = home.facts.sip.meeting
    assert meeting is not None
    social = meeting.of_unit(str(home.social.unit_id))
    assert social is not None
    chain = [sent(home)]
    home.does(home.social, turn_meeting_to_phone)
    chain.append(sent(home))
    changes = ParticipantChanges(remove=(social.participant_id,))
    home.does(home.nurse, change_sip_participants, changes=changes)
    chain.append(sent(home))
    changes = ParticipantChanges(add=(CalledUnit(str(home.social.unit_id)),))
    home.does(home.nurse, change_sip_participants, changes=changes)
    chain.append(sent(home))
    home.does(home.nurse, cancel_sip_meeting, reason="Sjuk")
    chain.append(sent(home))
    said = [{box: (one.said, one.sequence.value) for box, one in files.items()} for files in chain]
    assert said == [
        {SOLEN: ("REQUEST", "0"), SOCIAL: ("REQUEST", "0")},
        {SOLEN: ("REQUEST", "1"), SOCIAL: ("REQUEST", "1")},
        {SOCIAL: ("CANCEL", "2")},
        {SOCIAL: ("REQUEST", "2")},
        {SOLEN: ("CANCEL", "3"), SOCIAL: ("CANCEL", "3")},
    ]
    assert len({one.uid.value for files in chain for one in files.values()}) == 1


def test_a_unit_that_leaves_gets_a_cancel_and_the_others_nothing(home: Outside) -> None:
    summon(home)
    sent(home)
    home.does(home.nurse, remove_sip_unit, unit_id=home.social.unit_id, reason="Inga insatser")
    assert numbers(home) == {SOCIAL: ("CANCEL", 1)}
    home.does(home.nurse, add_sip_unit, unit_id=home.social.unit_id)
    assert sent(home) == {}, "who joins the plan is not called by that"


def test_nothing_of_the_patient_is_in_a_mail(home: Outside) -> None:
    purpose, relative = "Faller om nätterna", Invited("relative", "Eva Öberg-Test", "070-123 45 67")
    summon(home, summons=Summons(purpose=purpose, invited=(relative,)))
    home.later(minutes=1)
    deliver_invitations(at=home.at)
    person = home.person
    canaries = [
        person.given_name,
        person.family_name,
        person.identifier,
        person.identifier[2:],
        person.street,
        "Lönngatan",
        "Karin",
        "Faller",
        "Dagordning",
        "viktigt",
        "Öberg",
        "070-123",
        home.plan.reference,
        "SIP",
    ]
    for message in mail.outbox:
        parts = [part.get_payload(decode=True) or b"" for part in message.message().walk()]
        whole = message.message().as_string() + "".join(bytes(part).decode() for part in parts)
        assert "sip/" in whole, "the address of the product's page is all that names it"
        text = whole.replace("/sip/", "")
        assert [word for word in canaries if word and word in text] == []
    assert len(mail.outbox) == 2


def test_the_chosen_mailbox_counts_and_a_unit_without_one_is_told_in_the_product(home: Outside) -> None:
    UnitChannel.objects.create(
        unit_id=str(home.primary_care.unit_id),
        audience=Audience.UNIT,
        channel=Channel.EMAIL,
        address="funktion@x.invalid",
    )
    Unit.objects.filter(pk=str(home.social.unit_id)).update(email="")
    summon(home)
    assert set(sent(home)) == {"funktion@x.invalid"}


def test_a_protected_identity_sends_nothing_and_takes_back_what_was_sent(home: Outside) -> None:
    summon(home)
    sent(home)
    home.person.protection = "sekretessmarkering"
    home.person.save()
    home.does(home.social, answer_sip_summons, answer="comes")
    assert {said for said, _ in numbers(home).values()} == {"CANCEL"}
    home.does(home.nurse, cancel_sip_meeting, reason="Sjuk")
    summon(home)
    assert sent(home) == {}


def test_what_waits_while_the_identity_becomes_protected_is_not_sent(home: Outside) -> None:
    summon(home)
    home.person.protection = "sekretessmarkering"
    home.person.save()
    assert sent(home) == {}


def test_in_a_discharge_a_unit_that_leaves_the_case_gets_a_cancel() -> None:
    life = summoned()
    Unit.objects.filter(pk=str(life.municipality.unit_id)).update(email=SOCIAL)
    moved = {"meeting_at": life.at + timedelta(days=4), "place": "Avdelningen", "reason": "Krock"}
    life.does(life.primary_care, change_sip_time, **moved)
    assert list(InvitationRow.objects.values_list("mailbox", "method")) == [(SOCIAL, "REQUEST")]
    unit_id = life.municipality.unit_id
    life.does(life.ward, remove_concerned_unit, unit_id=unit_id, reason="Fel kommun")
    assert [row.method for row in InvitationRow.objects.order_by("sequence")] == ["REQUEST", "CANCEL"]


def test_the_dead_are_not_met_about() -> None:
    life = summoned()
    Unit.objects.filter(pk=str(life.municipality.unit_id)).update(email=SOCIAL)
    moved = {"meeting_at": life.at + timedelta(days=4), "place": "Avdelningen", "reason": "Krock"}
    life.does(life.primary_care, change_sip_time, **moved)
    life.dead()
    assert [row.status for row in InvitationRow.objects.order_by("sequence")] == ["CONFIRMED", "CANCELLED"]


def test_an_older_file_that_still_waits_is_not_sent_after_a_newer(home: Outside) -> None:
    summon(home)
    home.does(home.nurse, cancel_sip_meeting, reason="Sjuk")
    assert {said for said, _ in numbers(home).values()} == {"CANCEL"}
    assert set(InvitationRow.objects.filter(sequence=0).values_list("state", "error")) == {
        (OutboxState.CANCELLED, SUPERSEDED)
    }


def test_a_mail_server_that_refuses_is_tried_again_and_then_given_up(home: Outside, settings: Any) -> None:
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", 9  # nobody listens there
    summon(home)
    for attempt in range(1, MAX_ATTEMPTS + 1):
        assert deliver_invitations(at=home.at) == 0
        row = InvitationRow.objects.get(mailbox=SOLEN)
        assert (row.attempts, row.error) == (attempt, "ConnectionRefusedError")
        home.at = row.due_at
    assert row.state == OutboxState.FAILED


def test_a_sender_that_died_half_way_is_uncertain_and_never_sent_again(home: Outside) -> None:
    summon(home)
    InvitationRow.objects.update(state=OutboxState.SENDING, lease_until=home.at + LEASE)
    home.later(minutes=2)
    assert deliver_invitations(at=home.at) == 0
    assert set(InvitationRow.objects.values_list("state", flat=True)) == {OutboxState.UNCERTAIN}


@pytest.mark.django_db(transaction=True)
def test_two_workers_send_each_file_once() -> None:
    home, counted = with_mailboxes(), []
    summon(home)

    def work() -> None:
        counted.append(deliver_invitations(at=home.at))
        connection.close()

    workers = [threading.Thread(target=work) for _ in range(4)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    assert sum(counted) == 2
    assert sorted(message.to[0] for message in mail.outbox) == sorted([SOLEN, SOCIAL])
