"""Personen och närstående: they answer by a code without an account, and see when and where and nothing else."""

from datetime import timedelta
from typing import Any
from uuid import UUID

import pytest
import time_machine
from django.test import Client

from discharge.rules.facts_of_meeting import Participant
from lus.access_log.models import Entry
from lus.events.models import Event
from lus.one_time.refusals import CodeNotValid
from lus.organisations.actor import Actor
from lus.refusals import InvalidInput, NotThere, StageNotAllowed
from sip.actions.answer_by_code import answer_by_code
from sip.actions.answer_for_participant import answer_for_participant
from sip.actions.cancel_sip_meeting import cancel_sip_meeting
from sip.actions.change_sip_time import change_sip_time
from sip.actions.give_sip_code import give_sip_code
from sip.actions.record_sip_meeting import record_sip_meeting
from sip.actions.send_sip_summons import send_sip_summons
from sip.models import Participant as Row
from sip.models import Plan
from sip.rules.summons import Invited, MeetingPlace, Summons
from tests.discharge.actions.life import refused
from tests.discharge.actions.sip_lives import summoned
from tests.factories import NOW, a_place, signed_in

from .outside import Outside

pytestmark = [pytest.mark.django_db, pytest.mark.at(NOW), pytest.mark.usefixtures("no_tries_yet")]
TESTED_ACTS = ("answer_for_participant", "answer_by_code", "give_sip_code")
PLACE = MeetingPlace("digital", "https://mote.invalid/j/1", "", "010-1 23", "77", host_confirmed=True)
SUMMONS = Summons(
    purpose="Hemlig fråga om minnet", at_place=PLACE, invited=(Invited("relative", "Eva Ek", "070-1"),)
)
ADDRESS = "192.0.2.7"


@pytest.fixture
def home(home: Outside) -> Outside:
    home.begins()
    meeting = home.at + timedelta(days=9)
    home.does(home.nurse, send_sip_summons, meeting_at=meeting, place="", summons=SUMMONS)
    return home


def called(home: Outside, kind: str) -> Participant:
    meeting = home.facts.sip.meeting
    assert meeting is not None
    return next(one for one in meeting.called if one.kind == kind)


def given(home: Outside, kind: str = "relative", actor: Actor | None = None) -> str:
    one = UUID(called(home, kind).participant_id)
    return give_sip_code(plan_id=home.plan.pk, actor=actor or home.nurse, at=home.at, participant_id=one).code


def by_code(home: Outside, code: str, answer: str = "comes", **more: Any) -> None:
    answer_by_code(code=code, answer=answer, address=ADDRESS, at=home.at, **more)


def test_the_answer_by_code_is_the_participant_s_and_may_be_changed(home: Outside) -> None:
    code = given(home)
    by_code(home, code, "maybe", text="Jobbar till tre")
    by_code(home, code, "comes")
    one = called(home, "relative")
    assert (one.answer, one.answer_text, one.has_code) == ("comes", "", True)
    assert Row.objects.get(pk=one.participant_id).answer == "comes"
    event = Event.objects.filter(name="sip_attendance_answered").latest("seq")
    assert (event.source, event.unit_id, event.user_id) == ("code", None, None)
    assert "Eva" not in str(event.data) + event.actor_name
    assert home.facts.sip.answers == (), "no unit has answered"


def test_staff_note_an_answer_given_on_the_telephone(home: Outside) -> None:
    person = UUID(called(home, "person").participant_id)
    noted: dict[str, Any] = {
        "plan_id": home.plan.pk,
        "actor": home.social,
        "at": home.at,
        "participant_id": person,
    }
    answer_for_participant(**noted, answer="cannot", text="Vill vara med på telefon")
    assert called(home, "person").answer == "cannot"
    with refused(InvalidInput, field="answer"):
        answer_for_participant(**noted, answer="sends_other")
    unit = UUID(called(home, "unit").participant_id)
    with refused(InvalidInput, field="participant_id"):
        answer_for_participant(**{**noted, "participant_id": unit}, answer="comes")


