"""Andra deltagare efter kallelsen: only those who are touched answer anew, and calendars follow by rising numbers."""

from dataclasses import replace
from datetime import timedelta
from typing import Any
from uuid import UUID

import pytest
import time_machine

from discharge.rules.facts_of_meeting import Participant, SipMeeting
from lus.organisations.actor import Actor
from lus.organisations.models import Unit, UnitKind
from lus.organisations.roles import Role
from lus.refusals import InvalidInput, NotAllowed, Refused, StageNotAllowed
from sip.actions.add_sip_unit import add_sip_unit
from sip.actions.answer_sip_substitute import answer_sip_substitute
from sip.actions.answer_sip_summons import answer_sip_summons
from sip.actions.change_sip_participants import change_sip_participants
from sip.actions.change_sip_time import change_sip_time
from sip.actions.send_sip_summons import send_sip_summons
from sip.actions.turn_meeting_to_phone import turn_meeting_to_phone
from sip.models import InvitationRow, Plan
from sip.models import Participant as Row
from sip.rules.participants import ChangedUnit, ParticipantChanges
from sip.rules.summons import CalledUnit, Invited, MeetingPlace, Summons
from tests.discharge.actions.life import Life, refused
from tests.discharge.actions.lives import consented
from tests.factories import NOW, a_unit, an_actor, signed_in

from .outside import Outside, close_unit

pytestmark = [pytest.mark.django_db, pytest.mark.at(NOW)]
TESTED_ACTS = ("change_sip_participants", "answer_sip_substitute", "turn_meeting_to_phone")
LINK = "https://mote.invalid/j/1"
DIGITAL = MeetingPlace("digital", video_url=LINK, phone="010-1", phone_pin="77", host_confirmed=True)


@pytest.fixture
def home(home: Outside) -> Outside:
    for actor, mailbox in ((home.primary_care, "solen"), (home.social, "bistand")):
        Unit.objects.filter(pk=str(actor.unit_id)).update(email=f"{mailbox}@x.invalid")
    home.begins()
    return home


def summon(home: Outside, **said: Any) -> None:
    summons = replace(Summons(at_place=DIGITAL, invited=(Invited("relative", "Eva Ek"),)), **said)
    more = {"meeting_at": home.at + timedelta(days=9), "place": "", "summons": summons}
    home.does(home.nurse, send_sip_summons, **more)


def meeting(home: Outside) -> SipMeeting:
    found = home.facts.sip.meeting
    assert found is not None
    return found


def of(home: Outside, actor: Actor) -> Participant:
    found = meeting(home).of_unit(str(actor.unit_id))
    assert found is not None
    return found


def change(home: Outside, **changes: Any) -> None:
    home.does(
        home.nurse, change_sip_participants, changes=ParticipantChanges(**changes), reason="Fler behövs"
    )


def home_care(home: Outside) -> Actor:
    principal = Unit.objects.get(pk=str(home.social.unit_id)).principal
    return an_actor(
        a_unit("Hemtjänsten Björken", UnitKind.HOME_CARE, principal=principal), Role.MUNICIPAL_NURSE
    )


def shown(home: Outside, actor: Actor, page: str = "") -> str:
    """Return the page of the plan as the actor sees it now."""
    with time_machine.travel(home.at, tick=False):
        return signed_in(actor).get(f"/sip/{home.plan.pk}/{page}").content.decode()


def files() -> list[tuple[str, str, int]]:
    rows = InvitationRow.objects.order_by("sequence", "mailbox")
    return list(rows.values_list("mailbox", "method", "sequence"))


