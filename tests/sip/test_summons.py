"""Kalla till SIP: what the summons says reaches the event, the tables and those who are called."""

from datetime import timedelta
from typing import Any

import pytest
import time_machine

from lus.organisations.actor import Actor
from lus.organisations.models import VideoHost
from lus.refusals import InvalidInput, Refused
from sip.actions.answer_sip_summons import answer_sip_summons
from sip.actions.cancel_sip_meeting import cancel_sip_meeting
from sip.actions.change_sip_time import change_sip_time
from sip.actions.meeting_picture import meeting_columns, participant_columns
from sip.actions.record_sip_meeting import record_sip_meeting
from sip.actions.remove_sip_unit import remove_sip_unit
from sip.actions.send_sip_summons import send_sip_summons
from sip.models import Meeting, Participant
from sip.queries.plan_facts import process_of
from sip.rules.summons import CalledUnit, Invited, MeetingPlace, Summons
from tests.discharge.actions.life import refused
from tests.discharge.actions.sip_lives import summoned
from tests.factories import signed_in

from .outside import Outside, around_home, close_unit

pytestmark = pytest.mark.django_db
LINK = "https://mote.invalid/j/84621973310"
DIGITAL = MeetingPlace(
    "digital", video_url=LINK, provider="Kliniken", phone="010-1", phone_pin="77", host_confirmed=True
)


@pytest.fixture
def home(home: Outside) -> Outside:
    home.begins()
    return home


def summon(home: Outside, summons: Summons | None = None, **more: Any) -> None:
    said = {"meeting_at": home.at + timedelta(days=9), "place": "Hemma", **more}
    home.does(home.nurse, send_sip_summons, **said, **({"summons": summons} if summons else {}))


def row_of(actor: Actor) -> Participant:
    return Participant.objects.get(unit_id=str(actor.unit_id))


def the_tables_say_what_the_events_say() -> None:
    for row in Meeting.objects.select_related("plan"):
        facts = next(one for one in process_of(row.plan).sip.meetings if one.uid == str(row.pk))
        assert {name: getattr(row, name) for name in meeting_columns(facts)} == meeting_columns(facts)
        people = {str(one.pk): one for one in row.participants.all()}
        assert people.keys() == {one.participant_id for one in facts.participants}
        for one in facts.participants:
            columns = participant_columns(one)
            assert {name: getattr(people[one.participant_id], name) for name in columns} == columns


def test_what_is_left_out_is_as_usual(home: Outside) -> None:
    summon(home)
    meeting = home.facts.sip.meeting
    assert meeting is not None
    assert (meeting.purpose, meeting.duration_min, meeting.place_kind) == (
        "Ramlar hemma och vill bo kvar",
        45,
        "home",
    )
    assert str(meeting.reply_by) == "2026-03-06"
    assert [one.kind for one in meeting.called] == ["person", "unit", "unit"]
    assert all(one.required for one in meeting.called)
    the_tables_say_what_the_events_say()


def test_all_that_a_summons_may_say(home: Outside) -> None:
    social = CalledUnit(str(home.social.unit_id), False, "Handläggaren", "Ta med beslutet")
    summons = Summons(
        purpose="Hur kan Karin bo kvar?",
        duration_min=60,
        at_place=DIGITAL,
        units=(CalledUnit(str(home.primary_care.unit_id)), social),
        invited=(Invited("relative", "Eva Ek", "070-1"), Invited("interpreter", "Tolkcentralen")),
        interpreter="Finska",
        person_choice="not_all",
        person_wish="Inte brodern",
    )
    summon(home, summons, place="")
    meeting = home.facts.sip.meeting
    assert meeting is not None
    assert (meeting.place, meeting.video_url, meeting.phone_pin) == ("Digitalt", LINK, "77")
    wanted = meeting.of_unit(str(home.social.unit_id))
    assert wanted is not None
    assert (wanted.required, wanted.function, wanted.prepare) == (False, "Handläggaren", "Ta med beslutet")
    assert [(one.kind, one.name) for one in meeting.called[3:]] == [
        ("relative", "Eva Ek"),
        ("interpreter", "Tolkcentralen"),
    ]
    the_tables_say_what_the_events_say()
    with time_machine.travel(home.at, tick=False):
        html = signed_in(home.primary_care).get(f"/sip/{home.plan.pk}/").content.decode()
    for words in (
        "Hur kan Karin bo kvar?",
        "Eva Ek, närstående",
        "Ta med beslutet",
        "Anslut går från",
        "kod 77",
        "Finska",
    ):
        assert words in html
    assert LINK not in html, "the way in opens a quarter before the meeting"