def test_a_plan_of_others_is_not_there(home: Outside) -> None:
    stranger = a_place("Avd 9", "Tyresö", "Vårdcentralen Björken").primary_care
    with refused(NotThere):
        given(home, actor=stranger)
    with refused(NotThere):
        answer_for_participant(
            plan_id=home.plan.pk,
            actor=stranger,
            at=home.at,
            participant_id=UUID(called(home, "person").participant_id),
            answer="comes",
        )


def test_a_new_code_ends_the_one_before(home: Outside) -> None:
    first = given(home)
    second = given(home)
    with pytest.raises(CodeNotValid):
        by_code(home, first)
    by_code(home, second)


def test_a_code_follows_the_meeting(home: Outside) -> None:
    code = given(home)
    meeting = home.facts.sip.meeting_at
    assert meeting is not None
    moved = meeting + timedelta(days=20)
    home.does(home.nurse, change_sip_time, meeting_at=moved, place="", reason="Krock")
    home.at = moved - timedelta(minutes=1)
    by_code(home, code)
    home.at = moved
    with pytest.raises(StageNotAllowed, match="no-meeting-ahead"):
        by_code(home, code)
    home.at = moved + timedelta(minutes=45, hours=24)
    with pytest.raises(CodeNotValid):
        by_code(home, code)


def test_a_cancelled_meeting_ends_its_codes(home: Outside) -> None:
    code = given(home)
    home.does(home.nurse, cancel_sip_meeting, reason="Sjuk")
    with pytest.raises(CodeNotValid):
        by_code(home, code)
    with refused(StageNotAllowed, code="no-meeting-ahead"):
        give_sip_code(
            plan_id=home.plan.pk,
            actor=home.nurse,
            at=home.at,
            participant_id=Row.objects.filter(kind="relative").latest("meeting__summoned_at").pk,
        )


def test_a_protected_identity_takes_a_reason_that_is_recorded(home: Outside) -> None:
    home.person.protection = "sekretessmarkering"
    home.person.save()
    with refused(InvalidInput, code="sip-code-protected", field="protected_reason"):
        given(home)
    one = UUID(called(home, "person").participant_id)
    chosen: dict[str, Any] = {
        "plan_id": home.plan.pk,
        "actor": home.nurse,
        "at": home.at,
        "participant_id": one,
    }
    give_sip_code(**chosen, protected_reason="Personen ber om det")
    assert Event.objects.get(name="sip_code_given").data["protected_reason"] == "Personen ber om det"


def test_in_a_discharge_the_answer_stands_in_the_case() -> None:
    life = summoned()
    plan, person = Plan.objects.get(), Row.objects.get(kind="person")
    code = give_sip_code(plan_id=plan.pk, actor=life.ward, at=life.at, participant_id=person.pk).code
    answer_by_code(code=code, answer="comes", address=ADDRESS, at=life.at)
    person.refresh_from_db()
    assert person.answer == "comes"
    assert life.told("sip_attendance_answered") == {"Vårdcentralen Solen"}
    html = signed_in(life.ward).get(f"/discharge/{life.case.pk}/?section=sip").content.decode()
    assert "Personen själv" in html
    assert "Ja, kommer" in html
    there = signed_in(life.ward).get(f"/discharge/{life.case.pk}/sip/people/")
    assert there["Location"] == f"/sip/{plan.pk}/people/"