def test_only_those_who_are_touched_answer_anew_and_the_change_is_shown(home: Outside) -> None:
    summon(home)
    for actor in (home.primary_care, home.social):
        home.does(actor, answer_sip_summons, answer="comes")
    new = home_care(home)
    Unit.objects.filter(pk=str(new.unit_id)).update(email="bjorken@x.invalid")
    home.does(home.nurse, add_sip_unit, unit_id=new.unit_id)
    relative = meeting(home).called[-1].participant_id
    asked = ChangedUnit(of(home, home.social).participant_id, required=False, prepare="Beslutet")
    change(home, add=(CalledUnit(str(new.unit_id)),), remove=(relative,), change=(asked,))
    assert of(home, home.primary_care).answer == "comes", "was not touched"
    assert of(home, home.social).answer == "", "is asked for something else"
    assert of(home, new).change == "added"
    assert home.facts.sip.called[-1] == str(new.unit_id)
    assert [one.unit_id for one in home.facts.sip.answers] == [str(home.primary_care.unit_id)]
    assert Row.objects.get(pk=relative).is_called is False
    assert meeting(home).version == 2
    html = shown(home, home.primary_care)
    for words in (
        "Tillagd i dag",
        "Borttagen i dag",
        "Ändrad i dag",
        "Version 2",
        "Borttagen: Eva Ek, närstående",
    ):
        assert words in html
    assert files()[-1] == ("solen@x.invalid", "REQUEST", 0)
    assert ("bjorken@x.invalid", "REQUEST", 0) in files(), "the current number, and nobody else gets a file"
    change(home, remove=(of(home, new).participant_id,))
    assert files()[-1] == ("bjorken@x.invalid", "CANCEL", 1)
    assert str(new.unit_id) not in home.facts.sip.called
    change(home, add=(CalledUnit(str(new.unit_id)),))
    assert files()[-1] == ("bjorken@x.invalid", "REQUEST", 1)
    assert Row.objects.filter(unit_id=str(new.unit_id), is_called=True).count() == 1


def test_a_change_that_cannot_be_leaves_nothing(home: Outside) -> None:
    summon(home)
    closed = home_care(home)
    home.does(home.nurse, add_sip_unit, unit_id=closed.unit_id)
    close_unit(closed, home.at)
    person, before = meeting(home).called[0].participant_id, home.facts.version
    solen, social = (of(home, actor).participant_id for actor in (home.primary_care, home.social))
    wrong: tuple[tuple[dict[str, Any], str], ...] = (
        ({}, "validation"),
        ({"remove": (person,)}, "validation"),
        ({"remove": (solen,)}, "sip-needs-both-principals"),
        ({"remove": ("nobody",)}, "validation"),
        ({"remove": (social, social)}, "validation"),
        ({"change": (ChangedUnit(person),)}, "validation"),
        ({"change": (ChangedUnit(social, prepare="x" * 401),)}, "validation"),
        ({"invite": (Invited("relative", " "),)}, "validation"),
        ({"add": (CalledUnit(str(home.social.unit_id)),)}, "sip-unit-twice"),
        ({"add": (CalledUnit(str(closed.unit_id)),)}, "sip-unit-closed"),
    )
    for changes, code in wrong:
        with refused(Refused, code=code):
            change(home, **changes)
    assert home.facts.version == before


def test_the_same_by_rest(home: Outside) -> None:
    summon(home)
    client, base = signed_in(home.nurse), f"/api/v1/plans/{home.plan.pk}"
    body = {
        "changes": {"change": [{"participant_id": of(home, home.social).participant_id, "must_come": False}]}
    }
    wanted = client.post(
        f"{base}/acts/change-sip-participants",
        body,
        "application/json",
        headers={"Idempotency-Key": "change-participants"},
    )
    assert wanted.status_code == 201, wanted.content
    called = client.get(base).json()["sip"]["meeting"]["participants"]
    assert [one["change"] for one in called] == ["", "", "changed", ""]


def test_only_the_one_who_leads_changes_who_is_called(home: Outside) -> None:
    summon(home)
    with refused(NotAllowed, code="sip-not-leading"):
        home.does(home.social, change_sip_participants, changes=ParticipantChanges())