@pytest.mark.parametrize(
    ("summons", "code"),
    [
        (Summons(units=()), "sip-needs-both-principals"),
        (Summons(at_place=MeetingPlace("digital")), "sip-meeting-way-in"),
        (
            Summons(at_place=MeetingPlace("digital", f"{LINK}?n=Åberg", phone="1")),
            "sip-link-personal",
        ),
        (Summons(purpose="x" * 801), "validation"),
        (Summons(duration_min=5), "validation"),
    ],
)
def test_a_summons_that_is_not_whole_leaves_nothing(home: Outside, summons: Summons, code: str) -> None:
    with refused(Refused, code=code):
        summon(home, summons)
    assert not Meeting.objects.exists()


def test_a_unit_that_has_closed_is_named(home: Outside) -> None:
    close_unit(home.social, home.at)
    with pytest.raises(Refused, match="sip-unit-closed") as said:
        summon(home)
    assert "Biståndet Nacka är stängd" in said.value.detail
    summon(home, Summons(units=(CalledUnit(str(home.primary_care.unit_id)),)))


def test_a_unit_that_is_not_in_the_plan_is_not_called(home: Outside) -> None:
    stranger = around_home().social
    with refused(InvalidInput, field="units"):
        summon(home, Summons(units=(CalledUnit(str(stranger.unit_id)),)))


def test_the_tables_follow_a_meeting_to_its_end(home: Outside) -> None:
    summon(home)
    home.does(home.social, answer_sip_summons, answer="comes")
    assert row_of(home.social).answer == "comes"
    home.does(
        home.nurse,
        change_sip_time,
        meeting_at=home.at + timedelta(days=2),
        place="",
        at_place=DIGITAL,
        reason="Sjuk",
    )
    assert row_of(home.social).answer == ""
    the_tables_say_what_the_events_say()
    home.does(home.nurse, remove_sip_unit, unit_id=home.social.unit_id, reason="Inga insatser")
    assert not row_of(home.social).is_called
    home.does(home.nurse, cancel_sip_meeting, reason="Sjuk")
    summon(home.later(minutes=1))
    the_tables_say_what_the_events_say()
    home.later(days=10)
    came = {str(home.primary_care.unit_id): "video"}
    home.does(home.nurse, record_sip_meeting, attendance=came, person="physical")
    assert list(Meeting.objects.order_by("summoned_at").values_list("state", flat=True)) == [
        "cancelled",
        "held",
    ]
    the_tables_say_what_the_events_say()


def test_another_room_keeps_the_rest(home: Outside) -> None:
    summon(home, Summons(at_place=DIGITAL, duration_min=30), place="")
    before = home.facts.sip.meeting
    assert before is not None
    moved = {"meeting_at": before.starts_at, "reason": "Länken byttes"}
    home.does(home.nurse, change_sip_time, place="Digitalt, nytt rum", **moved)
    after = home.facts.sip.meeting
    assert after is not None
    assert (after.video_url, after.duration_min, after.reply_by) == (LINK, 30, before.reply_by)
    with refused(InvalidInput, field="meeting_at"):
        home.does(home.nurse, change_sip_time, place="Digitalt, nytt rum", **moved)