def test_the_open_page_shows_when_and_where_and_nothing_of_whom(home: Outside) -> None:
    code, reader = given(home), Client(enforce_csrf_checks=True)
    answer = reader.post("/mote/", {"code": code.lower()})
    html = answer.content.decode()
    for words in ("12 mars", "10.00", "45 minuter", "Anslut går från", "010-1 23", "kod 77"):
        assert words in html
    person = home.person
    secrets = (
        person.family_name,
        person.given_name,
        person.identifier,
        "Hemlig",
        "Eva",
        "SIP",
        "Dagordning",
        "viktigt för dig",
        "Hemsjukvården",
        home.plan.reference,
        str(home.plan.pk),
    )
    assert [word for word in secrets if word in html] == []
    assert answer.cookies == {}
    kept = reader.post("/mote/svar/", {"code": code, "answer": "maybe", "text": "Kommer sent"})
    assert "Ditt svar är sparat" in kept.content.decode()
    assert called(home, "relative").answer == "maybe"
    assert reader.post("/mote/svar/", {"code": code}).status_code == 422
    assert reader.get("/mote/svar/")["Location"] == "/mote/"


def test_a_wrong_code_is_answered_alike_and_guessing_is_stopped(home: Outside, caplog: Any) -> None:
    code, reader = given(home), Client()
    home.does(home.nurse, cancel_sip_meeting, reason="Sjuk")
    withdrawn = reader.post("/mote/", {"code": code})
    wrong = reader.post("/mote/svar/", {"code": "BCDFG-HJKMN", "answer": "comes"})
    assert (withdrawn.status_code, wrong.status_code) == (404, 404)
    assert withdrawn.content == wrong.content
    for _ in range(3):
        reader.post("/mote/", {"code": "BCDFG-HJKMN"})
    stopped = reader.post("/mote/", {"code": "BCDFG-HJKMN"})
    assert stopped.status_code == 429
    assert "Vänta en kvart" in stopped.content.decode()
    assert code not in caplog.text
    assert "guessing of one-time codes was stopped" in caplog.text


def test_how_each_invited_took_part_is_told(home: Outside) -> None:
    relative = called(home, "relative").participant_id
    home.later(days=10)
    units = [one.unit_id for one in home.facts.sip.meetings[-1].called if one.kind == "unit"]
    came: dict[str, Any] = {"attendance": dict.fromkeys(units, "video"), "person": "video"}
    with refused(InvalidInput, field="people"):
        home.does(home.nurse, record_sip_meeting, **came)
    with time_machine.travel(home.at, tick=False):
        client, url = signed_in(home.nurse), f"/sip/{home.plan.pk}/meeting/"
        assert "Eva Ek, närstående" in client.get(url).content.decode()
        typed = {f"unit_{unit}": "video" for unit in units} | {"person": "video", "idempotency_key": "k"}
        assert client.post(url, typed).status_code == 422
        typed |= {f"invited_{relative}": "phone", "idempotency_key": "k2"}
        assert client.post(url, typed).status_code == 302
        assert "Eva Ek, närstående telefon" in client.get(f"/sip/{home.plan.pk}/").content.decode()
    assert {one.kind: one.came for one in home.facts.sip.meetings[-1].called} == {
        "person": "video",
        "unit": "video",
        "relative": "phone",
    }
    assert Row.objects.get(pk=relative).came == "phone"


def test_staff_do_both_on_one_page(home: Outside) -> None:
    client, url = signed_in(home.social), f"/sip/{home.plan.pk}/people/"
    relative = called(home, "relative").participant_id
    html = client.get(url).content.decode()
    assert "Eva Ek, närstående" in html
    assert "Nås på 070-1" in html
    saved = client.post(f"{url}answer/", {"participant_id": relative, "answer": "comes"})
    assert (saved.status_code, saved["Location"]) == (302, url)
    assert client.post(f"{url}answer/", {"participant_id": relative}).status_code == 422
    paper = client.post(f"{url}code/", {"participant_id": relative}).content.decode()
    assert "localhost" in paper or "/mote/" in paper
    assert "Hemlig" not in paper
    assert "Har fått en kod" in client.get(url).content.decode()
    assert Entry.objects.filter(action="give_sip_code", person_ids=[home.person.pk]).exists()
    page = client.get(f"/sip/{home.plan.pk}/").content.decode()
    assert "Kod till möte lämnad" in page
    assert "Eva Ek, närstående: ja, kommer" in page