def test_the_page_asks_as_it_stands_and_says_that_a_unit_has_closed(home: Outside) -> None:
    summon(home)
    close_unit(home.social, home.at)
    client, url = signed_in(home.nurse), f"/sip/{home.plan.pk}/participants/"
    html = client.get(f"/sip/{home.plan.pk}/").content.decode()
    assert "Biståndet Nacka är stängd. Ta bort den, och kalla den som har tagit över." in html
    assert url in html
    social, relative = str(home.social.unit_id), meeting(home).called[-1].participant_id
    typed = {f"unit_{social}": "no", "invited_1_kind": "interpreter", "idempotency_key": "k"}
    assert client.post(url, typed).status_code == 422, "an interpreter without a name"
    sent = client.post(url, {**typed, "invited_1_name": "Tolkcentralen", "idempotency_key": "k2"})
    assert sent.status_code == 302
    names = [one.unit_id or one.name or one.kind for one in meeting(home).called]
    assert names == ["person", str(home.primary_care.unit_id), "Eva Ek", "Tolkcentralen"]
    assert relative in {one.participant_id for one in meeting(home).called}, "was left as it was"
    assert client.post(url, {"idempotency_key": "k3"}).status_code == 422, "nothing is changed"


def test_a_unit_s_own_substitute_needs_no_yes(home: Outside) -> None:
    summon(home)
    home.does(home.social, answer_sip_summons, answer="sends_other", text="Eva Ek, chef")
    assert (of(home, home.social).substitute, of(home, home.social).is_proposed) == ("Eva Ek, chef", False)
    html = shown(home, home.nurse)
    assert "Eva Ek, chef kommer i stället" in html
    home.later(days=10)
    html = shown(home, home.nurse, "meeting/")
    assert "Biståndet Nacka (Eva Ek, chef kommer i stället)" in html
    home.does(home.social, answer_sip_summons, answer="comes")
    assert of(home, home.social).substitute == "", "the last answer holds"


def proposed(home: Outside) -> Actor:
    summon(home)
    other = home_care(home)
    proposal = {"answer": "sends_other", "text": "Ali", "substitute_unit_id": other.unit_id}
    home.does(home.social, answer_sip_summons, **proposal)
    return other


def answer(home: Outside, actor: Actor, **said: Any) -> None:
    one = UUID(of(home, home.social).participant_id)
    home.does(actor, answer_sip_substitute, participant_id=one, **said)


def test_another_unit_comes_instead_when_the_one_who_calls_says_yes(home: Outside) -> None:
    other = proposed(home)
    html = shown(home, home.nurse, "substitute/")
    assert "Hemtjänsten Björken i stället för Biståndet Nacka: Ali" in html
    with refused(NotAllowed, code="sip-not-leading"):
        answer(home, home.social, approved=True)
    answer(home, home.nurse, approved=True)
    assert of(home, other).replaces == str(home.social.unit_id)
    assert meeting(home).of_unit(str(home.social.unit_id)) is None
    assert home.facts.unit(str(other.unit_id)) is not None, "it takes part in the plan from now on"
    assert "ersätter Biståndet Nacka" in shown(home, other)
    with refused(StageNotAllowed, code="no-substitute-proposed"):
        home.does(home.nurse, answer_sip_substitute, participant_id=other.unit_id, approved=True)


def test_a_no_says_why_and_asks_the_unit_again(home: Outside) -> None:
    proposed(home)
    with refused(InvalidInput, field="reason"):
        answer(home, home.nurse, approved=False)
    answer(home, home.nurse, approved=False, reason="Vi behöver biståndet")
    assert (of(home, home.social).answer, of(home, home.social).substitute) == ("", "")
    assert home.social.unit_id in Plan.objects.get().awaited


def test_who_is_called_already_is_no_substitute(home: Outside) -> None:
    summon(home)
    for other in (home.primary_care, home.nurse):
        with refused(InvalidInput, field="substitute_unit_id"):
            home.does(
                home.social,
                answer_sip_summons,
                answer="sends_other",
                text="De",
                substitute_unit_id=other.unit_id,
            )