def test_in_a_discharge_the_meeting_belongs_to_the_case_s_plan() -> None:
    life = summoned()
    meeting = Meeting.objects.get()
    assert meeting.plan.case_id == life.case.pk
    assert meeting.place_kind == "ward"
    the_tables_say_what_the_events_say()
    life.dead()
    assert Meeting.objects.get().state == "cancelled"
    the_tables_say_what_the_events_say()


def test_the_page_asks_about_each_unit_and_keeps_what_was_typed(home: Outside) -> None:
    client, url = signed_in(home.nurse), f"/sip/{home.plan.pk}/summons/"
    social, solen = home.social.unit_id, home.primary_care.unit_id
    typed = {
        "purpose": "Planera",
        "meeting_at": "2026-03-12 10.00",
        "place_kind": "digital",
        "video_url": LINK,
        f"unit_{social}": "no",
        f"prepare_{solen}": "Läkemedelslista",
        "invited_1_kind": "relative",
        "invited_1_name": "Eva Ek",
        "idempotency_key": "k",
    }
    with time_machine.travel(home.at, tick=False):
        shown = client.get(url).content.decode()
        assert "Ramlar hemma och vill bo kvar" in shown
        answer = client.post(url, typed)
        assert answer.status_code == 422
        assert "Ange länk och telefonnummer." in answer.content.decode()
        assert "Läkemedelslista" in answer.content.decode()
        asked = client.post(url, {**typed, "phone": "010-1", "idempotency_key": "k2"})
        assert "står bland era videotjänster" in asked.content.decode()
        sure = {"phone": "010-1", "host_confirmed": "on", "idempotency_key": "k3"}
        assert client.post(url, {**typed, **sure}).status_code == 302
    meeting = home.facts.sip.meeting
    assert meeting is not None
    assert [one.unit_id or one.name for one in meeting.called] == ["", str(solen), "Eva Ek"]


def test_a_host_that_the_principal_has_said_is_asked_about_no_more(home: Outside) -> None:
    link = MeetingPlace("digital", video_url="https://a.mote.invalid/1", phone="010-1")
    with refused(InvalidInput, code="sip-host-unknown"):
        summon(home, Summons(at_place=link), place="")
    VideoHost.objects.create(principal_id=str(home.nurse.principal_id), host="mote.invalid")
    summon(home, Summons(at_place=link), place="")
    moved = {"meeting_at": home.at + timedelta(days=5), "place": "", "reason": "Krock"}
    home.does(home.nurse, change_sip_time, **moved)
    elsewhere = MeetingPlace("digital", video_url="https://notmote.invalid/1", phone="010-1")
    with refused(InvalidInput, field="host_confirmed"):
        home.does(home.nurse, change_sip_time, **moved, at_place=elsewhere)


def test_a_short_plan_has_ten_minutes_and_three_points(home: Outside) -> None:
    summon(home, Summons(short=True))
    meeting = home.facts.sip.meeting
    assert meeting is not None
    assert meeting.duration_min == 10
    with time_machine.travel(home.at, tick=False):
        client = signed_in(home.primary_care)
        html = client.get(f"/sip/{home.plan.pk}/").content.decode()
        document = client.get(f"/sip/{home.plan.pk}/document/").context["views"]
    three = ("Vad är viktigt för dig?", "Vem gör vad, och när?", "Uppföljning")
    assert all(f"<li>{point}</li>" in html for point in three)
    assert [view["current"] for view in document] == [False, True], "the document opens in its short form"


def test_the_form_says_what_the_person_has_agreed_to(home: Outside) -> None:
    with time_machine.travel(home.at, tick=False):
        shown = signed_in(home.nurse).get(f"/sip/{home.plan.pk}/summons/").content.decode()
    assert "Samtycke omfattar" in shown
    assert "Kallelse till SIP till och med" in shown