def test_one_press_turns_the_meeting_to_the_telephone(home: Outside) -> None:
    summon(home)
    home.does(home.social, answer_sip_summons, answer="comes")
    home.later(days=9, minutes=3)
    html, url = shown(home, home.primary_care), f"/sip/{home.plan.pk}/to-phone/"
    assert f'action="{url}"' in html
    assert "csrfmiddlewaretoken" in html.partition(url)[2]
    with time_machine.travel(home.at, tick=False):
        client = signed_in(home.primary_care)
        sent = [client.post(url, {"idempotency_key": "k"}).status_code for _ in range(2)]
    assert sent == [302, 302], "a double press is one"
    now = meeting(home)
    assert (now.place_kind, now.place, now.video_url, now.phone, now.phone_pin) == (
        "phone",
        "Telefon",
        "",
        "010-1",
        "77",
    )
    assert of(home, home.social).answer == "comes", "nobody is asked anew"
    assert files()[-1] == ("solen@x.invalid", "REQUEST", 1)
    with refused(StageNotAllowed, code="no-phone-to-turn-to"):
        home.does(home.nurse, turn_meeting_to_phone)


def test_without_a_number_or_a_call_there_is_nothing_to_press(home: Outside) -> None:
    summon(
        home,
        at_place=MeetingPlace("digital", video_url=LINK, no_phone_reason="Har ingen", host_confirmed=True),
        units=(CalledUnit(str(home.primary_care.unit_id)),),
    )
    with refused(StageNotAllowed, code="no-phone-to-turn-to"):
        home.does(home.primary_care, turn_meeting_to_phone)
    with refused(StageNotAllowed, code="not-summoned"):
        home.does(home.social, turn_meeting_to_phone)


def test_the_link_is_there_around_the_meeting_only(home: Outside) -> None:
    summon(home)
    early = shown(home, home.social)
    assert "Anslut går från" in early
    assert LINK not in early
    home.later(days=9, minutes=-15)
    assert f'href="{LINK}" rel="noopener noreferrer"' in shown(home, home.social)


def with_ward() -> Life:
    life = consented()
    ward, municipality = str(life.ward.unit_id), str(life.municipality.unit_id)
    summons = Summons(units=(CalledUnit(municipality), CalledUnit(ward, required=False)))
    more = {"meeting_at": life.at + timedelta(days=2), "place": "Avdelningen", "summons": summons}
    life.does(life.primary_care, send_sip_summons, **more)
    return life


def test_the_ward_is_called_and_answers_as_any_other() -> None:
    life = with_ward()
    assert "Avd 72" in life.told("sip_summons_sent")
    life.does(life.ward, answer_sip_summons, answer="comes")
    one = life.facts.sip.meeting
    assert one is not None
    ward = one.of_unit(str(life.ward.unit_id))
    assert ward is not None
    assert ward.answer == "comes"
    moved = {"meeting_at": life.at + timedelta(days=3), "place": "Avdelningen", "reason": "Krock"}
    life.does(life.primary_care, change_sip_time, **moved)
    assert "Avd 72" in life.told("sip_time_changed")


def test_the_form_offers_the_ward_and_does_not_call_it_by_itself() -> None:
    life = consented()
    with time_machine.travel(life.at, tick=False):
        html = signed_in(life.primary_care).get(f"/discharge/{life.case.pk}/sip/summons/")
    field = html.context["form"].fields[f"unit_{life.ward.unit_id}"]
    assert (field.label, field.initial) == ("Avd 72", "no")


def test_in_a_discharge_a_substitute_from_outside_the_case_is_added_by_the_ward_first() -> None:
    life = with_ward()
    principal = Unit.objects.get(pk=str(life.municipality.unit_id)).principal
    other = a_unit("Hemtjänsten Björken", UnitKind.HOME_CARE, principal=principal)
    life.does(
        life.municipality,
        answer_sip_summons,
        answer="sends_other",
        text="Ali",
        substitute_unit_id=other.pk,
    )
    waiting = next(one for one in life.facts.sip.meetings[-1].called if one.is_proposed)
    with refused(InvalidInput, code="sip-substitute-not-in-case"):
        life.does(
            life.primary_care,
            answer_sip_substitute,
            participant_id=UUID(waiting.participant_id),
            approved=True,
        )
